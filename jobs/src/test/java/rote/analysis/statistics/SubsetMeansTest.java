package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values to compare with are those of scipy.stats.permutation_test(permutation_type="samples"), SciPy 1.17. */
class SubsetMeansTest {
  private static final double[] THIRTY = {1.37, -1.38, 0.4, -0.19, -0.12, 0.02, -1.06, 0.01, -0.37, 2.14, 0.29, -0.06, -0.02, -0.25,
    -0.48, -0.08, 0.44, 0.01, 0.72, 0.03, 0.16, 1.08, 0.48, -0.15, 0.04, 0.47, 1.31, -0.01, 0, 0.75};

  @Test
  void countsEverySignPatternAsSciPyDoes() {
    SubsetMeans eight = SubsetMeans.of(0.8, -0.1, 0.4, 1.2, 0.3, 0.7, -0.2, 0.5);
    assertThat(eight.p(0)).isEqualTo(10 / 256.0);
    assertThat(eight.n()).isEqualTo(8);
    assertThat(eight.value()).isCloseTo(0.45, within(1e-9));
  }

  @Test
  void sumsThatAreEqualCountAsEqual() {
    assertThat(SubsetMeans.of(1, -1, 2, -2, 3, 1).p(0)).isEqualTo(34 / 64.0);
    assertThat(SubsetMeans.of(0.1, 0.2, -0.3).p(0)).isEqualTo(1); // 0.1 + 0.2 is not 0.3 to a computer
  }

  @Test
  void fewPairsCannotReachASmallP() {
    assertThat(SubsetMeans.of(5, 6, 7).p(0)).isEqualTo(0.25).isEqualTo(SubsetMeans.of(5, 6, 7).smallestP());
    assertThat(SubsetMeans.of(5, 6, 7, 8, 9).smallestP()).isEqualTo(0.0625);
    assertThat(SubsetMeans.of(1).p(0)).isEqualTo(1);
  }

  @Test
  void noDifferenceIsNoEvidence() {
    assertThat(SubsetMeans.of(0, 0, 0, 0).p(0)).isEqualTo(1);
    assertThat(SubsetMeans.of(0, 0, 0, 0, 0, 0).interval(0.05)).isEqualTo(new Interval(0, 0));
  }

  /** Student's interval of the first would leave out 0, and that of the second would not: {@code [1.96, 6.34]}, {@code [-2.1, 5.4]}. */
  @Test
  void theIntervalOfSixPairsGoesFromTheSmallestToTheLargest() {
    SubsetMeans one = SubsetMeans.of(5, 5.1, 4.9, 5.2, 4.8, -0.1);
    assertThat(one.p(0)).isEqualTo(0.0625);
    assertThat(one.interval(0.05).low()).isCloseTo(-0.1, within(1e-8));
    assertThat(one.interval(0.05).high()).isCloseTo(5.2, within(1e-8));
    SubsetMeans other = SubsetMeans.of(0.1, 0.2, 0.1, 0.3, 0.2, 9);
    assertThat(other.p(0)).isEqualTo(0.03125);
    assertThat(other.interval(0.05).low()).isCloseTo(0.1, within(1e-8));
    assertThat(other.interval(0.03)).as("six pairs reach 96.9 %, and no more").isEqualTo(Interval.NONE);
  }

  @Test
  void noIntervalOfFivePairsHas95Percent() {
    SubsetMeans five = SubsetMeans.of(1, 2, 3, 4, 5);
    assertThat(five.interval(0.05)).isEqualTo(Interval.NONE);
    assertThat(five.interval(0.0625)).isEqualTo(new Interval(1, 5));
  }

