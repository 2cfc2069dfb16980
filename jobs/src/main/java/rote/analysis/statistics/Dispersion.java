package rote.analysis.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much more shares vary within their classes than those of binomials: the root of their squared deviations from the mean of
 * the class, divided by those that equal chances in each class would give, p (1 - p) / n times one less than its size, with p its
 * mean share and n the number of tries. 1 where all examples of a class are equally difficult, however the classes differ.
 *
 * <p>It is judged on the scale of logarithms, with the jackknife's standard error over the shares (Miller 1974).
 *
 * @param error standard error of the logarithm; NaN for fewer than three shares, and where all are equal
 * @param n how many shares there are
 */
public record Dispersion(double value, double error, int n) implements Estimate {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * @param shares at least one, 0 to 1
   * @param classes of each share, from 0
   * @param tries of which each is a share; the value is NaN if the mean share of every class is 0 or 1
   */
  public static Dispersion of(double[] shares, int[] classes, int tries) {
    int n = shares.length;
    double[][] sums = new double[Arrays.stream(classes).max().orElse(0) + 1][3]; // [class]: size, sum, sum of squares
    IntStream.range(0, n).forEach(i -> add(sums[classes[i]], shares[i], 1));
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      double[] kept = sums[classes[i]].clone();
      add(sums[classes[i]], shares[i], -1);
      left[i] = logarithm(sums, tries);
      sums[classes[i]] = kept;
    }
    boolean isJudged = n > 2 && Arrays.stream(left).allMatch(Double::isFinite);
    double error = isJudged ? StandardDeviation.of(left).getAsDouble() * (n - 1) / Math.sqrt(n) : Double.NaN;
    return new Dispersion(Math.exp(logarithm(sums, tries)), error > 0 ? error : Double.NaN, n);
  }

  private static void add(double[] sums, double share, int times) {
    sums[0] += times;
    sums[1] += times * share;
    sums[2] += times * share * share;
  }

  private static double logarithm(double[][] sums, int tries) {
    double found = 0;
    double equal = 0;
    for (double[] of : sums) {
      if (of[0] > 1) { // one share alone does not vary
        double mean = of[1] / of[0];
        found += Math.max(0, of[2] - of[1] * mean);
        equal += (of[0] - 1) * mean * (1 - mean) / tries;
      }
    }
    return 0.5 * Math.log(found / equal);
  }

  @Override
  public double p(double supposed) {
    if (!(supposed > 0)) {
      return 0; // no ratio of spreads
    }
    return Double.isNaN(error) ? 1 : 2 * NORMAL.survivalProbability(Math.abs(Math.log(value / supposed)) / error);
  }

  @Override
  public Interval interval(double level) {
    double half = error * NORMAL.inverseSurvivalProbability(level / 2);
    return Double.isNaN(error) ? Interval.NONE : new Interval(value * Math.exp(-half), value * Math.exp(half));
  }

  @Override
  public double smallestP() {
    return Double.isNaN(error) ? 1 : 0;
  }
}
