package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointStatisticTest {
  private static final double[] X = {2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.9};
  private static final double[] Y = {1.0, 2.2, 1.4, 2.9, 3.1, 2.0, 2.5, 2.6};

  /** numpy: std(ddof=1) and corrcoef. */
  @Test
  void statisticsOfSeveralTrialsAreThoseOfNumPy() {
    Estimate spread = JointStatistic.SPREAD.estimate(new double[][] {X}).orElseThrow();
    assertThat(spread.value()).isCloseTo(1.3288018233409697, within(1e-12));
    assertThat(spread.interval(0.05)).as("one group has none").isEqualTo(Interval.NONE);
    Estimate r = JointStatistic.CORRELATION.estimate(new double[][] {X, Y}).orElseThrow();
    assertThat(r.value()).isCloseTo(0.8152748585924929, within(1e-12));
    assertThat(JointStatistic.CORRELATION.estimate(new double[][] {{1, 1, 1, 1, 1}, {1, 2, 3, 4, 5}})).as("no spread").isEmpty();
    assertThat(JointStatistic.SPREAD.estimate(new double[][] {{1}})).isEmpty();
  }

  /** Training and test costs that go against each other: a negative correlation has no other sign than a positive one. */
  @Test
  void identicalDataAreNoEvidenceWhicheverWayTheyCorrelate() {
    double[][] against = {{1, 2, 3, 4, 5, 6}, {6.1, 4.9, 4.0, 3.05, 2, 0.9}};
    assertThat(JointStatistic.CORRELATION.estimate(against).orElseThrow().value()).isLessThan(-0.998);
    assertThat(JointStatistic.CORRELATION.difference(against, against).orElseThrow().p(0)).isEqualTo(1);
    assertThat(JointStatistic.SPREAD.difference(against, against).orElseThrow().p(0)).isEqualTo(1);
  }

  /** Whatever the signs of what is compared. */
  @Test
  void noPIsBelowTheSmallestAndTheIntervalAgreesWithIt() {
    Random random = new Random(3);
    for (int k = 0; k < 300; k++) {
      int pairs = 5 + k % 6;
      double r = random.nextDouble(-1, 1);
      double[][] ours = correlated(random, pairs, r);
      double[][] theirs = correlated(random, pairs, k % 2 == 0 ? r : -r);
      for (JointStatistic joint : JointStatistic.values()) {
        Estimate difference = joint.difference(ours, theirs).orElseThrow();
        assertThat(difference.p(0)).as("%s of %d pairs", joint, pairs).isBetween(SubsetMeans.smallestP(pairs), 1.0);
        assertThat(difference.interval(0.05).has(0)).isEqualTo(difference.p(0) > 0.05);
        assertThat(difference.interval(0.05).has(difference.value())).isTrue();
      }
    }
  }

  private static double[][] correlated(Random random, int n, double r) {
    double[][] values = new double[2][n];
    for (int i = 0; i < n; i++) {
      values[0][i] = random.nextGaussian();
      values[1][i] = r * values[0][i] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return values;
  }

  /** The same values four times as wide: with a ratio of 4 every exchange is as likely. */
  @Test
  void spreadsAreComparedByTheirRatio() {
    double[] wide = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      wide[i] = 10 + 4 * X[i];
    }
    Estimate ratio = JointStatistic.SPREAD.difference(new double[][] {wide}, new double[][] {X}).orElseThrow();
    assertThat(ratio.value()).isCloseTo(Math.log(4), within(1e-9));
    assertThat(ratio.p(Math.log(4))).isEqualTo(1);
    assertThat(ratio.p(0)).isLessThan(0.05);
    assertThat(ratio.interval(0.05).low()).as("every other ratio is less likely than all exchanges").isCloseTo(Math.log(4), within(1e-8));
    assertThat(ratio.interval(0.05).high()).isCloseTo(Math.log(4), within(1e-8));
  }

  /** Against a count of all exchanges, one by one. Seven values: each sample has one at its median, whose distance is 0. */
  @Test
  void spreadsAreComparedByAllExchanges() {
    Random random = new Random(4);
    for (int k = 0; k < 200; k++) {
      double[] ours = random.doubles(6 + k % 2).toArray();
      double[] theirs = random.doubles(6 + k % 2).toArray();
      double supposed = random.nextDouble(-1, 1);
      Estimate ratio = JointStatistic.SPREAD.difference(new double[][] {ours}, new double[][] {theirs}).orElseThrow();
      assertThat(ratio.value()).isCloseTo(Math.log(sum(distances(ours)) / sum(distances(theirs))), within(1e-8));
      assertThat(ratio.p(supposed)).isEqualTo(shareOfExchanges(distances(ours), distances(theirs), Math.exp(supposed)));
    }
  }

  private static double[] distances(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** How many patterns of exchanges make the ratio as unequal to 1 as it is, once ours are divided by a factor. */
  private static double shareOfExchanges(double[] ours, double[] theirs, double factor) {
    int patterns = 1 << ours.length;
    double[] distances = new double[patterns];
    for (int pattern = 0; pattern < patterns; pattern++) {
      double our = 0;
      double their = 0;
      for (int i = 0; i < ours.length; i++) {
        boolean exchanged = (pattern >> i & 1) == 1;
        our += exchanged ? theirs[i] : ours[i] / factor;
        their += exchanged ? ours[i] / factor : theirs[i];
      }
      distances[pattern] = Math.abs(Math.log(our / their));
    }
    return Arrays.stream(distances).filter(distance -> distance >= distances[0] - 1e-9).count() / (double) patterns;
  }

  /** A pair of which both values are at their medians says nothing, so six are left of seven. */
  @Test
  void aPairWithoutDistancesIsNoEvidence() {
    double[][] ours = {{-90, -80, -70, 0, 70, 80, 90}};
    double[][] theirs = {{-1, -2, -3, 0, 3, 2, 1}};
    Estimate ratio = JointStatistic.SPREAD.difference(ours, theirs).orElseThrow();
    assertThat(ratio.n()).isEqualTo(7);
    assertThat(ratio.p(0)).isEqualTo(1 / 32.0).isEqualTo(ratio.smallestP());
  }

  /** More than 20 pairs are. */
  @Test
  void manyPairsAreSampledWithASeed() {
    Random random = new Random(5);
    double[][] ours = {random.doubles(30).toArray()};
    double[][] theirs = {random.doubles(30).map(value -> 3 * value).toArray()};
    Estimate ratio = JointStatistic.SPREAD.difference(ours, theirs).orElseThrow();
    assertThat(ratio.p(0)).isEqualTo(ratio.smallestP());
    assertThat(ratio.interval(0.05).has(0)).isFalse();
    assertThat(ratio.interval(0.05).has(-Math.log(3))).isTrue();
    assertThat(JointStatistic.SPREAD.difference(ours, theirs).orElseThrow().interval(0.01)).isEqualTo(ratio.interval(0.01));
  }
}
