package rote.network.vector;

import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/**
 * A wide first layer on images that are mostly zero: one block of neighbouring pixels after another, each with the examples in
 * which one of its pixels is nonzero.
 *
 * <p>Forward, columns go four vectors at a time, so that the sums of a usual mini-batch stay in the first-level cache, and each
 * weight is read once for the whole mini-batch and stays in a register; terms are added in ascending order of the pixels. In the
 * update, each vector of deltas is read for several pixels, and registers hold enough sums that none waits for itself; terms are
 * added in ascending order of the examples.
 */
final class BlockFirstLayer implements FirstLayer {
  private static final int LANES = VectorKernels.SPECIES.length();
  private static final int SIZE = BlockColumns.SIZE;
  private static final int AHEAD = 16 / SIZE; // blocks whose weights are fetched at once, so that none waits for another

  private final BlockColumns lists = new BlockColumns();
  private final Prefetch prefetch = new Prefetch();
  private float[] sums = {}; // of a block, [SIZE][stride]
  private float[] zeros = {}; // never written

  @Override
  public void forward(MiniBatch batch, Layer layer, Slice to) {
    list(batch, to.row());
    int stride = layer.weights().stride();
    for (int e = 0; e < batch.count(); e++) {
      System.arraycopy(layer.biases().values(), Matrix.START, to.values(), to.at(e), stride);
    }
    for (int j = 0; j < layer.outputs(); j += vectors(layer.outputs() - j) * LANES) {
      forward(layer.weights(), to.fromColumn(j), j, vectors(layer.outputs() - j));
    }
  }

  /** Columns are padded to two vectors. */
  private void forward(Matrix weights, Slice to, int column, int vectors) {
    for (int g = 0; g < lists.blocks(); g++) {
      if (g % AHEAD == 0) {
        prefetch.rows(weights.values(), weights.at(g * SIZE) + column, weights.stride(),
            Math.min(AHEAD * SIZE, weights.rows() - g * SIZE), vectors * LANES);
      }
      BlockTiles.forward(lists, g, weights, column, vectors, to);
    }
  }

  @Override
  public void addProducts(MiniBatch batch, Slice deltas, Matrix to) {
    list(batch, deltas.row());
    Slice block = block(to.stride());
    for (int g = 0; g < lists.blocks(); g++) {
      Slice there = Slice.of(to).fromRow(g * SIZE);
      int left = (to.rows() - g * SIZE) * to.stride();
      if (left >= SIZE * to.stride()) {
        multiply(g, deltas, to.columns(), there, there);
      } else {
        System.arraycopy(to.values(), there.from(), sums, block.from(), left);
        multiply(g, deltas, to.columns(), block, block);
        System.arraycopy(sums, block.from(), to.values(), there.from(), left);
      }
    }
  }

  @Override
  public void step(MiniBatch batch, Slice deltas, Layer layer, Layer velocity, Step step) {
    list(batch, deltas.row());
    Matrix weights = layer.weights();
    Slice block = block(weights.stride());
    Slice nothing = Slice.scratch(zeros, 0);
    for (int g = 0; g < lists.blocks(); g++) {
      int i = g * SIZE;
      multiply(g, deltas, weights.columns(), nothing, block);
      VectorRows.descend(block, Slice.of(velocity.weights()).fromRow(i), Slice.of(weights).fromRow(i),
          Math.min(SIZE, weights.rows() - i), VectorRows.wholeVectors(weights.columns()), 1f / batch.count(), step.decay(), step);
    }
  }

  private void list(MiniBatch batch, int stride) {
    lists.list(batch, BlockRows.of(batch.rows().orElseThrow()), stride);
  }

  private Slice block(int stride) {
    sums = VectorKernels.room(sums, SIZE * stride);
    zeros = VectorKernels.room(zeros, stride);
    return Slice.scratch(sums, stride);
  }

  /** Computes {@code c = start + pixels^T * deltas} for one block; columns are padded to two vectors. */
  private void multiply(int g, Slice deltas, int columns, Slice start, Slice c) {
    for (int j = 0; j < columns; j += vectors(columns - j) * LANES) {
      BlockTiles.update(lists, g, deltas, vectors(columns - j), start, c, j);
    }
  }

  private static int vectors(int columns) {
    return columns > 2 * LANES ? 4 : 2;
  }
}
