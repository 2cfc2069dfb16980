package rote.analysis.statistics;

import java.util.Arrays;

/**
 * How well a score finds the positives among all: the probability that one of them has a higher score than one of the
 * others, ties counting half. It is the area under the curve of true against false positives.
 *
 * @param low lower end of the 95 % interval (DeLong et al. 1988), over other examples of the same kind; NaN where there are
 *     fewer than two positives or negatives
 * @param high upper end of that interval
 */
public record Auc(double value, double low, double high, int positives, int negatives) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** From the scores of both kinds, of each at least one. */
  public static Auc of(double[] positives, double[] negatives) {
    double[] above = placements(positives, negatives);
    double[] below = placements(negatives, positives);
    double mean = Statistics.of(above).mean();
    double half = NORMAL_95 * Math.sqrt(variance(above) / above.length + variance(below) / below.length);
    return new Auc(mean, Math.max(0, mean - half), Math.min(1, mean + half), positives.length, negatives.length);
  }

  /** The same as statistics of all examples; a standard deviation it has none. */
  public Statistics statistics() {
    return new Statistics(positives + negatives, value, Double.NaN, low, high);
  }

  /** Of each score the share of the others that lie below it, ties counting half. */
  private static double[] placements(double[] scores, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(scores)
        .map(score -> (below(sorted, score) + notAbove(sorted, score)) / (2.0 * sorted.length)).toArray();
  }

  private static int below(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int notAbove(double[] sorted, double score) {
    return below(sorted, Math.nextUp(score));
  }

  private static double variance(double[] values) {
    double deviation = Statistics.of(values).standardDeviation();
    return deviation * deviation;
  }
}
