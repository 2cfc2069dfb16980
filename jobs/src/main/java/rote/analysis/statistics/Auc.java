package rote.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How well a score finds the positives: the probability that one of them has a higher score than a negative, ties counting
 * half. It is the area under the ROC curve.
 *
 * <p>It is judged on the scale of logits, with the variance of DeLong et al. (1988). Where all positives are above all negatives, or
 * below, that variance is 0; then half a pair counts as out of order, with the variance of Hanley and McNeil (1982).
 *
 * @param error standard error of the logit; NaN for fewer than two positives or negatives, and where all scores are equal
 */
public record Auc(double value, double error, int positives, int negatives) implements Estimate {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Needs at least one score of each kind. */
  public static Auc of(double[] positives, double[] negatives) {
    double[] above = placements(positives, negatives);
    double[] below = placements(negatives, positives);
    double value = Mean.of(above).getAsDouble();
    return new Auc(value, error(value, above, below), positives.length, negatives.length);
  }

  private static double error(double value, double[] above, double[] below) {
    if (above.length < 2 || below.length < 2) {
      return Double.NaN;
    }
    double variance = Variance.of(above).getAsDouble() / above.length + Variance.of(below).getAsDouble() / below.length;
    if (variance > 0) {
      return Math.sqrt(variance) / (value * (1 - value));
    }
    return value == 0 || value == 1 ? separated(above.length, below.length) : Double.NaN; // all scores are equal
  }

  /** Hanley and McNeil's equations 1 and 2. */
  private static double separated(int positives, int negatives) {
    double pairs = (double) positives * negatives;
    double a = (pairs - 0.5) / pairs;
    double q1 = a / (2 - a);
    double q2 = 2 * a * a / (1 + a);
    double variance = (a * (1 - a) + (positives - 1) * (q1 - a * a) + (negatives - 1) * (q2 - a * a)) / pairs;
    return Math.sqrt(variance) / (a * (1 - a));
  }

  @Override
  public int n() {
    return positives + negatives;
  }

  @Override
  public double p(double supposed) {
    if (!(supposed >= 0 && supposed <= 1)) {
      return 0; // no probability
    }
    if (Double.isNaN(error) || value == 1 && supposed > inside() || value == 0 && supposed < inside()) {
      return 1;
    }
    return 2 * NORMAL.survivalProbability(Math.abs(logit(inside()) - logit(supposed)) / error);
  }

  @Override
  public Interval interval(double level) {
    if (Double.isNaN(error)) {
      return Interval.NONE;
    }
    double half = error * NORMAL.inverseSurvivalProbability(level / 2);
    double low = value == 0 ? 0 : share(logit(inside()) - half);
    return new Interval(low, value == 1 ? 1 : share(logit(inside()) + half));
  }

  @Override
  public double smallestP() {
    return Double.isNaN(error) ? 1 : 0;
  }

  /** The value; where all pairs are in order, or none is, half a pair is not. */
  private double inside() {
    double half = 0.5 / ((double) positives * negatives);
    return Math.min(1 - half, Math.max(half, value));
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }

  private static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** For each score, the share of the others that are below it, ties counting half. */
  private static double[] placements(double[] scores, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(scores)
        .map(score -> (Ascending.below(sorted, score) + Ascending.notAbove(sorted, score)) / (2.0 * sorted.length)).toArray();
  }
}
