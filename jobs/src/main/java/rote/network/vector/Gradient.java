package rote.network.vector;

import java.util.Arrays;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Step;

/** The gradient of all weights of a first layer, where it is summed before any weight changes. */
final class Gradient {
  private Matrix sums = new Matrix(0, 0);

  /** Returns zeros in the form of a layer's weights, to sum into. */
  Matrix zeros(Layer layer) {
    if (sums.rows() != layer.inputs() || sums.columns() != layer.outputs()) {
      sums = new Matrix(layer.inputs(), layer.outputs());
    } else {
      Arrays.fill(sums.values(), 0f);
    }
    return sums;
  }

  /** Updates the weights with momentum and decay by the sums of n examples. */
  void descend(int n, Layer layer, Layer velocity, Step step) {
    VectorRows.descend(Slice.of(sums), Slice.of(velocity.weights()), Slice.of(layer.weights()), layer.inputs(),
        layer.weights().stride(), 1f / n, step.decay(), step);
  }
}
