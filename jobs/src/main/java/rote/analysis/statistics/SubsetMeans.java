package rote.analysis.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The mean of paired differences, judged by the sign-flip test (Fisher 1935), with the interval that inverts this test: its ends are
 * means of subsets of the differences (Hartigan 1969).
 *
 * <p>If no value is supposed but 0, both orders of a pair are equally likely, so p is the share of all patterns of flipped signs whose
 * sum is at least as far from 0 as the one observed. That is twice the share of subsets whose mean is on the other side
 * of 0. The test is exact for differences that are symmetric about their mean. Dividing the sum by a standard error would change
 * nothing: that error depends on the sum alone, because flipped signs leave the sum of squares as it is.
 *
 * <p>A ratio of two means is judged in the same way. For a supposed ratio r, the differences are a - r b of each pair (a, b), and
 * the ends are ratios in subsets of the pairs.
 */
public final class SubsetMeans implements Estimate {
  /** For more pairs subsets are sampled with a seed. */
  static final int EXACT_PAIRS = 20;

  private static final int SAMPLED = (1 << 17) - 1;
  private static final int KEPT_BITS = 30; // sums in another order count as equal
  private static final int LARGEST_RATIO = 1 << 16; // of the one observed; an end beyond it is infinite

  private final int n;
  private final double value;
  private final double grid; // to whose multiples means are rounded
  private final double reach; // no mean is farther from 0, and no ratio that is told from infinity
  private final SubsetCount subsets;

  private SubsetMeans(int n, double[] numbers, double[] weights, double size, double reach) {
    this.n = n;
    this.grid = Math.scalb(1.0, Math.max(Math.getExponent(size) - KEPT_BITS, Double.MIN_EXPONENT));
    this.reach = reach;
    this.subsets = numbers.length <= EXACT_PAIRS ? new SubsetCount.Exact(numbers, weights)
        : SubsetCount.Sampled.of(numbers, weights, SAMPLED);
    this.value = onGrid(Arrays.stream(numbers).sum() / Arrays.stream(weights).sum());
  }

  /** @param differences at least one, all finite */
  public static SubsetMeans of(double... differences) {
    if (differences.length == 0 || !DoubleStream.of(differences).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("needs finite differences, were " + Arrays.toString(differences));
    }
    double[] weights = new double[differences.length];
    Arrays.fill(weights, 1);
    double largest = Arrays.stream(differences).map(Math::abs).max().orElseThrow();
    return new SubsetMeans(differences.length, differences.clone(), weights, largest, largest);
  }

  /** The mean of ours over that of theirs. @param ours not below 0, not all 0; so are theirs */
  static SubsetMeans ofRatio(double[] ours, double[] theirs) {
    double ratio = Arrays.stream(ours).sum() / Arrays.stream(theirs).sum();
    int[] told = IntStream.range(0, ours.length).filter(i -> ours[i] > 0 || theirs[i] > 0).toArray(); // others have no ratio
    return new SubsetMeans(ours.length, Arrays.stream(told).mapToDouble(i -> ours[i]).toArray(),
        Arrays.stream(told).mapToDouble(i -> theirs[i]).toArray(), ratio, LARGEST_RATIO * ratio);
  }

  private double onGrid(double mean) {
    return Math.rint(mean / grid) * grid + 0.0; // -0 becomes 0
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
    long notBelow = subsets.all() - subsets.below(at - grid / 2);
    return Math.min(1, 2.0 * (1 + Math.min(notAbove(at), notBelow)) / (subsets.all() + 1));
  }

  /** How many means, rounded, are at a point of the grid or below. */
  private long notAbove(double at) {
    return subsets.below(at + grid / 2);
  }

  @Override
  public double pBelow(double bound) {
    return p(onGrid(bound) - grid);
  }

  @Override
  public double pAbove(double bound) {
    return p(onGrid(bound) + grid);
  }

  @Override
  public Interval interval(double level) {
    long beyond = (long) (level * (subsets.all() + 1) / 2);
    return beyond == 0 ? Interval.NONE : new Interval(mean(beyond), mean(subsets.all() - beyond + 1));
  }

  /** The mean with this rank, from 1: the first point of the grid that so many are not above. */
  private double mean(long rank) {
    long high = (long) Math.rint(reach / grid) + 1;
    if (notAbove(high * grid) < rank) {
      return Double.POSITIVE_INFINITY;
    }
    long low = -high; // all are above it
    while (high - low > 1) {
      long middle = low + high >> 1;
      if (notAbove(middle * grid) < rank) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high * grid;
  }

  @Override
  public double smallestP() {
    return 2.0 / (subsets.all() + 1);
  }

  /** The smallest p that so many pairs can give: 2^(1-n), for up to 20 of them. */
  public static double smallestP(int pairs) {
    return pairs <= EXACT_PAIRS ? Math.scalb(1.0, 1 - pairs) : 2.0 / (SAMPLED + 1);
  }
}
