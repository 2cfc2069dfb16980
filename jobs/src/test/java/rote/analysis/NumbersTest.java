package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;

class NumbersTest {
  @Test
  void writesAccuracyWithThreeDecimals() {
    assertThat(Numbers.accuracy(0.95749)).isEqualTo("0.957");
    assertThat(Numbers.accuracy(1)).isEqualTo("1.000");
    assertThat(Numbers.accuracy(-0.0001)).isEqualTo("0.000");
    assertThat(Numbers.accuracy(Double.NaN)).isEqualTo("-");
    assertThat(Numbers.accuracy(-1e308)).as("not 309 digits").isEqualTo("-1.000e+308");
  }

  @Test
  void writesCostWithFourSignificantDigits() {
    assertThat(List.of(0.5, 0.12344, 9.9996, 12.344, 1234.4, 0.00012344, 0.0, 1.2344e-7, 1.2344e7))
        .extracting(cost -> Numbers.cost(cost, 4))
        .containsExactly("0.5000", "0.1234", "10.00", "12.34", "1234", "0.0001234", "0.0000", "1.234e-07", "1.234e+07");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/rote/report/numbers.tsv", delimiter = '\t')
  void writesNumbersAsThePagesScriptsDo(String kind, double value, int more, String text) {
    Metric metric = Metric.named(Map.of("accuracy", "test_accuracy", "cost", "test_cost", "epoch", "fit_epoch", "seconds", "seconds")
        .get(kind)).orElseThrow();
    assertThat(metric.format(value, more)).isEqualTo(text);
  }

  @Test
  void givesTheDeviationTheDecimalsOfTheMean() {
    Statistics cost = new Statistics(2, 0.0024591, 0.000023131, 0, 0);
    assertThat(Numbers.plusMinus(Metric.TEST_COST, cost)).isEqualTo("0.002459 ± 0.000023");
    assertThat(Numbers.plusMinus(Metric.TEST_COST, new Statistics(2, 1.5e-7, 1e-8, 0, 0)))
        .isEqualTo("1.500e-07 ± 1.000e-08");
  }

  @Test
  void drawsSeedsTogether() {
    assertThat(Words.seeds(List.of(1L, 2L, 3L, 7L, 9L, 10L))).isEqualTo("1 to 3, 7, 9, 10");
  }
}
