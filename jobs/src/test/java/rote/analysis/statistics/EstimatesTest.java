package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EstimatesTest {
  @Property(tries = 500, seed = "1")
  void everyIntervalHoldsWhatItsTestDoesNotReject(@ForAll @Size(min = 2, max = 9) int[] values,
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double supposed, @ForAll @IntRange(min = 1, max = 500) int thousandths) {
    double level = thousandths / 1000.0;
    double[] numbers = Arrays.stream(values).mapToDouble(value -> Math.floorMod(value, 100) / 100.0).toArray();
    int successes = Math.floorMod(values[0], numbers.length + 1);
    for (Estimate of : new Estimate[] {StudentMean.of(numbers), WelchDifference.of(numbers, new double[] {0.1, 0.5, 0.4}),
      new BinomialShare(numbers.length, successes), Auc.of(numbers, new double[] {0.3, 0.5, 0.7})}) {
      Interval interval = of.interval(level);
      assertThat(interval.has(supposed)).as("%s has %s at %s: p %s", interval, supposed, level, of.p(supposed))
          .isEqualTo(of.p(supposed) > level);
    }
  }

  /** R: t.test(c(1, 2, 3, 4, 5), mu = 2)$p.value. */
  @Test
  void aMeanIsJudgedByStudentsT() {
    assertThat(StudentMean.of(1, 2, 3, 4, 5).p(2)).isCloseTo(0.2301996410804990, within(1e-9));
  }

  @Test
  void equalValuesSayNoMoreThanTheirSigns() {
    StudentMean six = StudentMean.of(1, 1, 1, 1, 1, 1);
    assertThat(six.p(0.99)).isEqualTo(1 / 32.0);
    assertThat(six.p(1)).isEqualTo(1);
    assertThat(six.interval(0.05)).isEqualTo(new Interval(1, 1));
    assertThat(StudentMean.of(1, 1, 1, 1, 1).interval(0.05)).isEqualTo(Interval.NONE);
  }

  /** scipy.stats.ttest_ind(equal_var=False). */
  @Test
  void independentMeansAreJudgedByWelch() {
    WelchDifference of = WelchDifference.of(new double[] {0.5, 0.7, 0.9}, new double[] {0.1, 0.2, 0.3});
    assertThat(of.value()).isCloseTo(0.5, within(1e-12));
    assertThat(of.p(0)).isCloseTo(0.0315622316256785, within(1e-9));
    assertThat(of.interval(0.05).low()).isCloseTo(0.08446004968165288, within(1e-9));
    assertThat(WelchDifference.of(new double[] {1}, new double[] {2, 3}).interval(0.05)).isEqualTo(Interval.NONE);
  }

  /** Clopper and Pearson: 0.025 to the power of 1/6. */
  @Test
  void sixOfSixSayNoMoreThanMoreThanHalf() {
    Interval six = BinomialShare.of(1, 1, 1, 1, 1, 1).interval(0.05);
    assertThat(six.low()).isCloseTo(Math.pow(0.025, 1 / 6.0), within(1e-9));
    assertThat(six.high()).isEqualTo(1);
    Interval three = new BinomialShare(10, 3).interval(0.05); // scipy.stats.binomtest(3, 10).proportion_ci()
    assertThat(three.low()).isCloseTo(0.06673951117773447, within(1e-9));
    assertThat(three.high()).isCloseTo(0.6524528500599972, within(1e-9));
  }

  /** The seven published values of a double-descent sample: the interval of the mean flags this one, that of one run does not. */
  @Test
  void onePublishedRunIsComparedWithWhatOneRunGives() {
    double half = (0.9445 - 0.9408) / 2;
    Statistics of = new Statistics(6, 0.94265, half / StudentMean.reach(6, 0.05), 0.9408, 0.9445);
    Interval one = Prediction.ofMean(of, 1);
    assertThat(one.low()).isCloseTo(0.9378, within(5e-5));
    assertThat(one.high()).isCloseTo(0.9475, within(5e-5));
    assertThat(Prediction.ofMean(of, 1000).high()).isCloseTo(0.9445, within(5e-5));
    assertThat(Prediction.ofMean(Statistics.of(1), 1)).isEqualTo(Interval.NONE);
  }

  @Test
  void theBestOfOneRunIsThatRunAndTheBestOfThreeIsHigher() {
    Statistics of = Statistics.of(1, 2, 3, 4, 5, 6, 7, 8);
    Interval one = Prediction.ofBest(of, 1, true);
    assertThat(one.low()).isCloseTo(Prediction.ofMean(of, 1).low(), within(0.15));
    assertThat(one.high()).isCloseTo(Prediction.ofMean(of, 1).high(), within(0.15));
    assertThat(Prediction.ofBest(of, 3, true).low()).isGreaterThan(one.low() + 2);
    assertThat(Prediction.ofBest(of, 3, false).high()).as("the lowest mirrors the highest")
        .isCloseTo(9 - Prediction.ofBest(of, 3, true).low(), within(1e-9));
  }

  /** p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R. */
  @Test
  void holmsCorrectionIsThatOfR() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertThat(Holm.adjusted(p)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(Holm.levels(0.05, p)).containsExactly(new double[] {0.05 / 3, 0.025, 0.025, 0.0125}, within(1e-15));
    assertThat(Holm.adjusted(0.9, 0.8)).containsExactly(1, 1);
    assertThat(Holm.adjusted()).isEmpty();
  }

  @Property(tries = 300, seed = "1")
  void whatHolmRejectsIsAtOrBelowItsLevel(@ForAll @Size(min = 1, max = 8) int[] values) {
    double[] p = Arrays.stream(values).mapToDouble(value -> Math.floorMod(value, 97) / 970.0).toArray();
    double[] adjusted = Holm.adjusted(p);
    double[] levels = Holm.levels(0.05, p);
    for (int test = 0; test < p.length; test++) {
      assertThat(p[test] <= levels[test]).isEqualTo(adjusted[test] <= 0.05);
    }
  }

  /** Of a review of the method: 0.66 for six pairs, 0.93 for eight, 0.99 for ten. */
  @Test
  void powerIsThatOfTheTest() {
    assertThat(Power.of(6, 1.5, 0.05, true)).isCloseTo(0.66, within(0.03));
    assertThat(Power.of(8, 1.5, 0.05, true)).isCloseTo(0.93, within(0.03));
    assertThat(Power.of(10, 1.5, 0.05, true)).isCloseTo(0.99, within(0.02));
    assertThat(Power.of(6, 1.5, 0.03, true)).as("six pairs cannot decide at this level").isZero();
    assertThat(Power.of(10, 0, 0.05, false)).as("half of the false alarms").isCloseTo(0.025, within(0.012));
  }
}
