package rote.analysis.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much more shares vary than those of a binomial: their standard deviation, divided by the one that equal chances would
 * give, √(p (1 - p) / n) with p the mean share and n the number of tries. 1 where all examples are equally difficult.
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
   * @param tries of which each is a share; the value is NaN if the mean share is 0 or 1
   */
  public static Dispersion of(double[] shares, int tries) {
    double sum = Arrays.stream(shares).sum();
    double squares = Arrays.stream(shares).map(share -> share * share).sum();
    int n = shares.length;
    double[] left = IntStream.range(0, n)
        .mapToDouble(i -> logarithm(n - 1, sum - shares[i], squares - shares[i] * shares[i], tries)).toArray();
    boolean isJudged = n > 2 && Arrays.stream(left).allMatch(Double::isFinite);
    double error = isJudged ? StandardDeviation.of(left).getAsDouble() * (n - 1) / Math.sqrt(n) : Double.NaN;
    return new Dispersion(Math.exp(logarithm(n, sum, squares, tries)), error > 0 ? error : Double.NaN, n);
  }

  private static double logarithm(int n, double sum, double squares, int tries) {
    double mean = sum / n;
    double variance = Math.max(0, squares - sum * mean) / (n - 1);
    return 0.5 * Math.log(variance / (mean * (1 - mean) / tries));
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
