package rote.analysis.statistics;

import java.util.Arrays;

/**
 * How well a score finds the positives: the probability that one of them has a higher score than a negative, ties counting
 * half. It is the area under the ROC curve.
 *
 * @param low lower end of the 95 % interval (DeLong et al. 1988); NaN for fewer than two positives or negatives
 * @param high upper end of that interval
 */
public record Auc(double value, double low, double high, int positives, int negatives) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Needs at least one score of each kind. */
  public static Auc of(double[] positives, double[] negatives) {
    double[] above = placements(positives, negatives);
    double[] below = placements(negatives, positives);
    double mean = Statistics.of(above).mean();
    double half = NORMAL_95 * Math.sqrt(variance(above) / above.length + variance(below) / below.length);
    return new Auc(mean, Math.max(0, mean - half), Math.min(1, mean + half), positives.length, negatives.length);
  }

  /** There is no standard deviation. */
  public Statistics statistics() {
    return new Statistics(positives + negatives, value, Double.NaN, low, high);
  }

  /** For each score, the share of the others that are below it, ties counting half. */
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
