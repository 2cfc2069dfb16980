package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values to compare with are those of scipy.stats.permutation_test(permutation_type="samples"), SciPy 1.17. */
class PairedDifferenceTest {
  @Test
  void countsEverySignPatternAsSciPyDoes() {
    PairedDifference eight = PairedDifference.of(0.8, -0.1, 0.4, 1.2, 0.3, 0.7, -0.2, 0.5);
    assertThat(eight.p()).isEqualTo(10 / 256.0);
    assertThat(eight.n()).isEqualTo(8);
    assertThat(eight.difference().mean()).isCloseTo(0.45, within(1e-15));
  }

  @Test
  void sumsThatAreEqualCountAsEqual() {
    assertThat(PairedDifference.of(1, -1, 2, -2, 3, 1).p()).isEqualTo(34 / 64.0);
    assertThat(PairedDifference.of(0.1, 0.2, -0.3).p()).isEqualTo(1); // 0.1 + 0.2 is not 0.3 to a computer
  }

  @Test
  void fewPairsCannotReachASmallP() {
    assertThat(PairedDifference.of(5, 6, 7).p()).isEqualTo(0.25).isEqualTo(PairedDifference.of(5, 6, 7).smallestP());
    assertThat(PairedDifference.of(5, 6, 7, 8, 9).smallestP()).isEqualTo(0.0625);
    assertThat(PairedDifference.of(1).p()).isEqualTo(1);
  }

  @Test
  void noDifferenceIsNoEvidence() {
    assertThat(PairedDifference.of(0, 0, 0, 0).p()).isEqualTo(1);
  }

  @Test
  void manyPairsAreSampledToTheSameAnswer() {
    double[] thirty = {1.37, -1.38, 0.4, -0.19, -0.12, 0.02, -1.06, 0.01, -0.37, 2.14, 0.29, -0.06, -0.02, -0.25, -0.48, -0.08,
      0.44, 0.01, 0.72, 0.03, 0.16, 1.08, 0.48, -0.15, 0.04, 0.47, 1.31, -0.01, 0, 0.75};
    assertThat(PairedDifference.of(thirty).p()).isCloseTo(0.1542, within(0.004)); // SciPy, of 400,000 patterns
    assertThat(PairedDifference.of(thirty)).isEqualTo(PairedDifference.of(thirty));
  }

  @Test
  void pIsUniformWhereThereIsNoDifference() {
    Random random = new Random(7);
    long small = 0;
    for (int k = 0; k < 2000; k++) {
      double[] differences = random.doubles(8, -1, 1).toArray();
      small += SignFlips.p(differences) <= 0.125 ? 1 : 0;
    }
    assertThat(small / 2000.0).isCloseTo(0.125, within(0.025)); // 3.4 standard errors
  }

  @Test
  void holmsCorrectionIsThatOfR() { // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    double[] adjusted = Holm.adjusted(0.01, 0.04, 0.03, 0.005);
    assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(Holm.adjusted(0.9, 0.8)).containsExactly(1, 1);
    assertThat(Holm.adjusted()).isEmpty();
  }

  /** scipy.stats.bootstrap(method="percentile", n_resamples=200000). */
  @Test
  void bootstrapIntervalsAreThoseOfSciPy() {
    double[] sample = {2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.9, 3.3, 4.1, 2.2, 3.9};
    Bootstrap mean = Bootstrap.of(12, drawn -> Arrays.stream(drawn).mapToDouble(i -> sample[i]).average().orElseThrow());
    assertThat(mean.low()).isCloseTo(2.9083, within(0.03));
    assertThat(mean.high()).isCloseTo(4.1583, within(0.03));
    Bootstrap deviation = Bootstrap.of(12,
        drawn -> Statistics.of(Arrays.stream(drawn).mapToDouble(i -> sample[i])).standardDeviation());
    assertThat(deviation.low()).isCloseTo(0.7255, within(0.03));
    assertThat(deviation.high()).isCloseTo(1.4337, within(0.03));
    assertThat(mean).isEqualTo(Bootstrap.of(12, drawn -> Arrays.stream(drawn).mapToDouble(i -> sample[i]).average().orElseThrow()));
  }

