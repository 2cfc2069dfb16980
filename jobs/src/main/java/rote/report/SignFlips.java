package rote.report;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The two-sided test of paired differences by flipped signs (Fisher): were there no difference, each sign would be as likely
 * as its opposite, so p is the share of all sign patterns whose sum lies at least as far from 0 as the one observed.
 */
final class SignFlips {
  /** Up to so many pairs every pattern is counted; above, a seeded sample of them. */
  static final int EXACT_PAIRS = 24;

  private static final int SAMPLED = 100_000;
  private static final double ROUNDING = 1e-9; // sums of the same numbers in another order count as equal

  private final double[] differences;
  private final double bound;

  private SignFlips(double[] differences) {
    this.differences = differences;
    double size = Arrays.stream(differences).map(Math::abs).sum();
    this.bound = Math.abs(Arrays.stream(differences).sum()) - ROUNDING * size;
  }

  /**
   * The p-value of at least one pair.
   *
   * @param draws for more than {@link #EXACT_PAIRS} pairs
   */
  static double p(double[] differences, UniformRandomProvider draws) {
    SignFlips test = new SignFlips(differences);
    int n = differences.length;
    return n <= EXACT_PAIRS
        ? test.beyond(1, differences[0]) / (double) (1L << n - 1) // a pattern and its opposite lie equally far
        : (test.sampledBeyond(draws) + 1.0) / (SAMPLED + 1);
  }

  /** The smallest p that so many pairs can reach: that of differences of one sign. */
  static double smallest(int pairs) {
    return pairs <= EXACT_PAIRS ? Math.scalb(1.0, 1 - pairs) : 1.0 / (SAMPLED + 1);
  }

  private long beyond(int next, double sum) {
    if (next == differences.length) {
      return Math.abs(sum) >= bound ? 1 : 0;
    }
    return beyond(next + 1, sum + differences[next]) + beyond(next + 1, sum - differences[next]);
  }

  private int sampledBeyond(UniformRandomProvider draws) {
    int count = 0;
    for (int s = 0; s < SAMPLED; s++) {
      double sum = 0;
      for (double difference : differences) {
        sum += draws.nextBoolean() ? difference : -difference;
      }
      count += Math.abs(sum) >= bound ? 1 : 0;
    }
    return count;
  }
}
