package rote.network.vector;

import rote.network.Layer;
import rote.network.Matrix;

/**
 * The first layers of several networks as one: [inputs][networks * width]. Each network's sums have the same terms in the same
 * order as in a layer of its own.
 */
final class SideBySide {
  private final Layer all;
  private final int width; // numbers of a row per network

  /** @param shape of each network's layer */
  SideBySide(Layer shape, int networks) {
    this.width = Matrix.stride(shape.outputs());
    this.all = new Layer(shape.inputs(), networks * width);
  }

  Layer layer() {
    return all;
  }

  int width() {
    return width;
  }

  /** Copies network m's own layer to its place. */
  void copyIn(int m, Layer own) {
    copyIn(m, own.weights(), all.weights(), own.inputs());
    copyIn(m, own.biases(), all.biases(), 1);
  }

  /** Copies network m's part to a layer of its own. */
  void copyOut(int m, Layer own) {
    copyOut(m, all.weights(), own.weights(), own.inputs());
    copyOut(m, all.biases(), own.biases(), 1);
  }

  /** Copies the first rows of network m's own matrix to its columns of a common one. */
  void copyIn(int m, Matrix own, Matrix to, int rows) {
    VectorRows.copy(Slice.of(own), of(m, to), rows, width);
  }

  /** Copies the first rows of network m's columns to a matrix of its own. */
  void copyOut(int m, Matrix from, Matrix own, int rows) {
    VectorRows.copy(of(m, from), Slice.of(own), rows, width);
  }

  /** Returns network m's columns of a common matrix. */
  Slice of(int m, Matrix common) {
    return Slice.of(common).fromColumn(m * width);
  }
}
