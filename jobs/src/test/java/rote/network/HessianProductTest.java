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
import rote.data.Inputs;
import rote.data.View;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.vector.VectorKernels;

class HessianProductTest {
  private static final int EXAMPLES = 150; // more than go at once
  private static final double STEP = 1e-6;

  @Property(tries = 60, seed = "1")
  void isTheDerivativeOfTheExactGradientAlongTheDirection(
      @ForAll Activation activation, @ForAll Cost cost, @ForAll boolean deep, @ForAll long seed) {
    Architecture form = new Architecture(deep ? List.of(6, 5, 4, 3) : List.of(6, 3), activation, cost);
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Network network = WeightInitializer.UNIFORM.draw(form, draws);
    View view = view(draws);
    double[] direction = IntStream.range(0, (int) form.parameters()).mapToDouble(k -> draws.nextFloat() - 0.5f).toArray();
    double[] product = HessianProduct.of(new ReferenceKernels(), network, direction, view, EXAMPLES, 0.1f);
    double[] above = gradient(network, direction, STEP, view);
    double[] below = gradient(network, direction, -STEP, view);
    double[] expected = IntStream.range(0, above.length).mapToDouble(k -> (above[k] - below[k]) / (2 * STEP)).toArray();
    Arrays.stream(Parameters.weights(form)).forEach(k -> expected[k] += 0.1f * direction[k]);
    for (int k = 0; k < product.length; k++) {
      assertThat(product[k]).isCloseTo(expected[k], offset(2e-5));
    }
    assertThat(HessianProduct.of(new VectorKernels(), network, direction, view, EXAMPLES, 0.1f)).isEqualTo(product);
  }

  private static double[] gradient(Network network, double[] direction, double step, View view) {
    double[] at = Parameters.of(network);
    Arrays.setAll(at, k -> at[k] + step * direction[k]);
    return new ReferenceNetwork(network.architecture(), at).gradient(view);
  }

  private static View view(UniformRandomProvider draws) {
    float[] values = new float[EXAMPLES * 6];
    byte[] labels = new byte[EXAMPLES];
    for (int e = 0; e < EXAMPLES; e++) {
      for (int k = 0; k < 6; k++) {
        values[e * 6 + k] = Math.max(0, draws.nextFloat() - 1 / 3f);
      }
      labels[e] = (byte) draws.nextInt(3);
    }
    return new View(Inputs.ofFloats(values, 6, IntStream.range(0, EXAMPLES).toArray()), labels);
  }
}
