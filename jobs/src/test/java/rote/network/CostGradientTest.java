package rote.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import rote.data.Inputs;
import rote.data.View;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.vector.VectorKernels;

class CostGradientTest {
  private static final int EXAMPLES = 300; // more than are summed in float32
  private static final List<Integer> WIDTHS = List.of(7, 5, 4, 3);

  @Property(tries = 30, seed = "1")
  void isTheExactGradientOfTheMeanCostAndTheDecay(@ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Architecture form = new Architecture(WIDTHS, activation, cost);
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Network network = WeightInitializer.UNIFORM.draw(form, draws);
    View view = view(draws, EXAMPLES);
    double[] expected = new ReferenceNetwork(form, Parameters.of(network)).gradient(view);
    double[] values = Parameters.of(network);
    Arrays.stream(Parameters.weights(form)).forEach(k -> expected[k] += 0.1f * values[k]);
    double[] gradient = CostGradient.of(new ReferenceKernels(), network, view, EXAMPLES, 0.1f);
    for (int k = 0; k < gradient.length; k++) {
      assertThat(gradient[k]).isCloseTo(expected[k], offset(1e-6));
    }
    assertThat(CostGradient.of(new VectorKernels(), network, view, EXAMPLES, 0.1f)).isEqualTo(gradient);
    assertThat(Parameters.of(network)).as("unchanged").isEqualTo(values);
  }

  @Property(tries = 10, seed = "1")
  void theFirstExamplesAloneCount(@ForAll long seed) {
    Architecture form = new Architecture(WIDTHS, Activation.SIGMOID, Cost.QUADRATIC);
    Network network = WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
    View all = view(RandomSource.XO_SHI_RO_256_PP.create(seed), EXAMPLES);
    View first = view(RandomSource.XO_SHI_RO_256_PP.create(seed), 150);
    assertThat(CostGradient.of(new ReferenceKernels(), network, all, 150, 0))
        .isEqualTo(CostGradient.of(new ReferenceKernels(), network, first, 150, 0));
  }

  @Test
  void parametersGoLayerByLayerFirstTheWeights() {
    Architecture form = new Architecture(List.of(2, 3, 1), Activation.RELU, Cost.QUADRATIC);
    double[] values = IntStream.range(0, 13).mapToDouble(k -> k / 8.0).toArray();
    Network network = Parameters.network(form, values);
    assertThat(network.layers().get(0).weights().get(1, 0)).isEqualTo(3 / 8f);
    assertThat(network.layers().get(0).biases().get(0, 2)).isEqualTo(1);
    assertThat(network.layers().get(1).weights().get(2, 0)).isEqualTo(11 / 8f);
    assertThat(network.layers().get(1).biases().get(0, 0)).isEqualTo(12 / 8f);
    assertThat(Parameters.of(network)).isEqualTo(values);
    assertThat(Parameters.weights(form)).containsExactly(0, 1, 2, 3, 4, 5, 9, 10, 11);
  }

  private static View view(UniformRandomProvider draws, int count) {
    float[] values = new float[count * WIDTHS.get(0)];
    byte[] labels = new byte[count];
    for (int e = 0; e < count; e++) {
      for (int k = 0; k < WIDTHS.get(0); k++) {
        values[e * WIDTHS.get(0) + k] = Math.max(0, draws.nextFloat() - 1 / 3f);
      }
      labels[e] = (byte) draws.nextInt(WIDTHS.get(3));
    }
    return new View(Inputs.ofFloats(values, WIDTHS.get(0), IntStream.range(0, count).toArray()), labels);
  }
}
