package rote.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import rote.files.yaml.NumberText;

/**
 * Decides how many digits a number needs: as many as tell it from those beside it.
 *
 * <p>Rounding may shorten a number, but never so far that it looks like another value of its axis, like a bound that it does
 * not reach, or like no difference where there is one.
 */
public final class Digits {
  /** So many digits a person writes; more come from a random search and are shortened. */
  private static final int WRITTEN = 6;
  private static final int FEWEST = 3;
  private static final int MOST = 17; // tell any two doubles apart
  private static final int MOST_MORE = 6;

  private Digits() {}

  /** The different values of one setting: whole numbers and what a person wrote stay exact, others get the same number of digits. */
  public static List<String> ofSettings(List<BigDecimal> values) {
    if (values.stream().allMatch(value -> isWhole(value) || value.stripTrailingZeros().precision() <= WRITTEN)) {
      return values.stream().map(NumberText::of).toList();
    }
    int digits = FEWEST;
    while (digits < MOST && !areApart(values, digits)) {
      digits++;
    }
    MathContext context = new MathContext(digits);
    return values.stream().map(value -> NumberText.of(rounded(value, context))).toList();
  }

  /** A fraction that rounds to a whole number would look like that: 0.9996 is not 1. */
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

  /**
   * The fewest digits, beyond the usual ones of a metric, with which no value looks like a bound that it is not.
   *
   * @return from 0 to 6; what even six more digits do not tell apart counts as equal
   */
  public static int more(Metric metric, double[] values, double... bounds) {
    return DoubleStream.of(values).mapToInt(value ->
        DoubleStream.of(bounds).mapToInt(bound -> more(metric, value, bound)).max().orElse(0)).max().orElse(0);
  }

  private static int more(Metric metric, double value, double bound) {
    if (value != bound && Double.isFinite(value) && Double.isFinite(bound)) {
      for (int more = 0; more <= MOST_MORE; more++) {
        if (!metric.format(value, more).equals(metric.format(bound, more))) {
          return more;
        }
      }
    }
    return 0;
  }

  /** The fewest further digits that write a number of a file as it stands there, such as a published 0.9596. */
  static int moreToWrite(Metric metric, double value) {
    for (int more = 0; more <= MOST_MORE && Double.isFinite(value); more++) {
      if (Double.parseDouble(metric.format(value, more)) == value) {
        return more;
      }
    }
    return 0;
  }
}
