package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.Permutation;
import rote.data.View;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Measure;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.network.WeightInitializer;

/** Vector kernels train the same weights as the reference kernels, to the last bit. */
class KernelsAgreeTest {
  private static final List<List<Integer>> WIDE = List.of(
      List.of(784, 207, 10), List.of(784, 512, 30, 10), List.of(207, 512, 784, 3), List.of(512, 1, 10),
      List.of(33, 97, 65, 130, 3), List.of(21, 70), List.of(22, 70), List.of(3, 70), List.of(792, 70, 3));
  private static final Kernels REFERENCE = new ReferenceKernels(); // one for all networks, as in a task
  private static final Kernels VECTOR = new VectorKernels();

  static {
    if (VectorKernels.bits() < 512 && System.getProperty("most.bits") == null) {
      System.err.println("NOT TESTED: kernels on 512-bit vectors; those of this processor have " + VectorKernels.bits());
    }
  }

  @Property(tries = 150, seed = "1")
  void onNetworksOfAnyWidth(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll Pixels pixels,
      @ForAll Descent descent, @ForAll @IntRange(min = 1, max = 80) int miniBatch, @ForAll long seed) {
    agree(new Architecture(widths, activation, cost), pixels, descent, miniBatch, 2 * miniBatch + miniBatch / 2, seed);
  }

  /** Combines every kind of input and update with every form, and alternates activations and costs. */
  @Example
  void onNetworksAsWideAsExperimentsHaveThem() {
    int turn = 0;
    for (List<Integer> widths : WIDE) {
      for (Pixels pixels : Pixels.values()) {
        for (Descent descent : Descent.values()) {
          Activation activation = Activation.values()[turn % 3];
          Cost cost = Cost.values()[turn / 3 % Cost.values().length];
          for (int miniBatch : List.of(29, 61)) { // fewer images than go by blocks of pixels, and more
            agree(new Architecture(widths, activation, cost), pixels, descent, miniBatch, 2 * miniBatch - 10, turn);
          }
          turn++;
        }
      }
    }
  }

  @Property(tries = 12, seed = "3")
  void onMiniBatchesLargerThanAPart(
      @ForAll @IntRange(min = 1, max = 80) int units, @ForAll Pixels pixels, @ForAll Descent descent, @ForAll long seed) {
    int miniBatch = VectorKernels.MAX_EXAMPLES + 71;
    agree(new Architecture(List.of(20, units, 3), Activation.TANH, Cost.CROSS_ENTROPY), pixels, descent, miniBatch,
        miniBatch + 30, seed);
  }

  /** Narrow and wide layers, whose last part has enough images for blocks of pixels, or too few, or is one of many. */
  @Example
  void onPartsOfAnySize() {
    for (int units : List.of(30, 70, 207)) {
      for (int miniBatch : List.of(VectorKernels.MAX_EXAMPLES + 71, VectorKernels.MAX_EXAMPLES + 20, 2 * VectorKernels.MAX_EXAMPLES + 50)) {
        for (Pixels pixels : Pixels.values()) {
          for (Descent descent : Descent.values()) {
            agree(new Architecture(List.of(21, units, 30, 3), Activation.RELU, Cost.CROSS_ENTROPY), pixels, descent, miniBatch,
                miniBatch + 30, miniBatch);
          }
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> widths() {
    return Arbitraries.of(1, 3, 10, 13, 16, 30, 33, 70).list().ofMinSize(2).ofMaxSize(4);
  }

  /** The kinds of input. */
  enum Pixels { SPARSE, DENSE, FLOATS }

  /** The kinds of update. */
  enum Descent {
    PLAIN(0, 0), MOMENTUM(0.9f, 0), DECAY(0, 0.01f), BOTH(0.5f, 0.001f);

    final float momentum;
    final float decay;

    Descent(float momentum, float decay) {
      this.momentum = momentum;
      this.decay = decay;
    }

    boolean isPlain() {
      return this == PLAIN;
    }
  }

  private static void agree(Architecture form, Pixels pixels, Descent descent, int miniBatch, int count, long seed) {
    View view = view(form, pixels, count, RandomSource.XO_SHI_RO_256_PP.create(seed));
    Network reference = WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed + 1));
    Network vector = WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed + 1));
    train(REFERENCE, reference, view, descent, miniBatch, seed);
    train(VECTOR, vector, view, descent, miniBatch, seed);
    assertThat(bits(vector)).isEqualTo(bits(reference));
    Measure expected = Measure.of(REFERENCE, reference, view);
    assertThat(expected.cost()).isFinite();
    assertThat(Measure.of(VECTOR, vector, view)).isEqualTo(expected);
  }

  private static void train(Kernels kernels, Network network, View view, Descent descent, int miniBatch, long seed) {
    Network velocity = descent.isPlain() ? null : Network.zeros(network.architecture());
    GradientDescent training =
        new GradientDescent(kernels, network, velocity, miniBatch, descent.momentum, descent.decay);
    for (int epoch = 0; epoch < 2; epoch++) {
      training.epoch(view, Permutation.of(view.count(), RandomSource.XO_SHI_RO_256_PP.create(seed + epoch)), 0.05f);
    }
  }

  private static View view(Architecture form, Pixels pixels, int count, UniformRandomProvider draws) {
    int[] rows = IntStream.range(0, count).map(e -> draws.nextInt(count)).toArray(); // in any order, some twice
    byte[] labels = new byte[count];
    for (int e = 0; e < count; e++) {
      labels[e] = (byte) draws.nextInt(form.outputs());
    }
    if (pixels == Pixels.FLOATS) {
      float[] values = new float[count * form.inputs()];
      for (int k = 0; k < values.length; k++) {
        values[k] = draws.nextInt(3) == 0 ? 0 : draws.nextFloat() - 0.5f;
      }
      return new View(Inputs.ofFloats(values, form.inputs(), rows), labels);
    }
    byte[] bytes = new byte[count * form.inputs()];
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = (byte) (draws.nextInt(5) < (pixels == Pixels.SPARSE ? 4 : 1) ? 0 : draws.nextInt(256));
    }
    return new View(Inputs.of(new Examples(bytes, labels), rows), labels);
  }

  /** Returns all weights and biases; only the sign of a zero may differ. */
  private static int[] bits(Network network) {
    double[] parameters = ReferenceNetwork.parameters(network);
    return IntStream.range(0, parameters.length)
        .map(p -> Float.floatToRawIntBits((float) parameters[p] + 0f)).toArray();
  }
}