  @Test
  void manyPairsAreSampledToTheSameAnswer() {
    assertThat(SubsetMeans.of(THIRTY).p(0)).isCloseTo(0.1542, within(0.004)); // SciPy, of 400,000 patterns
    assertThat(SubsetMeans.of(THIRTY).interval(0.05)).isEqualTo(SubsetMeans.of(THIRTY).interval(0.05));
    double[] twenty = Arrays.copyOf(THIRTY, SubsetMeans.EXACT_PAIRS);
    double[] withZero = Arrays.copyOf(THIRTY, SubsetMeans.EXACT_PAIRS + 1);
    withZero[SubsetMeans.EXACT_PAIRS] = SubsetMeans.of(twenty).value();
    assertThat(SubsetMeans.of(withZero).p(0)).isCloseTo(SubsetMeans.of(twenty).p(0), within(0.03));
  }

  @Property(tries = 500, seed = "1")
  void theIntervalHoldsWhatTheTestDoesNotReject(
      @ForAll @Size(min = 1, max = 12) int[] differences, @ForAll int supposed, @ForAll @IntRange(min = 1, max = 400) int level) {
    SubsetMeans of = SubsetMeans.of(Arrays.stream(differences).mapToDouble(SubsetMeansTest::small).toArray());
    double bound = small(supposed) + supposed % 3 / 16.0;
    assertThat(of.interval(level / 1000.0).has(bound)).isEqualTo(of.p(bound) > level / 1000.0);
    assertThat(of.p(bound)).isBetween(of.smallestP(), 1.0);
  }

  /** Against a list of all means, in order. */
  @Test
  void theIntervalEndsAtMeansOfSubsetsAsIfAllWereListed() {
    Random random = new Random(2);
    for (int n = 6; n <= 12; n++) {
      double[] differences = random.doubles(n, -1, 2).toArray();
      double[] means = IntStream.range(1, 1 << n).mapToDouble(subset -> meanOf(differences, subset)).sorted().toArray();
      int beyond = (int) (0.05 * (means.length + 1) / 2);
      Interval interval = SubsetMeans.of(differences).interval(0.05);
      assertThat(interval.low()).isCloseTo(means[beyond - 1], within(1e-8));
      assertThat(interval.high()).isCloseTo(means[means.length - beyond], within(1e-8));
      long notAbove = Arrays.stream(means).filter(mean -> mean <= 0).count();
      assertThat(SubsetMeans.of(differences).p(0)).isEqualTo(Math.min(1, 2.0 * (1 + notAbove) / (means.length + 1)));
    }
  }

  private static double meanOf(double[] differences, int subset) {
    return IntStream.range(0, differences.length).filter(i -> (subset >> i & 1) == 1)
        .mapToDouble(i -> differences[i]).average().orElseThrow();
  }

  /** Few different values, so that means are equal and lie on bounds. */
  private static double small(int value) {
    return value % 5 * 0.125;
  }

  @Test
  void pIsUniformWhereThereIsNoDifference() {
    Random random = new Random(7);
    long small = 0;
    for (int k = 0; k < 2000; k++) {
      small += SubsetMeans.of(random.doubles(8, -1, 1).toArray()).p(0) <= 0.125 ? 1 : 0;
    }
    assertThat(small / 2000.0).isCloseTo(0.125, within(0.025)); // 3.4 standard errors
  }

  /** The hypothesis is sharp: both signs are equally likely. Differences as skewed as a lognormal value break it, though their mean is 0. */
  @Test
  void aMeanOfZeroIsRejectedTooOftenWhereDifferencesAreSkewed() {
    Random random = new Random(9);
    double[] rejected = new double[2];
    for (int k = 0; k < 2000; k++) {
      for (int size = 0; size < 2; size++) {
        double[] values = random.doubles(6 + 2 * size).map(any -> Math.exp(random.nextGaussian()) - Math.exp(0.5)).toArray();
        rejected[size] += SubsetMeans.of(values).p(0) <= 0.05 ? 1 / 2000.0 : 0;
      }
    }
    assertThat(rejected).as("six and eight differences; docs/statistics.md").containsExactly(new double[] {0.11, 0.16}, within(0.02));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> SubsetMeans.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SubsetMeans.of()).isInstanceOf(IllegalArgumentException.class);
  }
}
