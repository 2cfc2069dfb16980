package rote.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Inputs;
import rote.data.View;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.vector.VectorKernels;

/** Outputs and gradients are compared with a network in double precision. */
class InputGradientsTest {
  private static final int IMAGES = 3;
  private static final float STEP = 1 / 1024f; // exact in float32 beside pixels that are multiples of it

  @Property(tries = 100, seed = "1")
  void theGradientByThePixelsEqualsFiniteDifferences(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Architecture form = new Architecture(widths, activation, cost);
    Network network = WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
    float[] pixels = pixels(form.inputs(), seed);
    byte[] labels = {0, (byte) (form.outputs() - 1), (byte) (form.outputs() / 2)};
    float[][] gradients = new InputGradients(new VectorKernels(), network).gradients(view(pixels, labels));
    ReferenceNetwork exact = new ReferenceNetwork(form, ReferenceNetwork.parameters(network));
    for (int k = 0; k < pixels.length; k++) {
      double slope = IMAGES * (cost(exact, pixels, labels, k, STEP) - cost(exact, pixels, labels, k, -STEP)) / (2 * STEP);
      double allowed = activation == Activation.RELU ? kink(exact, pixels, labels, k) + 1e-4 : 1e-4;
      assertThat((double) gradients[k / form.inputs()][k % form.inputs()]).isCloseTo(slope, offset(allowed));
    }
  }

  /** Returns how far the slopes on both sides of a pixel differ: near the kink of a ReLU neither is the derivative. */
  private static double kink(ReferenceNetwork exact, float[] pixels, byte[] labels, int k) {
    double here = cost(exact, pixels, labels, k, 0);
    double curvature = cost(exact, pixels, labels, k, STEP) - 2 * here + cost(exact, pixels, labels, k, -STEP);
    return IMAGES * Math.abs(curvature) / STEP;
  }

  @Property(tries = 100, seed = "1")
  void outputsRiseAlongTheirDerivatives(
      @ForAll("widths") List<Integer> widths, @ForAll Cost cost, @ForAll boolean sigmoid, @ForAll long seed) {
    Architecture form = new Architecture(widths, sigmoid ? Activation.SIGMOID : Activation.TANH, cost);
    InputGradients response =
        new InputGradients(new VectorKernels(), WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed)));
    float[] pixels = pixels(form.inputs(), seed);
    byte[] labels = {0, (byte) (form.outputs() - 1), (byte) (form.outputs() / 2)};
    float[][] rises = response.rises(view(pixels, labels));
    float[][] outputs = response.outputs(view(pixels, labels).inputs());
    for (int k = 0; k < pixels.length; k++) {
      int e = k / form.inputs();
      float[] moved = pixels.clone();
      moved[k] += 16 * STEP;
      double above = response.outputs(view(moved, labels).inputs())[e][labels[e]];
      moved[k] -= 32 * STEP;
      double below = response.outputs(view(moved, labels).inputs())[e][labels[e]];
      double a = outputs[e][labels[e]];
      double slope = cost == Cost.CROSS_ENTROPY ? a
          : sigmoid || cost == Cost.SIGMOID_CROSS_ENTROPY ? a * (1 - a) : 1 - a * a; // of the output by what rises
      assertThat((above - below) / (32 * STEP)).isCloseTo(slope * rises[e][k % form.inputs()], offset(2e-3));
    }
  }

  @Property(tries = 100, seed = "1")
  void theCostIsThatOfTheOutputs(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Architecture form = new Architecture(widths, activation, cost);
    Network network = WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
    float[] pixels = pixels(form.inputs(), seed);
    View view = view(pixels, new byte[IMAGES]);
    double sum = 0;
    for (float[] outputs : new InputGradients(new VectorKernels(), network).outputs(view.inputs())) {
      assertThat(outputs).hasSize(form.outputs());
      sum += switch (cost) {
        case QUADRATIC -> IntStream.range(0, outputs.length).mapToDouble(j -> Math.pow(outputs[j] - (j == 0 ? 1 : 0), 2)).sum();
        case CROSS_ENTROPY -> -Math.log(outputs[0]);
        case SIGMOID_CROSS_ENTROPY -> -IntStream.range(0, outputs.length)
            .mapToDouble(j -> Math.log(j == 0 ? outputs[j] : 1 - outputs[j])).sum();
      };
    }
    double expected = new ReferenceNetwork(form, ReferenceNetwork.parameters(network)).cost(view);
    assertThat(sum / IMAGES).isCloseTo(expected, offset(1e-5));
  }

  @Property(tries = 20, seed = "1")
  void everyKernelGivesTheSameBitsAcrossBlocks(@ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Architecture form = new Architecture(List.of(20, 17, 5), activation, cost);
    Network network = WeightInitializer.HE.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed + 1);
    float[] pixels = new float[300 * 20];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = Math.max(0, draws.nextFloat() - 0.5f);
    }
    View view = view(pixels, new byte[300]);
    InputGradients reference = new InputGradients(new ReferenceKernels(), network);
    InputGradients vector = new InputGradients(new VectorKernels(), network);
    assertThat(vector.gradients(view)).isDeepEqualTo(reference.gradients(view));
    assertThat(vector.outputs(view.inputs())).isDeepEqualTo(reference.outputs(view.inputs()));
  }

  @Provide
  Arbitrary<List<Integer>> widths() {
    return Arbitraries.integers().between(1, 7).list().ofMinSize(2).ofMaxSize(4);
  }

  private static double cost(ReferenceNetwork exact, float[] pixels, byte[] labels, int at, float by) {
    float[] moved = pixels.clone();
    moved[at] += by;
    return exact.cost(view(moved, labels));
  }

  private static View view(float[] pixels, byte[] labels) {
    int[] rows = IntStream.range(0, labels.length).toArray();
    return new View(Inputs.ofFloats(pixels, pixels.length / labels.length, rows), labels);
  }

  private static float[] pixels(int width, long seed) {
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed + 1);
    float[] pixels = new float[IMAGES * width];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = draws.nextInt(1024) * STEP;
    }
    return pixels;
  }
}
