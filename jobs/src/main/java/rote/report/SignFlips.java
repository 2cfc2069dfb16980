package rote.report;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import rote.experiment.Seeds;

/**
 * The two-sided test of pairs by flipped signs (Fisher): were there no difference, the two of a pair could as well have come
 * the other way round, so p is the share of all patterns of flips whose statistic lies at least as far from 0 as the one
 * observed.
 */
final class SignFlips {
  /** Up to so many pairs every pattern is counted; above, a seeded sample of them. */
  static final int EXACT_PAIRS = 20;

  private static final int SAMPLED = 100_000;
  private static final double ROUNDING = 1e-9; // sums of the same numbers in another order count as equal

  private final boolean[] flipped;
  private final ToDoubleFunction<boolean[]> statistic;
  private final double bound;

  private SignFlips(int pairs, double size, ToDoubleFunction<boolean[]> statistic) {
    this.flipped = new boolean[pairs];
    this.statistic = statistic;
    this.bound = Math.abs(statistic.applyAsDouble(flipped)) - ROUNDING * size;
  }

  /** The p-value of the sum of at least one difference. */
  static double p(double... differences) {
    double size = Arrays.stream(differences).map(Math::abs).sum();
    return p(differences.length, size, flipped -> sum(differences, flipped));
  }

  /**
   * The p-value of a statistic of at least one pair that changes its sign where all pairs are flipped.
   *
   * @param size of the numbers that it is computed from, which tells what is rounding
   * @param statistic of the pairs of which some are flipped
   */
  static double p(int pairs, double size, ToDoubleFunction<boolean[]> statistic) {
    SignFlips test = new SignFlips(pairs, size, statistic);
    return pairs <= EXACT_PAIRS
        ? test.beyond(1) / (double) (1L << pairs - 1) // a pattern and its opposite lie equally far
        : (test.sampledBeyond() + 1.0) / (SAMPLED + 1);
  }

  /** The smallest p that so many pairs can reach: that of differences of one sign. */
  static double smallest(int pairs) {
    return pairs <= EXACT_PAIRS ? Math.scalb(1.0, 1 - pairs) : 1.0 / (SAMPLED + 1);
  }

  private static double sum(double[] differences, boolean[] flipped) {
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      sum += flipped[i] ? -differences[i] : differences[i];
    }
    return sum;
  }

  private boolean isBeyond() {
    return Math.abs(statistic.applyAsDouble(flipped)) >= bound;
  }

  private long beyond(int next) {
    if (next == flipped.length) {
      return isBeyond() ? 1 : 0;
    }
    flipped[next] = false;
    long count = beyond(next + 1);
    flipped[next] = true;
    return count + beyond(next + 1);
  }

  private int sampledBeyond() {
    UniformRandomProvider draws = new Seeds(0).stream("sign-flips", 0);
    int count = 0;
    for (int s = 0; s < SAMPLED; s++) {
      for (int i = 0; i < flipped.length; i++) {
        flipped[i] = draws.nextBoolean();
      }
      count += isBeyond() ? 1 : 0;
    }
    return count;
  }
}
