package rote.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.data.Inputs;
import rote.data.View;
import rote.network.vector.VectorKernels;

/** Costs of networks that are biases alone, so that the weighted sums are known. */
class CostTest {
  private static final Kernels REFERENCE = new ReferenceKernels();

  /** By the definition, in double precision. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "0.5, -1.25, 2, 1", "-3, 0.125, 9, 2", "1e-6, -1e-6, 0, 0"})
  void sigmoidCrossEntropyIsThatOfNielsen(float first, float second, float third, int label) {
    double expected = 0;
    float[] sums = {first, second, third};
    for (int j = 0; j < sums.length; j++) {
      double a = 1 / (1 + Math.exp(-sums[j]));
      expected -= j == label ? Math.log(a) : Math.log(1 - a);
    }
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, label, sums)).isCloseTo(expected, offset(1e-6));
  }

  /** Where 1 - a is 0, also in double precision. */
  @Test
  void sigmoidCrossEntropyOfSaturatedOutputsIsExact() {
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, 1, 100, -100, 40)).isEqualTo(240);
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, 1, -30, 30, -30)).isCloseTo(3 * Math.exp(-30), offset(1e-18));
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, 1, -1e30f, 1e30f, -1e30f)).isBetween(0.0, 1e-30);
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, 0, 1, Float.NaN, 2)).isNaN();
    assertThat(cost(Cost.SIGMOID_CROSS_ENTROPY, 0, 1, Float.POSITIVE_INFINITY, 2)).isInfinite();
  }

  @Test
  void itsLargestOutputIsTheAnswer() {
    Network network = network(Cost.SIGMOID_CROSS_ENTROPY, -5, -1, -1, -2);
    assertThat(Measure.of(REFERENCE, network, view(1)).accuracy()).isEqualTo(1);
    assertThat(Measure.of(REFERENCE, network, view(2)).accuracy()).as("ties go to the first").isZero();
  }

  @Test
  void itsOutputsAreSigmoidsWhateverTheActivation() {
    for (Activation activation : Activation.values()) {
      Network network = Network.zeros(new Architecture(List.of(1, 2), activation, Cost.SIGMOID_CROSS_ENTROPY));
      network.layers().get(0).biases().set(0, 1, -2f);
      assertThat(new InputGradients(REFERENCE, network).outputs(view(0).inputs())[0])
          .containsExactly(0.5f, Functions.sigmoid(-2f));
    }
  }

  private static double cost(Cost cost, int label, float... sums) {
    Network network = network(cost, sums);
    Measure measure = Measure.of(REFERENCE, network, view(label));
    assertThat(Measure.of(new VectorKernels(), network, view(label))).isEqualTo(measure);
    return measure.cost();
  }

  private static Network network(Cost cost, float... sums) {
    Network network = Network.zeros(new Architecture(List.of(1, sums.length), Activation.TANH, cost));
    for (int j = 0; j < sums.length; j++) {
      network.layers().get(0).biases().set(0, j, sums[j]);
    }
    return network;
  }

  private static View view(int label) {
    return new View(Inputs.ofFloats(new float[1], 1, new int[1]), new byte[] {(byte) label});
  }
}
