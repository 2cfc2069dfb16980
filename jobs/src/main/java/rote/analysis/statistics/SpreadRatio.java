package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Median;
import rote.trial.Seeds;

/**
 * The logarithm of the ratio of two paired samples' standard deviations, judged by exchanging the values of pairs.
 *
 * <p>If the ratio is the one supposed, both orders of a pair are equally likely once medians are taken out (with means, a long
 * tail would look like a difference: Brown and Forsythe 1974) and the first sample is divided by the ratio. p is the share of all
 * patterns of exchanges after which the ratio is at least as far from 1. The interval inverts the test on a grid of ratios, in steps of 2 %.
 */
final class SpreadRatio implements Estimate {
  /** For more pairs, patterns are sampled with a seed. */
  private static final int EXACT_PAIRS = 12;

  private static final int SAMPLED = 4096;
  private static final double STEP = 0.02; // of the logarithm
  private static final int STEPS = 200; // to a factor of 55 each way
  private static final double ROUNDING = 1e-9;

  private final int n;
  private final double value;
  private final double[][] sums; // by pattern: of our exchanged values, of their squares, of theirs, of their squares
  private final double[] below; // p by steps away from the value; never rising
  private final double[] above;

  private SpreadRatio(double[] ours, double[] theirs) {
    this.n = ours.length;
    this.sums = sums(ours, theirs);
    double[] all = sums[sums.length - 1];
    this.value = 0.5 * Math.log(variance(all[0], all[1]) / variance(all[2], all[3]));
    this.below = outwards(-STEP);
    this.above = outwards(STEP);
  }

  /** Empty if a sample has no spread. */
  static Optional<Estimate> of(double[] ours, double[] theirs) {
    SpreadRatio ratio = new SpreadRatio(centred(ours), centred(theirs));
    return Double.isFinite(ratio.value) ? Optional.of(ratio) : Optional.empty();
  }

  private static double[] centred(double[] values) {
    double median = Median.withDefaults().evaluate(values.clone());
    return Arrays.stream(values).map(value -> value - median).toArray();
  }

  /** The first pattern exchanges nothing; the last row has the sums of all values. */
  private static double[][] sums(double[] ours, double[] theirs) {
    boolean isExact = ours.length <= EXACT_PAIRS;
    int patterns = isExact ? 1 << ours.length - 1 : SAMPLED;
    UniformRandomProvider draws = new Seeds(0).stream("exchanges", 0);
    boolean[] exchanged = new boolean[ours.length];
    double[][] sums = new double[patterns + 1][];
    for (int pattern = 0; pattern < patterns; pattern++) {
      for (int i = 0; i < exchanged.length; i++) {
        exchanged[i] = pattern > 0 && (isExact ? (pattern >> i & 1) == 1 : draws.nextBoolean());
      }
      sums[pattern] = sums(ours, theirs, exchanged);
    }
    Arrays.fill(exchanged, true);
    sums[patterns] = sums(ours, theirs, exchanged);
    return sums;
  }

  private static double[] sums(double[] ours, double[] theirs, boolean[] exchanged) {
    double[] sums = new double[4];
    for (int i = 0; i < ours.length; i++) {
      if (exchanged[i]) {
        sums[0] += ours[i];
        sums[1] += ours[i] * ours[i];
        sums[2] += theirs[i];
        sums[3] += theirs[i] * theirs[i];
      }
    }
    return sums;
  }

  private double variance(double sum, double squares) {
    return squares - sum * sum / n;
  }

  /** p of the values one step away, two steps and so on; each at least as large as those farther away. */
  private double[] outwards(double step) {
    double[] p = new double[STEPS + 1];
    for (int k = STEPS; k >= 0; k--) {
      p[k] = Math.max(k == STEPS ? 0 : p[k + 1], share(Math.exp(value + k * step)));
    }
    return p;
  }

  /** The share of patterns after which the ratio is as far from 1, once ours are divided by a factor. */
  private double share(double factor) {
    double observed = distance(sums[0], factor) * (1 - ROUNDING) - ROUNDING;
    int beyond = 0;
    for (int pattern = 0; pattern < sums.length - 1; pattern++) {
      beyond += distance(sums[pattern], factor) < observed ? 0 : 1;
    }
    return (double) beyond / (sums.length - 1);
  }

  private double distance(double[] exchanged, double factor) {
    double[] all = sums[sums.length - 1];
    double f2 = factor * factor;
    double left = variance((all[0] - exchanged[0]) / factor + exchanged[2], (all[1] - exchanged[1]) / f2 + exchanged[3]);
    double right = variance(all[2] - exchanged[2] + exchanged[0] / factor, all[3] - exchanged[3] + exchanged[1] / f2);
    return Math.abs(Math.log(left / right));
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double p(double supposed) {
    double[] side = supposed < value ? below : above;
    return side[(int) Math.min(STEPS, Math.abs(supposed - value) / STEP)];
  }

  @Override
  public Interval interval(double level) {
    return new Interval(value - reach(below, level), value + reach(above, level));
  }

  private static double reach(double[] side, double level) {
    for (int k = 0; k <= STEPS; k++) {
      if (side[k] <= level) {
        return k * STEP;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double smallestP() {
    return n <= EXACT_PAIRS ? Math.scalb(1.0, 1 - n) : 1.0 / SAMPLED;
  }
}
