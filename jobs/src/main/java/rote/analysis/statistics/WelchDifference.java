package rote.analysis.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/** The difference of the means of two independent samples, judged by Welch's test (1947), which does not assume equal variances. */
public final class WelchDifference implements Estimate {
  private final int n;
  private final double difference;
  private final double error;
  private final double freedom;

  private WelchDifference(int n, double difference, double error, double freedom) {
    this.n = n;
    this.difference = difference;
    this.error = error;
    this.freedom = freedom;
  }

  /** Ours minus theirs; at least one value each. Nothing is rejected if a sample has one value, or neither has any spread. */
  public static WelchDifference of(double[] ours, double[] theirs) {
    double a = squaredError(ours);
    double b = squaredError(theirs);
    double freedom = (a + b) * (a + b) / (a * a / (ours.length - 1) + b * b / (theirs.length - 1));
    return new WelchDifference(ours.length + theirs.length, Mean.of(ours).getAsDouble() - Mean.of(theirs).getAsDouble(),
        Math.sqrt(a + b), freedom);
  }

  private static double squaredError(double[] values) {
    return values.length < 2 ? Double.NaN : Variance.of(values).getAsDouble() / values.length;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double value() {
    return difference;
  }

  @Override
  public double p(double supposed) {
    return Double.isNaN(freedom) ? 1 : 2 * TDistribution.of(freedom).survivalProbability(Math.abs(difference - supposed) / error);
  }

  @Override
  public Interval interval(double level) {
    if (Double.isNaN(freedom)) {
      return Interval.NONE;
    }
    double half = error * TDistribution.of(freedom).inverseSurvivalProbability(level / 2);
    return new Interval(difference - half, difference + half);
  }

  @Override
  public double smallestP() {
    return Double.isNaN(freedom) ? 1 : 0;
  }
}
