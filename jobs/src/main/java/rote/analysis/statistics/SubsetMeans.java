package rote.analysis.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import rote.trial.Seeds;

/**
 * The mean of paired differences, judged by the sign-flip test (Fisher 1935), with the interval that inverts this test: its ends are
 * means of subsets of the differences (Hartigan 1969).
 *
 * <p>If no value is supposed but 0, both orders of a pair are equally likely, so p is the share of all patterns of flipped signs whose
 * sum is at least as far from 0 as the one observed. That is twice the share of subsets whose mean is on the other side
 * of 0. The test is exact for differences that are symmetric about their mean.
 */
public final class SubsetMeans implements Estimate {
  /** For more pairs subsets are sampled with a seed. */
  static final int EXACT_PAIRS = 20;

  private static final int SAMPLED = (1 << 17) - 1;
  private static final int KEPT_BITS = 30; // sums in another order count as equal

  private final int n;
  private final double value;
  private final double grid;
  private final double[] ascending; // the means of all subsets but the empty one

  private SubsetMeans(double[] differences) {
    this.n = differences.length;
    double largest = Arrays.stream(differences).map(Math::abs).max().orElseThrow();
    this.grid = Math.scalb(1.0, Math.max(Math.getExponent(largest) - KEPT_BITS, Double.MIN_EXPONENT));
    this.ascending = n <= EXACT_PAIRS ? all(differences) : sampled(differences);
    Arrays.setAll(ascending, i -> onGrid(ascending[i]));
    Arrays.sort(ascending);
    this.value = onGrid(Arrays.stream(differences).sum() / n);
  }

  /** @param differences at least one, all finite */
  public static SubsetMeans of(double... differences) {
    if (differences.length == 0 || !DoubleStream.of(differences).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("needs finite differences, were " + Arrays.toString(differences));
    }
    return new SubsetMeans(differences);
  }

  private double onGrid(double mean) {
    return Math.rint(mean / grid) * grid + 0.0; // -0 becomes 0
  }

  /** By subset as a bit pattern: the sum without its lowest member, plus that member. */
  private static double[] all(double[] differences) {
    double[] means = new double[1 << differences.length];
    for (int subset = 1; subset < means.length; subset++) {
      means[subset] = means[subset & subset - 1] + differences[Integer.numberOfTrailingZeros(subset)];
    }
    for (int subset = 1; subset < means.length; subset++) {
      means[subset] /= Integer.bitCount(subset);
    }
    return Arrays.copyOfRange(means, 1, means.length);
  }

  private static double[] sampled(double[] differences) {
    UniformRandomProvider draws = new Seeds(0).stream("subsets", 0);
    double[] means = new double[SAMPLED];
    for (int s = 0; s < SAMPLED;) {
      double sum = 0;
      int members = 0;
      for (double difference : differences) {
        if (draws.nextBoolean()) {
          sum += difference;
          members++;
        }
      }
      if (members > 0) {
        means[s++] = sum / members;
      }
    }
    return means;
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
    double at = onGrid(supposed);
    int notAbove = below(Math.nextUp(at));
    int notBelow = ascending.length - below(at);
    return Math.min(1, 2.0 * (1 + Math.min(notAbove, notBelow)) / (ascending.length + 1));
  }

  @Override
  public double pBelow(double bound) {
    return p(onGrid(bound) - grid);
  }

  @Override
  public double pAbove(double bound) {
    return p(onGrid(bound) + grid);
  }

  /** How many means are below a value. */
  private int below(double bound) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Interval interval(double level) {
    int beyond = (int) (level * (ascending.length + 1) / 2);
    return beyond == 0 ? Interval.NONE : new Interval(ascending[beyond - 1], ascending[ascending.length - beyond]);
  }

  @Override
  public double smallestP() {
    return smallestP(n);
  }

  /** The smallest p that so many pairs can give: 2^(1-n), for up to 20 of them. */
  public static double smallestP(int pairs) {
    return pairs <= EXACT_PAIRS ? Math.scalb(1.0, 1 - pairs) : 2.0 / (SAMPLED + 1);
  }
}
