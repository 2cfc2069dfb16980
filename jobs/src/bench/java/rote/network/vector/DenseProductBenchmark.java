package rote.network.vector;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rote.network.Matrix;

/**
 * The matrix products of dense layers beside the peak of the core, all in GFLOP/s: an operation is a floating-point
 * operation, so that ops/ns reads as GFLOP/s and a score divided by that of {@code peak} is the share of the peak.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DenseProductBenchmark {
  private static final int PEAK = 2 * 12 * 16 * 100_000; // a whole number of rounds, however wide a vector
  private static final int INPUTS = 784;
  private static final int WIDTH = 512;
  private static final int TILES = 120; // examples, ten times the tallest tile
  private static final int BATCH = 128;

  private final VectorProduct product = new VectorProduct();
  private final Matrix below = random(BATCH, WIDTH, 1f);
  private final Matrix inputs = random(BATCH, INPUTS, 1f);
  private final Matrix deltas = random(BATCH, WIDTH, 1e-3f);
  private final Matrix weights = random(WIDTH, WIDTH, 0.1f);
  private final Matrix firstWeights = random(INPUTS, WIDTH, 0.1f);
  private final Matrix biases = random(1, WIDTH, 0.1f);
  private final Matrix sums = new Matrix(BATCH, WIDTH);

  private static Matrix random(int rows, int columns, float deviation) {
    Random random = new Random(1);
    Matrix matrix = new Matrix(rows, columns);
    for (int k = 0; k < matrix.values().length; k++) {
      matrix.values()[k] = deviation * (float) random.nextGaussian();
    }
    return matrix;
  }

  /** Fused multiply-adds between registers. */
  @Benchmark
  @OperationsPerInvocation(PEAK)
  public float peak() {
    return FmaPeak.run((int) (PEAK / FmaPeak.flop(1)));
  }

  /** A hidden layer forward, on whole tiles only. */
  @Benchmark
  @OperationsPerInvocation(2 * TILES * WIDTH * WIDTH)
  public Matrix forward120x512x512() {
    return forward(below, TILES, weights);
  }

  /** A dense first layer forward, on a mini-batch that is no whole number of tiles. */
  @Benchmark
  @OperationsPerInvocation(2 * BATCH * INPUTS * WIDTH)
  public Matrix forward128x784x512() {
    return forward(inputs, BATCH, firstWeights);
  }

  private Matrix forward(Matrix x, int rows, Matrix w) {
    product.multiply(Slice.of(x), Slice.of(w), rows, w.rows(), w.columns(), Slice.repeated(biases), Slice.of(sums));
    return sums;
  }

  /** The update of a hidden layer: what stands below, turned, times the deltas, added to the weights. */
  @Benchmark
  @OperationsPerInvocation(2 * WIDTH * BATCH * WIDTH)
  public Matrix update512x128x512() {
    product.multiply(Slice.of(below).transposed(), Slice.of(deltas), WIDTH, BATCH, WIDTH, Slice.of(weights),
        Slice.of(weights));
    return weights;
  }
}
