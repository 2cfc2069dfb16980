package rote.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightInitializerTest {
  private static final int INPUTS = 400;
  private static final int OUTPUTS = 500;

  /** Deviations by the papers' formulas; those of 200,000 weights are within 1 %, those of 500 biases within 10 %. */
  @ParameterizedTest
  @CsvSource({"STANDARD_NORMAL, 1, 1", "LECUN, 0.05, 0", "XAVIER, 0.04714, 0", "HE, 0.07071, 0", "UNIFORM, 0.02887, 0.02887",
      "NIELSEN, 0.05, 1"})
  void weightsAndBiasesHaveTheDeviationOfTheirFormula(WeightInitializer initializer, double weights, double biases) {
    Layer layer = draw(initializer, List.of(INPUTS, OUTPUTS)).layers().get(0);
    assertThat(deviation(layer.weights())).isCloseTo(weights, offset(0.01 * weights));
    assertThat(deviation(layer.biases())).isCloseTo(biases, offset(0.1 * biases));
  }

  /** Both draw the weights of the first layer, and nothing before. */
  @Test
  void nielsensFirstWeightsAreThoseOfLecun() {
    Layer lecun = draw(WeightInitializer.LECUN, List.of(30, 20, 10)).layers().get(0);
    Layer nielsen = draw(WeightInitializer.NIELSEN, List.of(30, 20, 10)).layers().get(0);
    assertThat(nielsen.weights().values()).isEqualTo(lecun.weights().values());
    assertThat(nielsen.biases().values()).isNotEqualTo(lecun.biases().values());
  }

  private static Network draw(WeightInitializer initializer, List<Integer> widths) {
    Architecture form = new Architecture(widths, Activation.SIGMOID, Cost.QUADRATIC);
    return initializer.draw(form, RandomSource.XO_SHI_RO_256_PP.create(1));
  }

  private static double deviation(Matrix matrix) {
    double[] values = IntStream.range(0, matrix.rows()).boxed()
        .flatMapToDouble(r -> IntStream.range(0, matrix.columns()).mapToDouble(c -> matrix.get(r, c))).toArray();
    double mean = DoubleStream.of(values).average().orElseThrow();
    return Math.sqrt(DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
  }
}
