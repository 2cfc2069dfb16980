package rote.network.vector;

import rote.data.Inputs;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/** A first layer whose inputs are decoded to a matrix, one row per example. */
final class DenseFirstLayer implements FirstLayer {
  private final DenseLayer dense;
  private Matrix decoded = new Matrix(0, 0); // [examples][inputs]
  private Object batch; // whose inputs these are
  private final Prefetch prefetch = new Prefetch();

  DenseFirstLayer(DenseLayer dense) {
    this.dense = dense;
  }

  @Override
  public void forward(MiniBatch next, Layer layer, Slice sums) {
    dense.forward(Slice.of(decode(next)), next.count(), layer, sums);
  }

  @Override
  public void addProducts(MiniBatch next, Slice deltas, Matrix to) {
    dense.addProducts(Slice.of(decode(next)), deltas, next.count(), to);
  }

  @Override
  public void step(MiniBatch next, Slice deltas, Layer layer, Layer velocity, Step step) {
    dense.step(Slice.of(decode(next)), deltas, next.count(), layer, velocity, step);
  }

  /** Decodes a mini-batch, unless it was decoded last. */
  private Matrix decode(MiniBatch next) {
    if (next.id() == batch) {
      return decoded;
    }
    batch = next.id();
    Inputs inputs = next.inputs();
    int width = inputs.width();
    if (decoded.rows() < next.count() || decoded.columns() != width) {
      decoded = new Matrix(next.count(), width);
    }
    for (int e = 0; inputs.pixels() != null && e < next.count(); e++) {
      int begin = inputs.row(next.example(e)) * width;
      prefetch.bytes(inputs.pixels(), begin, begin + width);
    }
    for (int e = 0; e < next.count(); e++) {
      decode(inputs, next.example(e), decoded.at(e));
    }
    return decoded;
  }

  private void decode(Inputs inputs, int example, int at) {
    byte[] pixels = inputs.pixels();
    int from = inputs.row(example) * inputs.width();
    if (pixels != null && VectorFunctions.hasByteVectors() && from <= pixels.length - decoded.stride()) {
      VectorFunctions.decode(pixels, from, inputs.width(), decoded.values(), at);
    } else {
      inputs.decode(example, decoded.values(), at);
    }
  }
}
