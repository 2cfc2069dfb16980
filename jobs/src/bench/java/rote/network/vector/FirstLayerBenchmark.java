package rote.network.vector;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.catalog.Catalog;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/** The sparse first layer forward and its update on the built-in digits, in examples a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FirstLayerBenchmark {
  private static final int AT_ONCE = 1280; // examples, whole batches of either size
  private static final int EXAMPLES = 15 * AT_ONCE;

  @Param({"16", "128", "512"})
  private int width;

  @Param({"10", "128"})
  private int batch;

  private final Kernels kernels = new VectorKernels();
  private Inputs inputs;
  private int[] order;
  private List<MiniBatch> batches;
  private int next;
  private Layer layer;
  private Layer velocity;
  private Matrix sums;
  private Matrix deltas;

  /** Images in random order, as training meets them. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    Examples images = Catalog.load("pen-digits", List.of()).training();
    inputs = Inputs.of(images, IntStream.range(0, images.count()).toArray());
    order = random.ints(EXAMPLES, 0, images.count()).toArray();
    batches = MiniBatch.split(inputs, order, batch);
    layer = new Layer(inputs.width(), width);
    velocity = new Layer(inputs.width(), width);
    sums = new Matrix(batch, width);
    deltas = new Matrix(batch, width);
    fill(layer.weights(), 0.1f, random);
    fill(deltas, 1e-3f, random);
  }

  private static void fill(Matrix matrix, float deviation, Random random) {
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        matrix.set(r, c, deviation * (float) random.nextGaussian());
      }
    }
  }

  /** The weighted sums, fetching the pixels included. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public Matrix forward() {
    for (int k = 0; k < AT_ONCE; k += batch) {
      kernels.forward(next(), layer, sums);
    }
    return sums;
  }

  /** The update of plain descent, fetching the pixels included, which in training the way forward has done. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public Layer update() {
    Step turn = new Step(batch, 0f, 0f); // this rate only turns the deltas' signs: a smaller one would wear them down to 0
    for (int k = 0; k < AT_ONCE; k += batch) {
      kernels.update(next(), deltas, layer, null, turn);
    }
    return layer;
  }

  /** The update of descent with momentum, fetching the pixels included. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public Layer updateWithMomentum() {
    Step step = new Step(1e-3f, 0.9f, 0f);
    for (int k = 0; k < AT_ONCE; k += batch) {
      kernels.update(next(), deltas, layer, velocity, step);
    }
    return layer;
  }

  private MiniBatch next() {
    next = (next + 1) % batches.size();
    return batches.get(next);
  }
}
