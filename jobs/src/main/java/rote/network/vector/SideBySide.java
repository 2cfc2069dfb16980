package rote.network.vector;

import rote.network.Layer;
import rote.network.Matrix;

/**
 * The first layers of several networks as one: [inputs][networks * block]. Each network's sums have the same terms in the same
 * order as in a layer of its own.
 */
final class SideBySide {
  private final Layer all;
  private final int block; // numbers of a row per network

  /** @param shape of each network's layer */
  SideBySide(Layer shape, int networks) {
    this.block = Matrix.stride(shape.outputs());
    this.all = new Layer(shape.inputs(), networks * block);
  }

  Layer layer() {
    return all;
  }

  int block() {
    return block;
  }

  /** Copies network m's own layer to its place. */
  void take(int m, Layer own) {
    take(m, own.weights(), all.weights(), own.inputs());
    take(m, own.biases(), all.biases(), 1);
  }

  /** Copies network m's part to a layer of its own. */
  void give(int m, Layer own) {
    give(m, all.weights(), own.weights(), own.inputs());
    give(m, all.biases(), own.biases(), 1);
  }

  /** Copies the first rows of network m's own matrix to its columns of a common one. */
  void take(int m, Matrix own, Matrix to, int rows) {
    VectorRows.copy(Slice.of(own), of(m, to), rows, block);
  }

  /** Copies the first rows of network m's columns to a matrix of its own. */
  void give(int m, Matrix from, Matrix own, int rows) {
    VectorRows.copy(of(m, from), Slice.of(own), rows, block);
  }

  /** Returns network m's columns of a common matrix. */
  Slice of(int m, Matrix common) {
    return Slice.of(common).fromColumn(m * block);
  }
}
