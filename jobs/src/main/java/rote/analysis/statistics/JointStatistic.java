package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A statistic that only several trials have together.
 *
 * <p>Two groups are compared by tests that stand long tails. The statistic of one group has no interval: those known hold too seldom where there
 * are any.
 */
public enum JointStatistic {
  /** The standard deviation of the first metric, with n - 1 in the denominator. Two are compared by {@link SpreadRatio}. */
  SPREAD(4) {
    @Override
    double of(double[][] values) {
      return StandardDeviation.of(values[0]).getAsDouble();
    }

    @Override
    Optional<Estimate> compared(double[][] ours, double[][] theirs) {
      return SpreadRatio.of(ours[0], theirs[0]);
    }
  },

  /**
   * Pearson's correlation of the first metric and the second. Two are compared by Fisher's z (1921) of their normal scores (van der Waerden
   * 1952): by sign flips of the jackknife's pseudo-values (Miller 1974).
   */
  CORRELATION(5) {
    @Override
    double of(double[][] values) {
      return product(values[0], values[1])
          / Math.sqrt(product(values[0], values[0]) * product(values[1], values[1]));
    }

    @Override
    Optional<Estimate> compared(double[][] ours, double[][] theirs) {
      double[] first = pseudoValues(new double[][] {normalScores(ours[0]), normalScores(ours[1])});
      double[] second = pseudoValues(new double[][] {normalScores(theirs[0]), normalScores(theirs[1])});
      double[] differences = IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
      return Arrays.stream(differences).allMatch(Double::isFinite) ? Optional.of(SubsetMeans.of(differences)) : Optional.empty();
    }

    /** n times z minus n - 1 times that without one trial. */
    private double[] pseudoValues(double[][] values) {
      int n = values[0].length;
      double most = 1 - 1.0 / (n * n); // so that the z of equal ranks is finite
      double all = fisherZ(of(values), most);
      return IntStream.range(0, n).mapToDouble(left -> n * all
          - (n - 1) * fisherZ(of(new double[][] {without(values[0], left), without(values[1], left)}), most)).toArray();
    }
  };

  private final int fewest;

  JointStatistic(int fewest) {
    this.fewest = fewest;
  }

  /** @param values one row per metric, one column per trial; the result may be NaN */
  abstract double of(double[][] values);

  /** Empty if a statistic is undefined. */
  abstract Optional<Estimate> compared(double[][] ours, double[][] theirs);

  /** Empty if the statistic is undefined: for too few trials, or without any spread. */
  public Optional<Estimate> estimate(double[][] values) {
    double value = values[0].length < fewest ? Double.NaN : of(values);
    return Double.isNaN(value) ? Optional.empty() : Optional.of(new Untested(values[0].length, value));
  }

  /**
   * Compares with another group; columns with one number share a seed. Empty if either statistic is undefined.
   *
   * @return of the logarithm of the ratio of mean distances from the median, or of the difference of Fisher's z
   */
  public Optional<Estimate> difference(double[][] ours, double[][] theirs) {
    return ours[0].length < fewest ? Optional.empty() : compared(ours, theirs);
  }

  private static double[] without(double[] values, int left) {
    return IntStream.range(0, values.length).filter(i -> i != left).mapToDouble(i -> values[i]).toArray();
  }

  private static double fisherZ(double correlation, double most) {
    double inside = Math.max(-most, Math.min(most, correlation));
    return 0.5 * Math.log((1 + inside) / (1 - inside));
  }

  /** The quantiles of the normal distribution at rank / (n + 1); equal values share their mean rank. */
  private static double[] normalScores(double[] values) {
    return Arrays.stream(values).map(value -> {
      double rank = Arrays.stream(values).map(other -> other < value ? 1 : other == value ? 0.5 : 0).sum() + 0.5;
      return NormalDistribution.of(0, 1).inverseCumulativeProbability(rank / (values.length + 1));
    }).toArray();
  }

  /** The product of the distances from the means. */
  private static double product(double[] first, double[] second) {
    double firstMean = Arrays.stream(first).average().orElseThrow();
    double secondMean = Arrays.stream(second).average().orElseThrow();
    return IntStream.range(0, first.length).mapToDouble(i -> (first[i] - firstMean) * (second[i] - secondMean)).sum();
  }
}
