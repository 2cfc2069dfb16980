package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;

class StatisticsTest {
  @Test
  void agreesWithTheTableOfStudentsT() {
    Statistics five = Statistics.of(1, 2, 3, 4, 5); // t(0.975, 4) = 2.776445
    assertThat(five.n()).isEqualTo(5);
    assertThat(five.mean()).isEqualTo(3);
    assertThat(five.standardDeviation()).isCloseTo(Math.sqrt(2.5), within(1e-15));
    assertThat(five.low()).isCloseTo(3 - 2.776445 * Math.sqrt(0.5), within(1e-6));
    assertThat(five.high()).isCloseTo(3 + 2.776445 * Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void isWideForTwoValues() {
    Statistics two = Statistics.of(DoubleStream.of(0, 2)); // t(0.975, 1) = 12.706205
    assertThat(two.high()).isCloseTo(1 + 12.706205, within(1e-6));
  }

  @Test
  void givesOneValueNoSpread() {
    Statistics one = Statistics.of(0.5);
    assertThat(one.mean()).isEqualTo(0.5);
    assertThat(one.standardDeviation()).isNaN();
    assertThat(one.low()).isNaN();
    assertThat(one.high()).isNaN();
    assertThat(Numbers.plusMinus(Metric.TEST_ACCURACY, one)).isEqualTo("0.500 ± -");
    assertThat(Numbers.interval(Metric.TEST_ACCURACY, one)).isEqualTo("-");
  }

  @Test
  void refusesNoValue() {
    assertThatThrownBy(() -> Statistics.of()).isInstanceOf(IllegalArgumentException.class);
  }
}
