package rote.analysis.statistics;

/**
 * The values of a number that a test at some level does not reject, ends included.
 *
 * @param low negative infinity if no value is too low
 * @param high infinity if no value is too high
 */
public record Interval(double low, double high) {
  /** What too few values give: nothing is rejected. */
  public static final Interval NONE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Whether anything is rejected. */
  public boolean exists() {
    return !equals(NONE);
  }

  boolean has(double value) {
    return value >= low && value <= high;
  }

  public double[] ends() {
    return new double[] {low, high};
  }
}
