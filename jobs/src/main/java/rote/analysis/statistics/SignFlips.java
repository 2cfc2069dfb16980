package rote.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import rote.trial.Seeds;

/**
 * The two-sided test of pairs by flipped signs (Fisher): were there no difference, the two of a pair could as well have come
 * the other way round, so p is the share of all patterns of flips whose statistic lies at least as far from 0 as the one
 * observed.
 */
public final class SignFlips {
  /** Up to so many pairs every pattern is counted; above, a seeded sample of them. */
  static final int EXACT_PAIRS = 20;

  private static final int SAMPLED = 100_000;
  private static final double ROUNDING = 1e-9; // sums of the same numbers in another order count as equal

  private final boolean[] flipped;
  private final ToDoubleFunction<boolean[]> statistic;
  private final double bound;

  private SignFlips(int pairs, ToDoubleFunction<boolean[]> statistic, double... parts) {
    this.flipped = new boolean[pairs];
    this.statistic = statistic;
    double size = Arrays.stream(parts).map(Math::abs).sum(); // magnitudes: parts of unlike sign would hide one another
    this.bound = Math.abs(statistic.applyAsDouble(flipped)) - ROUNDING * size;
  }

  /** The p-value of the sum of at least one difference. */
  static double p(double... differences) {
    return p(differences.length, flipped -> sum(differences, flipped), differences);
  }

  /**
   * The p-value of a statistic of at least one pair that changes its sign where all pairs are flipped.
   *
   * @param statistic of the pairs of which some are flipped
   * @param parts the numbers, of either sign, of which it is the sum or the difference where none are flipped: how large they
   *     are tells what is rounding
   * @return from {@link #smallest} to 1, for the pattern observed is always counted
   */
  static double p(int pairs, ToDoubleFunction<boolean[]> statistic, double... parts) {
    SignFlips test = new SignFlips(pairs, statistic, parts);
    return pairs <= EXACT_PAIRS
        ? test.beyond(1) / (double) (1L << pairs - 1) // a pattern and its opposite lie equally far
        : (test.sampledBeyond() + 1.0) / (SAMPLED + 1);
  }

  /** The smallest p that so many pairs can reach: that of differences of one sign. */
  public static double smallest(int pairs) {
    return pairs <= EXACT_PAIRS ? Math.scalb(1.0, 1 - pairs) : 1.0 / (SAMPLED + 1);
  }

  private static double sum(double[] differences, boolean[] flipped) {
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      sum += flipped[i] ? -differences[i] : differences[i];
    }
    return sum;
  }

  /** A statistic that is no number speaks against a difference. */
  private boolean isBeyond() {
    return !(Math.abs(statistic.applyAsDouble(flipped)) < bound);
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
