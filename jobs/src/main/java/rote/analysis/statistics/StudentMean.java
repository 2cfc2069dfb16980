package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of one sample, judged by Student's t.
 *
 * <p>Values that are all equal have no spread to judge by. Then the sign test judges, which speaks of the median: p is 2^(1-n), for six
 * equal values are as surprising as six differences of one sign.
 */
public final class StudentMean implements Estimate {
  /** By n and level, because inverting the distribution is slow. */
  private static final Map<Reach, Double> REACH = new ConcurrentHashMap<>();

  private record Reach(int n, double level) {}

  private final int n;
  private final double mean;
  private final double error; // of the mean; 0 if all values are equal

  private StudentMean(int n, double mean, double error) {
    this.n = n;
    this.mean = mean;
    this.error = error;
  }

  /** @throws IllegalArgumentException if there is no value */
  public static StudentMean of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a mean needs a value, there is none");
    }
    boolean equal = Arrays.stream(values).allMatch(value -> value == values[0]);
    return equal ? new StudentMean(values.length, values[0], 0) : new StudentMean(values.length, Mean.of(values).getAsDouble(),
        StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length));
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double value() {
    return mean;
  }

  private boolean isConstant() {
    return error == 0;
  }

  @Override
  public double p(double supposed) {
    if (isConstant()) {
      return supposed == mean ? 1 : smallestP();
    }
    return 2 * TDistribution.of(n - 1).survivalProbability(Math.abs(mean - supposed) / error);
  }

  @Override
  public Interval interval(double level) {
    if (isConstant()) {
      return smallestP() <= level ? new Interval(mean, mean) : Interval.NONE;
    }
    double half = error * Math.sqrt(n) * reach(n, level);
    return new Interval(mean - half, mean + half);
  }

  /** Half the interval, in standard deviations; NaN for a single value. */
  public static double reach(int n, double level) {
    return n < 2 ? Double.NaN : REACH.computeIfAbsent(new Reach(n, level),
        any -> TDistribution.of(n - 1).inverseSurvivalProbability(level / 2) / Math.sqrt(n));
  }

  @Override
  public double smallestP() {
    return isConstant() ? SubsetMeans.smallestP(n) : 0;
  }
}
