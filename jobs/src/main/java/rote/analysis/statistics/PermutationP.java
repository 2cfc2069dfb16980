package rote.analysis.statistics;

/**
 * The p of a permutation test, where an estimate is wanted: of a claim that it is at most a level.
 *
 * <p>Such a claim is itself a test at that level, so its p on the scale of {@link Statistics#LEVEL} is this p times that level over the
 * claim's, and is corrected for the number of claims like any other. A large p shows nothing, so such a claim never fails.
 *
 * @param n how many permutations
 */
public record PermutationP(double value, int n) implements Estimate {
  private static final double ROUNDING = 1e-12; // so that p of 0.05 is at most 0.05

  @Override
  public double p(double supposed) {
    return 1;
  }

  @Override
  public double pAbove(double bound) {
    return value > bound ? 1 : Math.min(1, value * Statistics.LEVEL / bound * (1 - ROUNDING));
  }

  @Override
  public Interval interval(double level) {
    return Interval.NONE;
  }

  @Override
  public double smallestP() {
    return smallest(n);
  }

  /** The smallest p that this number of permutations can give. */
  public static double smallest(int permutations) {
    return 1.0 / (1 + permutations);
  }
}
