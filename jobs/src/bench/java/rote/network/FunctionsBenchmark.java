package rote.network;

import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import rote.network.vector.VectorKernels;

/** The transcendental functions of the vector kernels beside those of the reference, in values a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionsBenchmark {
  private static final int ROWS = 64;
  private static final int COLUMNS = 64; // rows without padding; both matrices stay in the first cache
  private static final int VALUES = ROWS * COLUMNS;
  private static final int CLASSES = 10;

  @Param({"vector", "reference"})
  private String kernels;

  private final Matrix arguments = new Matrix(ROWS, COLUMNS);
  private final Matrix values = new Matrix(ROWS, COLUMNS);
  private final Matrix sums = new Matrix(ROWS, CLASSES);
  private Kernels chosen;

  /** Arguments such as weighted sums are. */
  @Setup
  public void setUp() {
    chosen = kernels.equals("vector") ? new VectorKernels() : new ReferenceKernels();
    Random random = new Random(1);
    for (int k = 0; k < arguments.values().length; k++) {
      arguments.values()[k] = 2 * (float) random.nextGaussian();
    }
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Matrix sigmoid() {
    chosen.activate(Activation.SIGMOID, fresh(), ROWS);
    return values;
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Matrix tanh() {
    chosen.activate(Activation.TANH, fresh(), ROWS);
    return values;
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Matrix exp() {
    chosen.exp(fresh(), ROWS);
    return values;
  }

  /** Of rows as short as digits have classes. */
  @Benchmark
  @OperationsPerInvocation(ROWS * CLASSES)
  public Matrix softmax() {
    System.arraycopy(arguments.values(), 0, sums.values(), 0, sums.values().length);
    chosen.softmax(sums, ROWS);
    return sums;
  }

  /** The arguments again: the functions work in place, and applied to their own values they would soon stand still. */
  private Matrix fresh() {
    System.arraycopy(arguments.values(), 0, values.values(), 0, values.values().length);
    return values;
  }
}
