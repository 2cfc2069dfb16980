package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AucTest {
  private static final double[] POSITIVES = {0.9, 0.5, 0.5, 1.0, 0.25};
  private static final double[] NEGATIVES = {0.5, 0.1, 0.0, 0.25, 0.7, -0.1, 0.25};

  /** By hand: of 35 pairs 27 are in order, and 4 are ties: 29 / 35. */
  @Test
  void tiesCountHalf() {
    Auc auc = Auc.of(POSITIVES, NEGATIVES);
    assertThat(auc.value()).isCloseTo(29 / 35.0, offset(1e-15));
    assertThat(auc.positives()).isEqualTo(5);
    assertThat(auc.negatives()).isEqualTo(7);
  }

  /** scikit-learn 1.2.1: roc_auc_score; the standard error by NumPy from the matrix of all pairs (DeLong). */
  @Test
  void isThatOfScikitLearnAndTheIntervalThatOfAllPairsOnTheScaleOfLogits() {
    Auc auc = Auc.of(POSITIVES, NEGATIVES);
    double a = 0.8285714285714286;
    assertThat(auc.value()).isCloseTo(a, offset(1e-15));
    double deLong = (a - 0.5934757698562545) / 1.959963984540054;
    double low = Math.log(a / (1 - a)) - 1.959963984540054 * deLong / (a * (1 - a));
    assertThat(auc.interval(0.05).low()).isCloseTo(1 / (1 + Math.exp(-low)), offset(1e-12));
    assertThat(auc.interval(0.05).high()).isBetween(a, 1.0);
    assertThat(Auc.of(NEGATIVES, POSITIVES).interval(0.05).high()).isCloseTo(1 - auc.interval(0.05).low(), offset(1e-12));
  }

  @Test
  void knowsTheExtremes() {
    assertThat(Auc.of(new double[] {2, 3}, new double[] {0, 1}).value()).isEqualTo(1);
    assertThat(Auc.of(new double[] {0, 1}, new double[] {2, 3}).value()).isZero();
    assertThat(Auc.of(new double[] {0, -0.0}, new double[] {-0.0, 0}).value()).as("zeros are ties").isEqualTo(0.5);
    assertThat(Auc.of(new double[] {1}, new double[] {0, 1}).interval(0.05)).as("one value").isEqualTo(Interval.NONE);
    assertThat(Auc.of(new double[] {1, 1}, new double[] {1, 1}).interval(0.05)).as("all are equal").isEqualTo(Interval.NONE);
    Interval apart = Auc.of(new double[] {2, 3, 4}, new double[] {0, 1, 1.5}).interval(0.05);
    assertThat(apart.high()).isEqualTo(1);
    assertThat(apart.low()).as("three and three in order are no certainty").isBetween(0.1, 0.95);
  }

  @Property(tries = 200, seed = "1")
  void isTheShareOfPairsInOrder(
      @ForAll @Size(min = 2, max = 20) int[] positives, @ForAll @Size(min = 2, max = 20) int[] negatives) {
    double[] high = coarse(positives);
    double[] low = coarse(negatives);
    double pairs = 0;
    for (double a : high) {
      for (double b : low) {
        pairs += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    assertThat(Auc.of(high, low).value()).isCloseTo(pairs / high.length / low.length, offset(1e-12));
  }

  /** Few different values, so that there are ties. */
  private static double[] coarse(int[] values) {
    return Arrays.stream(values).mapToDouble(value -> value % 4 / 4.0).toArray();
  }
}
