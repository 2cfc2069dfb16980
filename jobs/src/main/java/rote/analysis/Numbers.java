package rote.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import rote.analysis.statistics.Statistics;

/** Numbers as every report writes them; NaN, which stands for no value, is a hyphen. */
public final class Numbers {
  static final int ACCURACY_DECIMALS = 3;
  static final int COST_DIGITS = 4;
  private static final double LEVEL = 0.05;
  private static final int MOST_P_DIGITS = 10;
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e6;

  private Numbers() {}

  /**
   * How the page's scripts write one kind of metric: with decimals or with significant digits.
   *
   * @param whole whether whole numbers are written without decimals
   * @param plainFrom the smallest size that is written without a power of ten
   * @param plainBelow the sizes from here on are written with one
   */
  public record Format(Integer decimals, Boolean whole, Integer digits, Double plainFrom, Double plainBelow) {}

  public static Map<String, Format> formats() {
    Format tenths = new Format(1, true, null, null, null);
    return Map.of("accuracy", new Format(ACCURACY_DECIMALS, null, null, null, null), "epoch", tenths, "seconds", tenths,
        "cost", new Format(null, null, COST_DIGITS, PLAIN_FROM, PLAIN_BELOW));
  }

  /** Three decimals. */
  public static String accuracy(double value) {
    return decimals(value, ACCURACY_DECIMALS);
  }

  /** One decimal. */
  static String tenths(double value) {
    return decimals(value, 1);
  }

  /** Four significant digits. */
  public static String cost(double value) {
    return cost(value, COST_DIGITS);
  }

  /** As many significant digits. */
  public static String cost(double value, int digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || value == 0) {
      return decimals(value, digits);
    }
    return size < PLAIN_FROM || size >= PLAIN_BELOW
        ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
        : new BigDecimal(value).round(new MathContext(digits)).setScale(costDecimals(value, digits)).toPlainString();
  }

  /** Of a test: three decimals, or as many as tell it from the level at which a test decides. */
  public static String p(double value) {
    int digits = 3;
    while (digits < MOST_P_DIGITS && value != LEVEL && decimals(value, digits).equals(decimals(LEVEL, digits))) {
      digits++;
    }
    return value < 0.001 ? "< 0.001" : decimals(value, digits < MOST_P_DIGITS ? digits : 3);
  }

  /** {@code p = 0.031}, or {@code p < 0.001}. */
  static String pWords(double value) {
    return "p " + (value < 0.001 ? "" : "= ") + p(value);
  }

  /** With its sign, also where that is a plus. */
  static String signed(String formatted) {
    return formatted.startsWith("-") ? formatted : "+" + formatted;
  }

  public static String mean(Metric metric, Statistics of) {
    return metric.format(of.mean());
  }

  /** Mean and standard deviation, both with the decimals of the mean. */
  public static String plusMinus(Metric metric, Statistics of) {
    return metric.format(of.mean()) + " " + deviation(metric, of);
  }

  /** The standard deviation alone, as it stands behind a mean. */
  public static String deviation(Metric metric, Statistics of) {
    String mean = metric.format(of.mean());
    boolean plain = mean.matches("-?\\d+(\\.\\d+)?");
    int decimals = mean.contains(".") ? mean.length() - mean.indexOf('.') - 1 : 0;
    return "± " + (plain ? decimals(of.standardDeviation(), decimals) : metric.format(of.standardDeviation()));
  }

  /** The 95 % interval, or a hyphen where one value gives none. */
  public static String interval(Metric metric, Statistics of) {
    return interval(metric, of, 0);
  }

  /** @param more digits, as {@link Digits#more} counts them */
  public static String interval(Metric metric, Statistics of, int more) {
    return Double.isNaN(of.low()) ? "-" : "[" + metric.format(of.low(), more) + ", " + metric.format(of.high(), more) + "]";
  }

  static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text; // a rounded trifle below zero is zero
  }

  private static int costDecimals(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    return Math.max(0, digits - rounded.precision() + rounded.scale());
  }
}
