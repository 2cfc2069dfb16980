package rote.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import rote.trial.Seeds;

/**
 * The two-sided sign-flip test of pairs (Fisher). Without a difference both orders of a pair are equally likely, so p is the
 * share of all patterns of flips whose statistic is at least as far from 0 as the one observed.
 */
public final class SignFlips {
  /** For more pairs, patterns are sampled with a seed. */
  static final int EXACT_PAIRS = 20;

  private static final int SAMPLED = 100_000;
  private static final double ROUNDING = 1e-9; // sums in another order count as equal

  private final boolean[] flipped;
  private final ToDoubleFunction<boolean[]> statistic;
  private final double bound;

  private SignFlips(int pairs, ToDoubleFunction<boolean[]> statistic, double... parts) {
    this.flipped = new boolean[pairs];
    this.statistic = statistic;
    double size = Arrays.stream(parts).map(Math::abs).sum(); // parts of unlike sign must not cancel
    this.bound = Math.abs(statistic.applyAsDouble(flipped)) - ROUNDING * size;
  }

  /** @param differences at least one */
  static double p(double... differences) {
    return p(differences.length, flipped -> sum(differences, flipped), differences);
  }

  /**
   * @param statistic changes its sign if all of at least one pair are flipped
   * @param parts whose sum or difference it is if none are flipped: their size determines what counts as rounding
   * @return from {@link #smallest} to 1, because the pattern observed counts
   */
  static double p(int pairs, ToDoubleFunction<boolean[]> statistic, double... parts) {
    SignFlips test = new SignFlips(pairs, statistic, parts);
    return pairs <= EXACT_PAIRS
        ? test.beyond(1) / (double) (1L << pairs - 1) // a pattern and its opposite are equally far
        : (test.sampledBeyond() + 1.0) / (SAMPLED + 1);
  }

  /** The smallest p that this many pairs can reach. */
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

  /** NaN counts against a difference. */
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
