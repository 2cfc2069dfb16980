package rote.analysis;

import java.util.function.DoubleFunction;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.resampling.PermutationTest;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Statistics;
import rote.experiment.Relation;

/** Writes the numbers by which claims are judged. */
final class ClaimWords {
  private ClaimWords() {}

  /** Such as {@code test accuracy 0.949, 95 % interval [0.947, 0.951], n = 20}. */
  static String mean(Metric metric, Estimate of, double level, Relation.Form wanted) {
    double[] shown = {of.value(), of.interval(level).low(), of.interval(level).high()};
    int more = Digits.more(metric, shown, wanted.low(), wanted.high());
    return metric.words() + " " + metric.format(of.value(), more)
        + (of.n() == 1 ? " (n = 1, too few seeds for an interval)"
            : interval(of, level, value -> metric.format(value, more)) + ", n = " + of.n());
  }

  /** The p of a group's permutation test, and how small it has to be, where that is less than the claim's bound. */
  static String permutations(PermutationTest test, double level, Relation.Form wanted) {
    double needed = wanted.high() * level / Statistics.LEVEL;
    return test.shortly() + (needed < wanted.high() ? "; of the tests that are judged together, this one must have p at most " + Numbers.p(needed) : "")
        + (test.p() > wanted.high() ? "; so large a p does not show that there is nothing to learn" : "");
  }

  /**
   * Such as {@code test accuracy differs by +0.100, 95 % interval [+0.092, +0.108], n = 10 pairs, p = 0.002}.
   *
   * @param subject what differs: mostly the metric
   */
  static String contrast(String subject, Metric metric, Contrast contrast, double level, Relation.Form wanted) {
    Estimate of = contrast.estimate();
    double[] shown = {of.value(), of.interval(level).low(), of.interval(level).high()};
    int more = Digits.more(metric, shown, 0);
    DoubleFunction<String> signed = value -> Numbers.signed(metric.format(value, more));
    DoubleFunction<String> plain = value -> Numbers.signed(Numbers.decimals(value, 2));
    return subject + switch (contrast.scale()) {
      case DIFFERENCE -> " differs by " + signed.apply(of.value()) + interval(of, level, signed);
      case RATIO -> " is " + times(of.value()) + " times as large" + interval(of, level, ClaimWords::times);
      case SPREADS -> ", as mean distance from the median, is " + times(of.value()) + " times as large"
          + interval(of, level, ClaimWords::times);
      case FISHER_Z -> " differs by " + plain.apply(of.value()) + " in Fisher's z" + interval(of, level, plain);
      case ORDER -> " is larger more often than smaller by " + plain.apply(of.value()) + " of the pairs"
          + interval(of, level, plain);
      case TAU -> " follows the order of the setting with Kendall's tau " + plain.apply(of.value())
          + interval(of, level, plain);
    } + ", n = " + of.n() + (contrast.scale() == Contrast.Scale.TAU ? " seeds" : " pairs")
        + (wanted.isOpen() ? ", " + Numbers.pWords(of.p(0)) : ""); // that there is no difference is no question where one is allowed
  }

  private static String times(double logarithm) {
    return Numbers.cost(Math.exp(logarithm), 3);
  }

  private static String interval(Estimate of, double level, DoubleFunction<String> format) {
    Interval interval = of.interval(level);
    return interval.exists()
        ? ", " + Numbers.confidence(level) + " interval [" + format.apply(interval.low()) + ", " + format.apply(interval.high()) + "]"
        : ", too few for a " + Numbers.confidence(level) + " interval (p cannot be below " + Numbers.p(of.smallestP()) + ")";
  }
}
