package rote.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as every report writes them; NaN, which stands for no value, is a hyphen. */
final class Numbers {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e6;

  private Numbers() {}

  /** Three decimals. */
  static String accuracy(double value) {
    return decimals(value, 3);
  }

  /** One decimal. */
  static String tenths(double value) {
    return decimals(value, 1);
  }

  /** Four significant digits. */
  static String cost(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || value == 0) {
      return decimals(value, 4);
    }
    return size < PLAIN_FROM || size >= PLAIN_BELOW
        ? String.format(Locale.ROOT, "%.3e", value)
        : new BigDecimal(value).round(FOUR_DIGITS).setScale(costDecimals(value)).toPlainString();
  }

  /** Of a test: three decimals. */
  static String p(double value) {
    return value < 0.001 ? "< 0.001" : decimals(value, 3);
  }

  /** {@code p = 0.031}, or {@code p < 0.001}. */
  static String pWords(double value) {
    return "p " + (value < 0.001 ? "" : "= ") + p(value);
  }

  /** With its sign, also where that is a plus. */
  static String signed(String formatted) {
    return formatted.startsWith("-") ? formatted : "+" + formatted;
  }

  /** Mean and standard deviation, both with the decimals of the mean. */
  static String plusMinus(Metric metric, Statistics of) {
    return metric.format(of.mean()) + " " + deviation(metric, of);
  }

  /** The standard deviation alone, as it stands behind a mean. */
  static String deviation(Metric metric, Statistics of) {
    String mean = metric.format(of.mean());
    boolean plain = mean.matches("-?\\d+(\\.\\d+)?");
    int decimals = mean.contains(".") ? mean.length() - mean.indexOf('.') - 1 : 0;
    return "± " + (plain ? decimals(of.standardDeviation(), decimals) : metric.format(of.standardDeviation()));
  }

  /** The 95 % interval, or a hyphen where one value gives none. */
  static String interval(Metric metric, Statistics of) {
    return Double.isNaN(of.low()) ? "-" : "[" + metric.format(of.low()) + ", " + metric.format(of.high()) + "]";
  }

  private static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text; // a rounded trifle below zero is zero
  }

  private static int costDecimals(double value) {
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
    return Math.max(0, FOUR_DIGITS.getPrecision() - rounded.precision() + rounded.scale());
  }
}
