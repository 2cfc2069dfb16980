package rote.analysis.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Statistics of a sample.
 *
 * @param standardDeviation with n - 1 in the denominator; NaN for a single value
 * @param low lower end of the 95 % interval of the mean by Student's t; NaN for a single value
 * @param high upper end of that interval
 */
public record Statistics(int n, double mean, double standardDeviation, double low, double high) {
  /** The share above a 95 % interval. */
  private static final double TAIL = 0.025;
  /** By n, because inverting the distribution is slow. */
  private static final Map<Integer, Double> REACH = new ConcurrentHashMap<>();

  public Statistics {
    if (n < 1) {
      throw new IllegalArgumentException("statistics need a value, there is none");
    }
  }

  /** @throws IllegalArgumentException if there is no value */
  public static Statistics of(double... values) {
    int n = values.length;
    double mean = Mean.of(values).getAsDouble();
    if (n < 2) {
      return new Statistics(n, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double deviation = StandardDeviation.of(values).getAsDouble();
    double half = reach(n) * deviation;
    return new Statistics(n, mean, deviation, mean - half, mean + half);
  }

  public double[] ends() {
    return new double[] {mean, low, high};
  }

  /** Statistics of the values times a factor plus a shift. */
  public Statistics scaled(double factor, double shift) {
    double one = factor * low + shift;
    double other = factor * high + shift;
    return new Statistics(n, factor * mean + shift, Math.abs(factor) * standardDeviation, Math.min(one, other),
        Math.max(one, other));
  }

  /** Half the 95 % interval of the mean, in standard deviations; NaN for a single value. */
  public static double reach(int n) {
    return n < 2 ? Double.NaN
        : REACH.computeIfAbsent(n, any -> TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) / Math.sqrt(n));
  }

  /** @throws IllegalArgumentException if there is no value */
  public static Statistics of(DoubleStream values) {
    return of(values.toArray());
  }
}
