package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Activation;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
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

  /** The most examples that a {@link FirstLayer} takes; larger mini-batches go part by part. */
  static final int MAX_EXAMPLES = 512;

  /** With fewer images, too few have a pixel of a block to make its list worth while. */
  static final int MIN_IMAGES_OF_BLOCKS = 40;

  /** Sparse first layers up to this width go image by image, wider ones by blocks of pixels if there are enough images. */
  private static final int MAX_OUTPUTS_OF_ROWS = 64;

  private final DenseLayer dense = new DenseLayer();
  private final FirstLayer denseFirst = new DenseFirstLayer(dense);
  private final Gradient gradient = new Gradient();
  private final FirstLayer rows = new RowFirstLayer(gradient);
  private final FirstLayer blocks = new BlockFirstLayer();

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

  /** Chooses by the inputs, the width of the layer and the number of examples. */
  private FirstLayer firstLayer(MiniBatch batch, Matrix weights) {
    if (batch.inputs().width() > PaddedRows.MAX_PIXELS || batch.rows().isEmpty()) {
      return denseFirst;
    }
    return weights.columns() > MAX_OUTPUTS_OF_ROWS && batch.count() >= MIN_IMAGES_OF_BLOCKS ? blocks : rows;
  }

  @Override
  public void forward(MiniBatch batch, Layer layer, Matrix sums) {
    for (int from = 0; from < batch.count(); from += MAX_EXAMPLES) {
      MiniBatch part = batch.part(from, MAX_EXAMPLES);
      firstLayer(part, layer.weights()).forward(part, layer, Slice.of(sums).fromRow(from));
    }
  }

  @Override
  public void forward(Matrix below, int n, Layer layer, Matrix sums) {
    dense.forward(Slice.of(below), n, layer, Slice.of(sums));
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

  @Override
  public void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
    dense.backward(deltas, n, layer, activation, below, deltasBelow);
  }

  @Override
  public void update(MiniBatch batch, Matrix deltas, Layer layer, Layer velocity, Step step) {
    int n = batch.count();
    if (step.isPlain()) {
      VectorRows.scale(-(step.rate() / n), deltas, n);
      addProducts(batch, deltas, layer.weights());
    } else if (n <= MAX_EXAMPLES) {
      firstLayer(batch, layer.weights()).step(batch, Slice.of(deltas), layer, velocity, step);
    } else {
      addProducts(batch, deltas, gradient.zeros(layer));
      gradient.descend(n, layer, velocity, step);
    }
    updateBiases(deltas, n, layer, velocity, step);
  }

  /** Computes {@code to += inputs^T * deltas} for a first layer, example by example. */
  void addProducts(MiniBatch batch, Matrix deltas, Matrix to) {
    for (int from = 0; from < batch.count(); from += MAX_EXAMPLES) {
      MiniBatch part = batch.part(from, MAX_EXAMPLES);
      firstLayer(part, to).addProducts(part, Slice.of(deltas).fromRow(from), to);
    }
  }

  @Override
  public void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    if (step.isPlain()) {
      VectorRows.scale(-(step.rate() / n), deltas, n);
      dense.addProducts(Slice.of(below), Slice.of(deltas), n, layer.weights());
    } else {
      dense.step(Slice.of(below), Slice.of(deltas), n, layer, velocity, step);
    }
    updateBiases(deltas, n, layer, velocity, step);
  }

  private void updateBiases(Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    Matrix biases = layer.biases();
    if (step.isPlain()) {
      VectorRows.addTo(biases, deltas, n);
      return;
    }
    Matrix sums = new Matrix(1, biases.columns());
    VectorRows.addTo(sums, deltas, n);
    VectorRows.descend(
        Slice.of(sums), Slice.of(velocity.biases()), Slice.of(biases), 1, biases.stride(), 1f / n, 0f, step);
  }

  /** Returns the array, or a larger one if it has too few numbers from {@link Matrix#START}. */
  static float[] room(float[] array, int size) {
    return array.length >= Matrix.START + size ? array : new float[Matrix.START + size];
  }
}
