package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A statistic that only several trials have together.
 *
 * <p>Two groups are compared by exchanging trials of one seed, after removing what the statistic does not measure: location
 * and, for a correlation, scale. These are estimated, so the test is approximate: at a level of 5 %, with 7 to 20 normal or
 * lognormal pairs, 1 to 9 % are false alarms; the fewest if two metrics are strongly correlated.
 */
public enum JointStatistic {
  /** The standard deviation of the first metric, with n - 1 in the denominator. */
  SPREAD(2) {
    @Override
    double of(double[][] values) {
      return StandardDeviation.of(values[0]).getAsDouble();
    }

    /** Relative to the median, because with the mean a long tail looks like a difference (Brown and Forsythe 1974). */
    @Override
    double[] comparable(double[] values) {
      double median = Median.withDefaults().evaluate(values.clone());
      return Arrays.stream(values).map(value -> value - median).toArray();
    }
  },

  /** Pearson's correlation of the first metric and the second. */
  CORRELATION(3) {
    @Override
    double of(double[][] values) {
      return product(values[0], values[1])
          / Math.sqrt(product(values[0], values[0]) * product(values[1], values[1]));
    }

    @Override
    double[] comparable(double[] values) {
      double mean = mean(values);
      double deviation = StandardDeviation.of(values).getAsDouble();
      return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
  };

  private final int fewest;

  JointStatistic(int fewest) {
    this.fewest = fewest;
  }

  /** @param values one row per metric, one column per trial; the result may be NaN */
  abstract double of(double[][] values);

  /** Removes what the statistic does not measure. */
  abstract double[] comparable(double[] values);

  /** Empty for too few trials, or if the statistic is undefined. There is no standard deviation. */
  public Optional<Statistics> statistics(double[][] values) {
    int n = values[0].length;
    double value = n < fewest ? Double.NaN : of(values);
    if (Double.isNaN(value)) {
      return Optional.empty();
    }
    Bootstrap interval = Bootstrap.of(n, drawn -> of(drawn(values, drawn)));
    return Optional.of(new Statistics(n, value, Double.NaN, interval.low(), interval.high()));
  }

  /** Subtracts another group's statistic. Columns with one number share a seed. Empty for too few pairs, or if undefined. */
  public Optional<PairedDifference> difference(double[][] ours, double[][] theirs) {
    int n = ours[0].length;
    double value = n < fewest ? Double.NaN : of(ours) - of(theirs);
    if (Double.isNaN(value)) {
      return Optional.empty();
    }
    Bootstrap interval = Bootstrap.of(n, drawn -> of(drawn(ours, drawn)) - of(drawn(theirs, drawn)));
    return Optional.of(
        new PairedDifference(new Statistics(n, value, Double.NaN, interval.low(), interval.high()), p(ours, theirs)));
  }

  double p(double[][] ours, double[][] theirs) {
    double[][] first = Arrays.stream(ours).map(this::comparable).toArray(double[][]::new);
    double[][] second = Arrays.stream(theirs).map(this::comparable).toArray(double[][]::new);
    double[][] left = new double[first.length][first[0].length];
    double[][] right = new double[first.length][first[0].length];
    return SignFlips.p(first[0].length, exchanged -> {
      for (int metric = 0; metric < first.length; metric++) {
        for (int i = 0; i < exchanged.length; i++) {
          left[metric][i] = (exchanged[i] ? second : first)[metric][i];
          right[metric][i] = (exchanged[i] ? first : second)[metric][i];
        }
      }
      return of(left) - of(right);
    }, of(first), of(second));
  }

  private static double[][] drawn(double[][] values, int[] drawn) {
    return Arrays.stream(values).map(row -> Arrays.stream(drawn).mapToDouble(i -> row[i]).toArray()).toArray(double[][]::new);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The product of the distances from the means. */
  private static double product(double[] first, double[] second) {
    double firstMean = mean(first);
    double secondMean = mean(second);
    return IntStream.range(0, first.length).mapToDouble(i -> (first[i] - firstMean) * (second[i] - secondMean)).sum();
  }
}
