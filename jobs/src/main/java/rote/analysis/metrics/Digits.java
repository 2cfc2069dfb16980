package rote.analysis.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import rote.files.yaml.NumberText;

/**
 * Decides how many digits a number needs. Rounding must not make it look like another value of its axis, like a bound that it
 * does not reach, or like no difference where there is one.
 */
public final class Digits {
  /** People write at most this many digits; longer numbers come from a random search and are shortened. */
  private static final int WRITTEN = 6;
  private static final int MIN_DIGITS = 3;
  private static final int MAX_DIGITS = 17; // tell any two doubles apart
  private static final int MAX_MORE = 6;

  private Digits() {}

  /** Writes the values of one setting. If a random search drew them, fractions get the fewest digits that keep them apart. */
  public static List<String> ofSettings(List<BigDecimal> values) {
    if (values.stream().allMatch(value -> isWhole(value) || value.stripTrailingZeros().precision() <= WRITTEN)) {
      return values.stream().map(NumberText::of).toList();
    }
    int digits = MIN_DIGITS;
    while (digits < MAX_DIGITS && !areApart(values, digits)) {
      digits++;
    }
    MathContext context = new MathContext(digits);
    return values.stream().map(value -> NumberText.of(rounded(value, context))).toList();
  }

  /** A fraction must not round to a whole number: 0.9996 is not 1. */
  private static boolean areApart(List<BigDecimal> values, int digits) {
    MathContext context = new MathContext(digits);
    HashSet<BigDecimal> texts = new HashSet<>();
    return values.stream().allMatch(value -> texts.add(rounded(value, context).stripTrailingZeros())
        && isWhole(value) == isWhole(rounded(value, context)));
  }

  private static BigDecimal rounded(BigDecimal value, MathContext context) {
    return isWhole(value) ? value : value.round(context);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  /** Counts the further digits, from 0 to 6, that a metric needs so that no value looks like a bound that it is not. */
  public static int more(Metric metric, double[] values, double... bounds) {
    return DoubleStream.of(values).mapToInt(value ->
        DoubleStream.of(bounds).mapToInt(bound -> more(metric, value, bound)).max().orElse(0)).max().orElse(0);
  }

  private static int more(Metric metric, double value, double bound) {
    if (value != bound && Double.isFinite(value) && Double.isFinite(bound)) {
      for (int more = 0; more <= MAX_MORE; more++) {
        if (!metric.format(value, more).equals(metric.format(bound, more))) {
          return more;
        }
      }
    }
    return 0;
  }

  /** Counts the further digits that a number of a file needs, such as a published 0.9596. */
  public static int moreToWrite(Metric metric, double value) {
    for (int more = 0; more <= MAX_MORE && Double.isFinite(value); more++) {
      if (Double.parseDouble(metric.format(value, more)) == value) {
        return more;
      }
    }
    return 0;
  }
}