  /** numpy: std(ddof=1) and corrcoef. */
  @Test
  void statisticsOfSeveralTrialsAreThoseOfNumPy() {
    double[] x = {2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.9};
    double[] y = {1.0, 2.2, 1.4, 2.9, 3.1, 2.0, 2.5, 2.6};
    Statistics spread = JointStatistic.SPREAD.statistics(new double[][] {x}).orElseThrow();
    assertThat(spread.mean()).isCloseTo(1.3288018233409697, within(1e-12));
    assertThat(spread.low()).isLessThan(spread.mean());
    Statistics r = JointStatistic.CORRELATION.statistics(new double[][] {x, y}).orElseThrow();
    assertThat(r.mean()).isCloseTo(0.8152748585924929, within(1e-12));
    assertThat(r.high()).isBetween(r.mean(), 1.0);
    assertThat(JointStatistic.CORRELATION.statistics(new double[][] {{1, 1, 1}, {1, 2, 3}})).as("no spread").isEmpty();
    assertThat(JointStatistic.SPREAD.statistics(new double[][] {{1}})).isEmpty();
  }

  /** numpy, every one of 64 exchanges counted: of values less their medians, and of values less means by deviations. */
  @Test
  void joinedStatisticsAreComparedByExchangesOfPairs() {
    double[][] ours = {{2.1, 3.4, 1.9, 5.6, 4.4, 3.8}, {1.0, 2.2, 1.4, 2.9, 3.1, 2.0}};
    double[][] theirs = {{2.6, 2.9, 3.1, 2.4, 2.7, 3.3}, {1.9, 1.1, 2.5, 1.4, 2.0, 1.2}};
    PairedDifference spread = JointStatistic.SPREAD.difference(ours, theirs).orElseThrow();
    assertThat(spread.difference().mean()).isCloseTo(1.0697129325341845, within(1e-12));
    assertThat(spread.p()).isEqualTo(6 / 64.0);
    PairedDifference correlation = JointStatistic.CORRELATION.difference(ours, theirs).orElseThrow();
    assertThat(correlation.difference().mean()).isCloseTo(0.9231459602318051, within(1e-12));
    assertThat(correlation.p()).isEqualTo(6 / 64.0);
    assertThat(correlation.difference().low()).isLessThan(correlation.difference().mean());
  }

  /** Training and test costs that go against each other: the allowance for rounding has no sign. */
  @Test
  void identicalDataAreNoEvidenceWhicheverWayTheyCorrelate() {
    double[] falling = {6.1, 4.9, 4.0, 3.05, 2, 0.9};
    double[][] against = {{1, 2, 3, 4, 5, 6}, falling};
    assertThat(JointStatistic.CORRELATION.statistics(against).orElseThrow().mean()).isLessThan(-0.998);
    assertThat(JointStatistic.CORRELATION.p(against, against)).isEqualTo(1);
    assertThat(JointStatistic.SPREAD.p(against, against)).isEqualTo(1);
    double[][] opposite = {falling, falling.clone()};
    assertThat(JointStatistic.CORRELATION.p(opposite, against)).isGreaterThanOrEqualTo(SignFlips.smallest(6));
  }

  /** Whatever the signs of what is compared. */
  @Test
  void noPIsBelowTheSmallest() {
    Random random = new Random(3);
    for (int k = 0; k < 300; k++) {
      int pairs = 3 + k % 6;
      double r = random.nextDouble(-1, 1);
      double[][] ours = correlated(random, pairs, r);
      double[][] theirs = correlated(random, pairs, k % 2 == 0 ? r : -r);
      for (JointStatistic joint : JointStatistic.values()) {
        assertThat(joint.p(ours, theirs)).as("%s of %d pairs", joint, pairs).isBetween(SignFlips.smallest(pairs), 1.0);
      }
    }
    assertThat(SignFlips.p(1e308, 1e308, 1e308)).as("a sum that is infinite").isEqualTo(1);
  }

  private static double[][] correlated(Random random, int n, double r) {
    double[][] values = new double[2][n];
    for (int i = 0; i < n; i++) {
      values[0][i] = random.nextGaussian();
      values[1][i] = r * values[0][i] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return values;
  }

  /** As JointStatistic says: at most 8 false alarms in 100, also with long tails. */
  @ParameterizedTest
  @CsvSource({"7, false", "7, true", "12, false", "12, true"})
  void groupsThatDifferInNothingAreSeldomToldApart(int pairs, boolean longTails) {
    Random random = new Random(11);
    for (JointStatistic joint : JointStatistic.values()) {
      int alarms = 0;
      for (int k = 0; k < 1000; k++) {
        alarms += joint.p(sample(random, pairs, longTails), sample(random, pairs, longTails)) <= 0.05 ? 1 : 0;
      }
      assertThat(alarms).as(joint + " of " + pairs).isBetween(5, 100); // 80, and three standard errors
    }
  }

  private static double[][] sample(Random random, int n, boolean longTails) {
    return Stream.generate(() -> random.doubles(n).map(any -> random.nextGaussian())
        .map(value -> longTails ? Math.exp(value) : value).toArray()).limit(2).toArray(double[][]::new);
  }
}
