package rote.network.vector;

import java.util.Arrays;
import rote.network.Activation;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Step;

/** The matrix products of a layer whose inputs are dense: forward, backward and update. */
final class DenseLayer {
  /** Rows of weights whose gradient is summed before they are updated, while it is still in the first-level cache. */
  private static final int STRIP = VectorKernels.SPECIES.length() >= 16 ? 24 : 25; // whole tiles of VectorProduct

  private final VectorProduct product = new VectorProduct();
  private float[] zeros = {}; // never written
  private float[] gradient = {}; // of some rows of weights
  private float[] transposed = {}; // weights as [output][input], or deltas as [output][example]
  private float[] transposedBelow = {}; // deltas of the layer below as [input][example]

  /** Computes {@code sums[e] = biases + below[e] * weights}. */
  void forward(Slice below, int n, Layer layer, Slice sums) {
    product.multiply(below, Slice.of(layer.weights()), n, layer.inputs(), layer.outputs(), Slice.repeated(layer.biases()), sums);
  }

  /**
   * Computes {@code deltasBelow[e] = (deltas[e] * weights^T) * f'(below[e])}, by vectors along the units below, with transposed
   * weights, or along the examples, with transposed deltas; if the factors are copied anyway, the copy transposes them.
   */
  void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    if (VectorProduct.copies(n, inputs)) {
      product.multiply(Slice.of(deltas), Slice.of(layer.weights()).transposed(), n, outputs, inputs,
          zeros(Matrix.stride(inputs)), Slice.of(deltasBelow));
    } else if ((long) inputs * outputs < (long) n * (inputs + outputs)) {
      int stride = Matrix.stride(inputs);
      transposed = VectorKernels.room(transposed, outputs * stride);
      transpose(Slice.of(layer.weights()), inputs, outputs, transposed, stride);
      product.multiply(Slice.of(deltas), Slice.scratch(transposed, stride), n, outputs, inputs, zeros(stride),
          Slice.of(deltasBelow));
    } else {
      int stride = Matrix.stride(n);
      transposed = VectorKernels.room(transposed, outputs * stride);
      transposedBelow = VectorKernels.room(transposedBelow, inputs * stride);
      transpose(Slice.of(deltas), n, outputs, transposed, stride);
      product.multiply(Slice.of(layer.weights()), Slice.scratch(transposed, stride), inputs, outputs, n, zeros(stride),
          Slice.scratch(transposedBelow, stride));
      transpose(Slice.scratch(transposedBelow, stride), inputs, n, deltasBelow.values(), deltasBelow.stride());
    }
    VectorFunctions.times(activation, deltasBelow.values(), below.values(), below.at(0), n * below.stride());
  }

  private static void transpose(Slice from, int rows, int columns, float[] to, int toStride) {
    for (int c = 0; c < columns; c++) {
      transposeColumn(from.values(), from.from() + c, from.row(), rows, to, Matrix.START + c * toStride, toStride);
    }
  }

  private static void transposeColumn(float[] from, int at, int stride, int rows, float[] to, int toAt, int toStride) {
    for (int r = 0; r < rows; r++) {
      to[toAt + r] = from[at + r * stride];
    }
    Arrays.fill(to, toAt + rows, toAt + toStride, 0f);
  }

  /** Computes {@code to += below^T * deltas}. */
  void addProducts(Slice below, Slice deltas, int n, Matrix to) {
    product.multiply(below.transposed(), deltas, to.rows(), n, to.columns(), Slice.of(to), Slice.of(to));
  }

  /** Updates the weights with momentum and decay, strip by strip. */
  void step(Slice below, Slice deltas, int n, Layer layer, Layer velocity, Step step) {
    int stride = layer.weights().stride();
    gradient = VectorKernels.room(gradient, STRIP * stride);
    Slice sums = Slice.scratch(gradient, stride);
    Slice inputs = below.transposed();
    for (int i = 0; i < layer.inputs(); i += STRIP) {
      int rows = Math.min(STRIP, layer.inputs() - i);
      product.multiply(inputs.fromRow(i), deltas, rows, n, layer.outputs(), zeros(stride), sums);
      VectorRows.descend(sums, Slice.of(velocity.weights()).fromRow(i), Slice.of(layer.weights()).fromRow(i), rows,
          VectorRows.wholeVectors(layer.outputs()), 1f / n, step.decay(), step);
    }
  }

  /** Returns rows of zeros. */
  private Slice zeros(int stride) {
    zeros = VectorKernels.room(zeros, stride);
    return Slice.scratch(zeros, 0);
  }
}
