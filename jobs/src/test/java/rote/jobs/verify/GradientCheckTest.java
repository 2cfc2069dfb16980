package rote.jobs.verify;

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
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Measure;
import rote.network.MiniBatch;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.network.Step;
import rote.network.Targets;
import rote.network.WeightInitializer;
import rote.network.vector.VectorKernels;

class GradientCheckTest {
  private static final double STEP = 1e-6;

  @Property(tries = 100, seed = "1")
  void bothGradientsAreRightOnNetworksOfAnyForm(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Architecture form = new Architecture(widths, activation, cost);
    View view = new Example(widths, activation, cost, seed, 3).view;
    for (Kernels kernels : List.of(new ReferenceKernels(), new VectorKernels())) {
      GradientCheck check = GradientCheck.of(form, view, kernels);
      assertThat(check.exact()).isLessThan(1e-6);
      assertThat(check.rounded()).isLessThan(1e-5);
      assertThat(check.isGood()).isTrue();
    }
  }

  /** Forms as large as experiments have them, of which a sample of derivatives is checked. */
  @net.jqwik.api.Example
  void bothGradientsAreRightOnWideNetworks() {
    for (Activation activation : Activation.values()) {
      for (Cost cost : Cost.values()) {
        List<Integer> widths = List.of(784, 100, 33, 10);
        View view = new Example(widths, activation, cost, 5, 10).view;
        GradientCheck check = GradientCheck.of(new Architecture(widths, activation, cost), view, new VectorKernels());
        assertThat(check.isGood()).as(check.toString()).isTrue();
      }
    }
  }

  @Property(tries = 50, seed = "1")
  void aGradientThatIsWrongInOneNumberIsFound(@ForAll Activation activation, @ForAll Cost cost, @ForAll Fault fault) {
    List<Integer> widths = List.of(30, 20, 5);
    View view = new Example(widths, activation, cost, 3, 4).view;
    GradientCheck check =
        GradientCheck.of(new Architecture(widths, activation, cost), view, new FaultyKernels(fault));
    assertThat(check.exact()).isLessThan(1e-6);
    assertThat(check.isGood()).as(check.toString()).isFalse();
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

  /** Against central differences of the cost in double precision; the first example is of no class. */
  @Property(tries = 100, seed = "1")
  void oneStepOnSmoothedLabelsFollowsTheSmoothedCost(
      @ForAll("widths") List<Integer> widths, @ForAll Activation activation, @ForAll Cost cost, @ForAll long seed) {
    Example example = new Example(widths, activation, cost, seed, 3);
    byte[] labels = {(byte) example.form.outputs(), (byte) example.view.label(1), (byte) example.view.label(2)};
    View view = new View(example.view.inputs(), labels);
    double[] before = example.parameters();
    Targets targets = Targets.of(example.form.outputs(), 0.25f).withNoClass();
    for (Kernels kernels : List.of(new ReferenceKernels(), new VectorKernels())) {
      Network network = new Example(widths, activation, cost, seed, 3).network;
      new GradientDescent(kernels, network, null, 3, 0, 0, targets, List.of()).epoch(view, new int[] {0, 1, 2}, 0.5f);
      double[] after = ReferenceNetwork.parameters(network);
      for (int p = 0; p < after.length; p++) {
        double here = smoothedCost(example.form, view, before, p, 0);
        double above = smoothedCost(example.form, view, before, p, STEP) - here;
        double below = here - smoothedCost(example.form, view, before, p, -STEP);
        double kink = Math.abs(above - below) / STEP; // of a ReLU, near which neither side is the derivative
        assertThat((before[p] - after[p]) / 0.5).isCloseTo((above + below) / (2 * STEP), within(6e-6 + kink));
      }
    }
  }

  private static double smoothedCost(Architecture form, View view, double[] parameters, int p, double by) {
    double[] moved = parameters.clone();
    moved[p] += by;
    return new ReferenceNetwork(form, moved, 0.25).cost(view);
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

  /** What faulty kernels get wrong. */
  enum Fault { DELTA_OF_ONE_UNIT, LAST_INPUT_FORGOTTEN, BIAS_FORGOTTEN }

  /** Kernels that are right but for one thing. */
  private static final class FaultyKernels implements Kernels {
    private final Kernels right = new ReferenceKernels();
    private final Fault fault;

    FaultyKernels(Fault fault) {
      this.fault = fault;
    }

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public void forward(MiniBatch inputs, Layer layer, Matrix sums) {
      right.forward(inputs, layer, sums);
    }

    @Override
    public void forward(Matrix below, int n, Layer layer, Matrix sums) {
      right.forward(below, n, layer, sums);
    }

    @Override
    public void activate(Activation activation, Matrix values, int n) {
      right.activate(activation, values, n);
    }

    @Override
    public void exp(Matrix values, int n) {
      right.exp(values, n);
    }

    @Override
    public void softmax(Matrix sums, int n) {
      right.softmax(sums, n);
    }

    @Override
    public void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
      right.backward(deltas, n, layer, activation, below, deltasBelow);
      if (fault == Fault.DELTA_OF_ONE_UNIT) {
        for (int e = 0; e < n; e++) {
          deltasBelow.set(e, layer.inputs() - 1, deltasBelow.get(e, layer.inputs() - 1) * 1.01f + 1e-3f);
        }
      }
    }

    @Override
    public void update(MiniBatch inputs, Matrix deltas, Layer layer, Layer velocity, Step step) {
      Layer before = copy(layer);
      right.update(inputs, deltas, layer, velocity, step);
      if (fault == Fault.BIAS_FORGOTTEN) {
        undo(before.biases(), layer.biases(), velocity == null ? null : velocity.biases(), 0, layer.outputs() - 1);
      }
    }

    @Override
    public void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
      Layer before = copy(layer);
      right.update(below, deltas, n, layer, velocity, step);
      if (fault == Fault.LAST_INPUT_FORGOTTEN) {
        undo(before.weights(), layer.weights(), velocity == null ? null : velocity.weights(), layer.inputs() - 1, 0);
      }
    }

    private static Layer copy(Layer layer) {
      Layer copy = new Layer(layer.inputs(), layer.outputs());
      System.arraycopy(layer.weights().values(), 0, copy.weights().values(), 0, layer.weights().values().length);
      System.arraycopy(layer.biases().values(), 0, copy.biases().values(), 0, layer.biases().values().length);
      return copy;
    }

    private static void undo(Matrix before, Matrix now, Matrix velocity, int row, int column) {
      now.set(row, column, before.get(row, column));
      if (velocity != null) {
        velocity.set(row, column, 0);
      }
    }
  }
}
