package rote.analysis.statistics;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Statistics of a sample, with a 95 % interval.
 *
 * @param standardDeviation with n - 1 in the denominator; NaN for a single value, or if the number is no mean
 * @param low lower end of the 95 % interval; NaN if the values are too few for one
 * @param high upper end of that interval
 */
public record Statistics(int n, double mean, double standardDeviation, double low, double high) {
  /** Of tests and intervals, unless they are corrected for their number. */
  public static final double LEVEL = 0.05;

  public Statistics {
    if (n < 1) {
      throw new IllegalArgumentException("statistics need a value, there is none");
    }
  }

  /** A mean by Student's t. @throws IllegalArgumentException if there is no value */
  public static Statistics of(double... values) {
    return of(StudentMean.of(values), values.length < 2 ? Double.NaN : StandardDeviation.of(values).getAsDouble());
  }

  /** @throws IllegalArgumentException if there is no value */
  public static Statistics of(DoubleStream values) {
    return of(values.toArray());
  }

  public static Statistics of(Estimate estimate, double standardDeviation) {
    Interval interval = estimate.interval(LEVEL);
    return new Statistics(estimate.n(), estimate.value(), standardDeviation,
        interval.exists() ? interval.low() : Double.NaN, interval.exists() ? interval.high() : Double.NaN);
  }

  public double[] ends() {
    return new double[] {mean, low, high};
  }

  /** Half the 95 % interval of a mean, in standard deviations; NaN for a single value. */
  public static double reach(int n) {
    return StudentMean.reach(n, LEVEL);
  }
}
