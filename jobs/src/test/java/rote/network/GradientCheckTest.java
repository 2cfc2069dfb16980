package rote.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Inputs;
import rote.data.View;

class GradientCheckTest {
  @Property(tries = 200, seed = "1")
  void backpropagationEqualsCentralDifferences(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Example example = new Example(widths, activation, cost, seed, 3);
    double[] gradient = new ReferenceNetwork(example.form, example.parameters()).gradient(example.view);
    double step = 1e-6;
    for (int p = 0; p < gradient.length; p++) {
      double numeric = (costAt(example, p, step) - costAt(example, p, -step)) / (2 * step);
      assertThat(gradient[p]).isCloseTo(numeric, within(1e-7 + 1e-6 * Math.abs(numeric)));
    }
  }

  @Property(tries = 200, seed = "1")
  void oneStepOfPlainDescentFollowsTheExactGradient(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int count) {
    Example example = new Example(widths, activation, cost, seed, count);
    double[] before = example.parameters();
    double[] gradient = new ReferenceNetwork(example.form, before).gradient(example.view);
    new GradientDescent(new ReferenceKernels(), example.network, null, count, 0, 0)
        .epoch(example.view, IntStream.range(0, count).toArray(), 0.5f);
    double[] after = example.parameters();
    for (int p = 0; p < after.length; p++) {
      assertThat(after[p]).isCloseTo(before[p] - 0.5 * gradient[p], within(3e-6));
    }
  }

  @Property(tries = 200, seed = "1")
  void twoStepsOfMomentumAndDecayFollowTheirFormula(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int count) {
    Example example = new Example(widths, activation, cost, seed, count);
    double[] expected = example.parameters();
    double[] velocity = new double[expected.length];
    boolean[] biases = biases(example.form);
    GradientDescent descent = new GradientDescent(
        new ReferenceKernels(), example.network, Network.zeros(example.form), count, 0.9f, 0.01f);
    for (int round = 0; round < 2; round++) {
      double[] gradient = new ReferenceNetwork(example.form, expected).gradient(example.view);
      for (int p = 0; p < expected.length; p++) {
        velocity[p] = 0.9 * velocity[p] + gradient[p] + (biases[p] ? 0 : 0.01 * expected[p]);
        expected[p] -= 0.25 * velocity[p];
      }
      descent.epoch(example.view, IntStream.range(0, count).toArray(), 0.25f);
    }
    double[] after = example.parameters();
    for (int p = 0; p < after.length; p++) {
      assertThat(after[p]).isCloseTo(expected[p], within(2e-5));
    }
  }

  @Property(tries = 100, seed = "1")
  void measuredCostEqualsTheExactOne(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int count) {
    Example example = new Example(widths, activation, cost, seed, count);
    double exact = new ReferenceNetwork(example.form, example.parameters()).cost(example.view);
    assertThat(Measure.of(new ReferenceKernels(), example.network, example.view).cost())
        .isCloseTo(exact, within(2e-5 * (1 + exact)));
  }

  @Provide
  Arbitrary<List<Integer>> widths() {
    return Arbitraries.integers().between(1, 7).list().ofMinSize(2).ofMaxSize(4);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static double costAt(Example example, int parameter, double change) {
    double[] parameters = example.parameters();
    parameters[parameter] += change;
    return new ReferenceNetwork(example.form, parameters).cost(example.view);
  }

  private static boolean[] biases(Architecture form) {
    Network marked = Network.zeros(form);
    marked.layers().forEach(layer -> java.util.Arrays.fill(layer.biases().values(), 1f));
    double[] marks = ReferenceNetwork.parameters(marked);
    boolean[] biases = new boolean[marks.length];
    for (int p = 0; p < marks.length; p++) {
      biases[p] = marks[p] == 1;
    }
    return biases;
  }

  /** A small network with a few examples, a third of whose inputs are zero. */
  private static final class Example {
    final Architecture form;
    final Network network;
    final View view;

    Example(List<Integer> widths, Activation activation, Cost cost, long seed, int count) {
      form = new Architecture(widths, activation, cost);
      UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed);
      network = WeightInitializer.UNIFORM.draw(form, draws);
      float[] values = new float[count * form.inputs()];
      byte[] labels = new byte[count];
      for (int k = 0; k < values.length; k++) {
        values[k] = Math.max(0, (draws.nextFloat() - 1 / 3f));
      }
      for (int e = 0; e < count; e++) {
        labels[e] = (byte) draws.nextInt(form.outputs());
      }
      view = new View(Inputs.ofFloats(values, form.inputs(), IntStream.range(0, count).toArray()), labels);
    }

    double[] parameters() {
      return ReferenceNetwork.parameters(network);
    }
  }
}
