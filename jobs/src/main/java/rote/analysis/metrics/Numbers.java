package rote.analysis.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import rote.analysis.statistics.Statistics;

/** Writes numbers as every report does; NaN means no value and is a hyphen. */
public final class Numbers {
  static final int ACCURACY_DECIMALS = 3;
  static final int COST_DIGITS = 4;
  private static final int MAX_P_DIGITS = 10;
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e6;
  private static final double MAX_PLAIN = 1e15;

  private Numbers() {}

  /**
   * How the page's scripts write one kind of metric.
   *
   * @param whole whether whole numbers are written without decimals
   * @param plainFrom smaller numbers are written with a power of ten
   * @param plainBelow so are these and larger ones
   */
  public record Format(Integer decimals, Boolean whole, Integer digits, Double plainFrom, Double plainBelow) {}

  public static Map<String, Format> formats() {
    Format tenths = new Format(1, true, null, null, null);
    return Map.of("accuracy", new Format(ACCURACY_DECIMALS, null, null, null, null), "epoch", tenths, "seconds", tenths,
        "cost", new Format(null, null, COST_DIGITS, PLAIN_FROM, PLAIN_BELOW));
  }

  public static String accuracy(double value) {
    return decimals(value, ACCURACY_DECIMALS);
  }

  public static String cost(double value, int digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || value == 0) {
      return decimals(value, digits);
    }
    return size < PLAIN_FROM || size >= PLAIN_BELOW
        ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
        : new BigDecimal(value).round(new MathContext(digits)).setScale(costDecimals(value, digits)).toPlainString();
  }

  /** Three decimals, or as many as distinguish p from the level of the test. */
  public static String p(double value) {
    int digits = 3;
    while (digits < MAX_P_DIGITS && value != Statistics.LEVEL && decimals(value, digits).equals(decimals(Statistics.LEVEL, digits))) {
      digits++;
    }
    return value < 0.001 ? "< 0.001" : decimals(value, digits < MAX_P_DIGITS ? digits : 3);
  }

  /** {@code 95 %}, {@code 98.3 %}: what a level leaves. */
  public static String confidence(double level) {
    String percent = decimals(100 * (1 - level), level < 0.001 ? 2 : 1);
    return percent.replaceFirst("\\.0$", "") + " %";
  }

  /** {@code p = 0.031}, or {@code p < 0.001}. */
  public static String pWords(double value) {
    return "p " + (value < 0.001 ? "" : "= ") + p(value);
  }

  public static String signed(String formatted) {
    return formatted.startsWith("-") ? formatted : "+" + formatted;
  }

  public static String mean(Metric metric, Statistics of) {
    return metric.format(of.mean());
  }

  /** Mean and standard deviation, both with the decimals of the mean. */
  public static String plusMinus(Metric metric, Statistics of) {
    return metric.format(of.mean()) + " " + deviation(metric, of);
  }

  public static String deviation(Metric metric, Statistics of) {
    String mean = metric.format(of.mean());
    boolean plain = mean.matches("-?\\d+(\\.\\d+)?");
    int decimals = mean.contains(".") ? mean.length() - mean.indexOf('.') - 1 : 0;
    return "± " + (plain ? decimals(of.standardDeviation(), decimals) : metric.format(of.standardDeviation()));
  }

  /** A hyphen if there is only one value. */
  public static String interval(Metric metric, Statistics of) {
    return interval(metric, of, 0);
  }

  public static String interval(Metric metric, Statistics of, int more) {
    return Double.isNaN(of.low()) ? "-" : "[" + metric.format(of.low(), more) + ", " + metric.format(of.high(), more) + "]";
  }

  public static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + (Math.abs(value) < MAX_PLAIN ? "f" : "e"), value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text;
  }

  private static int costDecimals(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    return Math.max(0, digits - rounded.precision() + rounded.scale());
  }
}
