package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import rote.trial.Seeds;

/** How much more shares vary than equal chances would let them. */
class DispersionTest {
  @Test
  void isTheSpreadOfTheSharesOverThatOfABinomial() {
    Dispersion of = oneClass(new double[] {0, 0.5, 1, 0.5}, 10); // variance 1/6; a binomial's is 1/40
    assertThat(of.value()).isCloseTo(Math.sqrt(40.0 / 6), offset(1e-12));
    assertThat(of.n()).isEqualTo(4);
  }

  /** Squares 0.02 + 0.08 around the means 0.2 and 0.6 of two classes; binomials give (0.16 + 0.24) / 10 for one share more each. */
  @Test
  void countsFromTheMeanOfTheClassWithABinomialOfEach() {
    Dispersion of = Dispersion.of(new double[] {0.1, 0.4, 0.3, 0.8}, new int[] {0, 1, 0, 1}, 10);
    assertThat(of.value()).isCloseTo(Math.sqrt((0.02 + 0.08) / 0.04), offset(1e-12));
    assertThat(oneClass(new double[] {0.1, 0.4, 0.3, 0.8}, 10).value()).as("over all classes").isGreaterThan(of.value());
    assertThat(Dispersion.of(new double[] {0.1, 0.4, 0.3, 0.8, 1}, new int[] {0, 1, 0, 1, 2}, 10).value())
        .as("a class of one example says nothing").isEqualTo(of.value());
  }

  @Test
  void theJackknifeLeavesOutOneShareAfterAnother() {
    double[] shares = {0.1, 0.4, 0.5, 0.9, 0.3};
    int[] classes = {1, 1, 0, 0, 1};
    double[] logs = IntStream.range(0, 5).mapToDouble(left -> Math.log(Dispersion.of(
        IntStream.range(0, 5).filter(i -> i != left).mapToDouble(i -> shares[i]).toArray(),
        IntStream.range(0, 5).filter(i -> i != left).map(i -> classes[i]).toArray(), 20).value())).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double error = Math.sqrt(4.0 / 5 * Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum());
    assertThat(Dispersion.of(shares, classes, 20).error()).isCloseTo(error, offset(1e-12));
  }

  @Test
  void intervalAndTestAreOne() {
    Dispersion of = oneClass(new double[] {0.1, 0.4, 0.5, 0.9, 0.3}, 20);
    Interval interval = of.interval(0.05);
    assertThat(of.p(interval.low())).isCloseTo(0.05, offset(1e-9));
    assertThat(of.p(interval.high())).isCloseTo(0.05, offset(1e-9));
    assertThat(of.p(of.value())).isCloseTo(1, offset(1e-12));
    assertThat(of.p(-1)).isZero();
  }

  @Test
  void equalSharesDecideNothing() {
    Dispersion of = oneClass(new double[] {0.5, 0.5, 0.5}, 10);
    assertThat(of.value()).isZero();
    assertThat(of.interval(0.05).exists()).isFalse();
    assertThat(of.smallestP()).isEqualTo(1);
    assertThat(oneClass(new double[] {1, 1, 1}, 10).value()).isNaN();
    assertThat(oneClass(new double[] {0.2, 0.9}, 10).interval(0.05).exists()).isFalse();
  }

  /** 400 examples that 60 networks get right with the chance of their class: 1 lies in about 95 of 100 intervals. */
  @Test
  void intervalsHoldOneWhereAllExamplesOfAClassAreEquallyDifficult() {
    UniformRandomProvider draws = new Seeds(3).stream("dispersion", 0);
    int[] classes = IntStream.range(0, 400).map(e -> e % 10).toArray();
    int holding = 0;
    for (int repetition = 0; repetition < 400; repetition++) {
      double[] shares = new double[400];
      for (int e = 0; e < shares.length; e++) {
        for (int network = 0; network < 60; network++) {
          shares[e] += draws.nextDouble() < 0.1 + 0.08 * classes[e] ? 1.0 / 60 : 0;
        }
      }
      Interval interval = Dispersion.of(shares, classes, 60).interval(0.05);
      holding += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
      assertThat(oneClass(shares, 60).interval(0.05).low()).as("over all classes").isGreaterThan(2);
    }
    assertThat(holding / 400.0).isBetween(0.92, 0.98);
  }

  private static Dispersion oneClass(double[] shares, int tries) {
    return Dispersion.of(shares, new int[shares.length], tries);
  }
}
