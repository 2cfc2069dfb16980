package rote.network.vector;

import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/** Computes a first layer on one form of its inputs; {@link VectorKernels} chooses the form for each mini-batch. */
interface FirstLayer {
  /** Computes {@code sums[e] = biases + inputs[e] * weights}. */
  void forward(MiniBatch batch, Layer layer, Slice sums);

  /**
   * Computes {@code to += inputs^T * deltas}, example by example.
   *
   * @param to [inputs][outputs], weights or the sums of their gradient
   */
  void addProducts(MiniBatch batch, Slice deltas, Matrix to);

  /** Updates the weights with momentum and decay. */
  void step(MiniBatch batch, Slice deltas, Layer layer, Layer velocity, Step step);
}
