package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.data.Inputs;
import rote.network.Activation;
import rote.network.Batch;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Step;

/**
 * The kernels on vectors as wide as this CPU prefers, at most 512 bits.
 *
 * <p>Needs the module jdk.incubator.vector and HotSpot's C2, without which a vector is an object; {@link KernelChoice} checks. A
 * JVM uses float vectors of one width only: with a second one, C2 no longer keeps them in registers.
 */
public final class VectorKernels implements Kernels {
  static final VectorSpecies<Float> SPECIES = species();
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());
  private static final int LANES = SPECIES.length();

  /** Sparse first layers up to this width go image by image, wider ones by groups of pixels if there are enough images. */
  private static final int NARROW = 64;

  /** With fewer images, too few have a pixel of a group to make its list worth while. */
  static final int IMAGES = 40;

  /** The most examples that are decoded at once; larger mini-batches go block by block. */
  static final int BLOCK = 512;

  private static final int LINE = 64; // bytes of the cache

  /** Rows of weights whose gradient is summed before they are updated, while it is still in the first-level cache. */
  private static final int STRIP = LANES >= 16 ? 24 : 25; // whole tiles of VectorProduct

  private final VectorProduct product = new VectorProduct();
  private final PixelLists lists = new PixelLists();
  private final NarrowSparseForward narrowForward = new NarrowSparseForward(lists);
  private final GroupLists groups = new GroupLists();
  private final WideSparseForward wideForward = new WideSparseForward();
  private final WideSparseUpdate wideUpdate = new WideSparseUpdate();
  private Matrix decoded = new Matrix(0, 0); // a batch's inputs, [examples][inputs]
  private Batch decodedBatch;
  private int decodedAt;
  private int decodedCount;
  private int touched; // keeps the compiler from removing the prefetch; may overflow
  private float[] zeros = {}; // never written
  private float[] gradient = {}; // of some rows of weights
  private Matrix firstGradient = new Matrix(0, 0); // of a whole first layer
  private float[] turned = {}; // weights as [output][input], or deltas as [output][example]
  private float[] turnedBelow = {}; // deltas of the layer below as [input][example]

  private static VectorSpecies<Float> species() {
    VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
    return preferred.vectorBitSize() > 512 ? FloatVector.SPECIES_512 : preferred;
  }

  @Override
  public String name() {
    return "vector";
  }

  /** Returns the width of vectors in bits. */
  static int bits() {
    return SPECIES.vectorBitSize();
  }

  @Override
  public void forward(Batch inputs, Layer layer, Matrix sums) {
    for (int from = 0; from < inputs.count(); from += BLOCK) {
      int count = Math.min(BLOCK, inputs.count() - from);
      if (!isSparse(inputs)) {
        forward(decode(inputs, from, count), count, layer, Slice.of(sums).fromRow(from));
      } else if (byGroups(layer.weights(), count)) {
        groups.take(inputs, from, count, sums.stride());
        wideForward.run(groups, layer, sums);
      } else {
        lists.take(inputs, from, count, layer.weights().stride());
        narrowForward.run(layer, sums);
      }
    }
  }

  @Override
  public void forward(Matrix below, int n, Layer layer, Matrix sums) {
    forward(below, n, layer, Slice.of(sums));
  }

  private void forward(Matrix below, int n, Layer layer, Slice sums) {
    product.multiply(Slice.of(below), Slice.of(layer.weights()), n, layer.inputs(), layer.outputs(),
        Slice.repeated(layer.biases()), sums);
  }

  @Override
  public void activate(Activation activation, Matrix values, int n) {
    VectorFunctions.activate(activation, values.values(), values.at(0), n * values.stride());
  }

  @Override
  public void exp(Matrix values, int n) {
    VectorFunctions.exp(values.values(), values.at(0), n * values.stride());
  }

  @Override
  public void softmax(Matrix sums, int n) {
    VectorFunctions.softmax(sums.values(), sums.at(0), n, sums.stride(), sums.columns());
  }

  /**
   * Computes by vectors along the units below, with transposed weights, or along the examples, with transposed deltas; if the
   * factors are copied anyway, the copy transposes them.
   */
  @Override
  public void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    if (VectorProduct.copies(n, inputs)) {
      product.multiply(Slice.of(deltas), Slice.of(layer.weights()).transposed(), n, outputs, inputs,
          zeros(Matrix.stride(inputs)), Slice.of(deltasBelow));
    } else if ((long) inputs * outputs < (long) n * (inputs + outputs)) {
      int stride = Matrix.stride(inputs);
      turned = room(turned, outputs * stride);
      turn(Slice.of(layer.weights()), inputs, outputs, turned, stride);
      product.multiply(Slice.of(deltas), Slice.scratch(turned, stride), n, outputs, inputs, zeros(stride),
          Slice.of(deltasBelow));
    } else {
      int stride = Matrix.stride(n);
      turned = room(turned, outputs * stride);
      turnedBelow = room(turnedBelow, inputs * stride);
      turn(Slice.of(deltas), n, outputs, turned, stride);
      product.multiply(Slice.of(layer.weights()), Slice.scratch(turned, stride), inputs, outputs, n, zeros(stride),
          Slice.scratch(turnedBelow, stride));
      turn(Slice.scratch(turnedBelow, stride), inputs, n, deltasBelow.values(), deltasBelow.stride());
    }
    VectorFunctions.times(activation, deltasBelow.values(), below.values(), below.at(0), n * below.stride());
  }

  /** Transposes. */
  private static void turn(Slice from, int rows, int columns, float[] to, int toStride) {
    for (int c = 0; c < columns; c++) {
      turnColumn(from.values(), from.from() + c, from.row(), rows, to, Matrix.START + c * toStride, toStride);
    }
  }

  private static void turnColumn(float[] from, int at, int stride, int rows, float[] to, int toAt, int toStride) {
    for (int r = 0; r < rows; r++) {
      to[toAt + r] = from[at + r * stride];
    }
    Arrays.fill(to, toAt + rows, toAt + toStride, 0f);
  }

  @Override
  public void update(Batch inputs, Matrix deltas, Layer layer, Layer velocity, Step step) {
    int n = inputs.count();
    if (step.isPlain()) {
      scale(-(step.rate() / n), deltas, n);
      addProducts(inputs, deltas, layer.weights());
    } else if (n <= BLOCK && !isSparse(inputs)) {
      stepByStrips(Slice.of(decode(inputs, 0, n)).transposed(), deltas, n, layer, velocity, step);
    } else if (n <= BLOCK && byGroups(layer.weights(), n)) {
      groups.take(inputs, 0, n, deltas.stride());
      wideUpdate.step(groups, deltas, layer, velocity, step);
    } else {
      Matrix sums = gradientOf(layer);
      addProducts(inputs, deltas, sums);
      descend(Slice.of(sums), Slice.of(velocity.weights()), Slice.of(layer.weights()), layer.inputs(),
          layer.weights().stride(), 1f / n, step.decay(), step);
    }
    updateBiases(deltas, n, layer, velocity, step);
  }

  /** Computes {@code to += inputs^T * deltas} for a first layer, example by example. */
  void addProducts(Batch inputs, Matrix deltas, Matrix to) {
    for (int from = 0; from < inputs.count(); from += BLOCK) {
      int count = Math.min(BLOCK, inputs.count() - from);
      if (!isSparse(inputs)) {
        product.multiply(Slice.of(decode(inputs, from, count)).transposed(), Slice.of(deltas).fromRow(from),
            to.rows(), count, to.columns(), Slice.of(to), Slice.of(to));
      } else if (byGroups(to, count)) {
        groups.take(inputs, from, count, deltas.stride());
        wideUpdate.addProducts(groups, deltas, to);
      } else {
        lists.take(inputs, from, count, to.stride());
        NarrowSparseUpdate.addProducts(lists, deltas, to);
      }
    }
  }

  /** Returns zeros in a layer's form. */
  private Matrix gradientOf(Layer layer) {
    if (firstGradient.rows() != layer.inputs() || firstGradient.columns() != layer.outputs()) {
      firstGradient = new Matrix(layer.inputs(), layer.outputs());
    } else {
      Arrays.fill(firstGradient.values(), 0f);
    }
    return firstGradient;
  }

  private static boolean byGroups(Matrix weights, int images) {
    return weights.columns() > NARROW && images >= IMAGES;
  }

  @Override
  public void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    Slice inputs = Slice.of(below).transposed();
    if (step.isPlain()) {
      scale(-(step.rate() / n), deltas, n);
      Slice weights = Slice.of(layer.weights());
      product.multiply(inputs, Slice.of(deltas), layer.inputs(), n, layer.outputs(), weights, weights);
    } else {
      stepByStrips(inputs, deltas, n, layer, velocity, step);
    }
    updateBiases(deltas, n, layer, velocity, step);
  }

  private void stepByStrips(Slice inputs, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    int stride = layer.weights().stride();
    gradient = room(gradient, STRIP * stride);
    Slice sums = Slice.scratch(gradient, stride);
    for (int i = 0; i < layer.inputs(); i += STRIP) {
      int rows = Math.min(STRIP, layer.inputs() - i);
      product.multiply(inputs.fromRow(i), Slice.of(deltas), rows, n, layer.outputs(), zeros(stride), sums);
      descend(sums, Slice.of(velocity.weights()).fromRow(i), Slice.of(layer.weights()).fromRow(i), rows,
          wholeVectors(layer.outputs()), 1f / n, step.decay(), step);
    }
  }

  /** So many columns, and what the last vector has behind them. */
  static int wholeVectors(int columns) {
    return (columns + LANES - 1) / LANES * LANES;
  }

  private void updateBiases(Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    Matrix biases = layer.biases();
    if (step.isPlain()) {
      addRows(deltas, n, biases);
      return;
    }
    Matrix sums = new Matrix(1, biases.columns());
    addRows(deltas, n, sums);
    descend(Slice.of(sums), Slice.of(velocity.biases()), Slice.of(biases), 1, biases.stride(),
        1f / n, 0f, step);
  }

  /** Computes {@code to[0][k] += deltas[e][k]}, example by example. */
  static void addRows(Matrix deltas, int n, Matrix to) {
    for (int k = 0; k < deltas.columns(); k += LANES) {
      addColumns(deltas.values(), deltas.at(0) + k, deltas.stride(), n, to.values(), to.at(0) + k);
    }
  }

  private static void addColumns(float[] d, int from, int stride, int n, float[] to, int at) {
    FloatVector sum = FloatVector.fromArray(SPECIES, to, at);
    for (int e = 0; e < n; e++) {
      sum = FloatVector.fromArray(SPECIES, d, from + e * stride).add(sum);
    }
    sum.intoArray(to, at);
  }

  /** Computes {@code deltas *= by}. */
  static void scale(float by, Matrix deltas, int n) {
    float[] d = deltas.values();
    for (int k = deltas.at(0); k < deltas.at(n); k += LANES) {
      FloatVector.fromArray(SPECIES, d, k).mul(by).intoArray(d, k);
    }
  }

  /** @param columns padded */
  static void copy(Slice from, Slice to, int rows, int columns) {
    for (int k = 0; k < columns; k += LANES) {
      copyColumns(from.values(), from.at(0) + k, from.row(), to.values(), to.at(0) + k, to.row(), rows);
    }
  }

  private static void copyColumns(float[] from, int at, int row, float[] to, int toAt, int toRow, int rows) {
    for (int r = 0; r < rows; r++) {
      FloatVector.fromArray(SPECIES, from, at + r * row).intoArray(to, toAt + r * toRow);
    }
  }

  /**
   * Updates some rows of weights with momentum and decay ({@link GradientDescent}).
   *
   * @param sums of the gradient
   * @param columns padded
   */
  static void descend(
      Slice sums, Slice velocity, Slice weights, int rows, int columns, float share, float decay, Step step) {
    for (int r = 0; r < rows; r++) {
      descend(sums.values(), sums.at(r), velocity.values(), velocity.at(r), weights.values(), weights.at(r), columns, share,
          decay, step.momentum(), -step.rate());
    }
  }

  private static void descend(float[] sums, int sumsAt, float[] velocity, int velocityAt, float[] weights, int at,
      int count, float share, float decay, float momentum, float down) {
    FloatVector momenta = FloatVector.broadcast(SPECIES, momentum);
    FloatVector decays = FloatVector.broadcast(SPECIES, decay);
    FloatVector downs = FloatVector.broadcast(SPECIES, down);
    for (int k = 0; k < count; k += LANES) {
      FloatVector w = FloatVector.fromArray(SPECIES, weights, at + k);
      FloatVector slope = decays.fma(w, FloatVector.fromArray(SPECIES, sums, sumsAt + k).mul(share));
      FloatVector v = momenta.fma(FloatVector.fromArray(SPECIES, velocity, velocityAt + k), slope);
      v.intoArray(velocity, velocityAt + k);
      downs.fma(v, w).intoArray(weights, at + k);
    }
  }

  private static boolean isSparse(Batch batch) {
    return batch.inputs().active() != null && PixelLists.hold(batch.inputs().width());
  }

  /** Decodes some inputs of a batch. */
  private Matrix decode(Batch batch, int from, int count) {
    if (batch == decodedBatch && batch.position() + from == decodedAt && count == decodedCount) {
      return decoded;
    }
    decodedBatch = batch;
    decodedAt = batch.position() + from;
    decodedCount = count;
    if (decoded.rows() < count || decoded.columns() != batch.inputs().width()) {
      decoded = new Matrix(count, batch.inputs().width());
    }
    touch(batch, from, count);
    for (int e = 0; e < count; e++) {
      decode(batch.inputs(), batch.example(from + e), decoded.at(e));
    }
    return decoded;
  }

  /** Prefetches: reads a byte from each cache line of some images without waiting for it, so that all lines load at once. */
  private void touch(Batch batch, int from, int count) {
    byte[] pixels = batch.inputs().pixels();
    if (pixels == null) {
      return;
    }
    int width = batch.inputs().width();
    int sum = 0;
    for (int e = from; e < from + count; e++) {
      int begin = batch.inputs().row(batch.example(e)) * width;
      for (int k = begin; k < begin + width; k += LINE) {
        sum += pixels[k];
      }
      sum += pixels[begin + width - 1];
    }
    touched += sum;
  }

  private void decode(Inputs inputs, int example, int at) {
    byte[] pixels = inputs.pixels();
    int from = inputs.row(example) * inputs.width();
    if (pixels != null && VectorFunctions.decodes() && from <= pixels.length - decoded.stride()) {
      VectorFunctions.decode(pixels, from, inputs.width(), decoded.values(), at);
    } else {
      inputs.decode(example, decoded.values(), at);
    }
  }

  /** Returns rows of zeros. */
  private Slice zeros(int stride) {
    zeros = room(zeros, stride);
    return Slice.scratch(zeros, 0);
  }

  /** Returns the array, or a larger one if it has too few numbers from {@link Matrix#START}. */
  static float[] room(float[] array, int size) {
    return array.length >= Matrix.START + size ? array : new float[Matrix.START + size];
  }
}
