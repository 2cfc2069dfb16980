package rote.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The update of a wide first layer from images most of whose pixels are zero: two neighbouring pixels at a time, and only
 * from those examples in which one of the two is not zero.
 *
 * <p>Of a written digit that is a sixth more terms than each pixel by itself would meet; but each vector of deltas is read for
 * two pixels, and eight sums at a time are enough that none waits for itself. Sums run in ascending
 * order of the examples, as ever.
 */
final class WideSparseUpdate {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int HEIGHT = 2; // rows of a tile

  private float[] sums = {}; // of a tile, [HEIGHT][stride]
  private float[] zeros = {}; // stay zeros

  /**
   * {@code to += images^T * deltas}, of the examples that are listed.
   *
   * @param to [pixels][outputs]
   */
  void addProducts(PairLists lists, Matrix deltas, Matrix to) {
    Slice own = Slice.of(deltas).fromRow(lists.first());
    Slice tile = tile(to.stride());
    for (int p = 0; p < lists.pairs(); p++) {
      Slice there = Slice.of(to).fromRow(p * HEIGHT);
      int left = (to.rows() - p * HEIGHT) * to.stride();
      if (left >= HEIGHT * to.stride()) {
        multiply(lists, p, own, deltas.columns(), there, there);
      } else {
        System.arraycopy(to.values(), there.from(), sums, tile.from(), left);
        multiply(lists, p, own, deltas.columns(), tile, tile);
        System.arraycopy(sums, tile.from(), to.values(), there.from(), left);
      }
    }
  }

  /** The step of momentum and decay on the weights, tile by tile. */
  void step(PairLists lists, Matrix deltas, Layer layer, Layer velocity, Step step) {
    Matrix weights = layer.weights();
    Slice tile = tile(weights.stride());
    Slice nothing = Slice.scratch(zeros, 0);
    for (int p = 0; p < lists.pairs(); p++) {
      int i = p * HEIGHT;
      multiply(lists, p, Slice.of(deltas), deltas.columns(), nothing, tile);
      VectorKernels.descend(tile, Slice.of(velocity.weights()).fromRow(i), Slice.of(weights).fromRow(i),
          Math.min(HEIGHT, weights.rows() - i), VectorKernels.wholeVectors(weights.columns()), 1f / lists.examples(),
          step.decay(), step);
    }
  }

  private Slice tile(int stride) {
    sums = VectorKernels.room(sums, HEIGHT * stride);
    zeros = VectorKernels.room(zeros, stride);
    return Slice.scratch(sums, stride);
  }

  /** {@code c = start + pixels^T * b}, for one pair; columns are padded to two vectors. */
  private static void multiply(PairLists lists, int pair, Slice b, int columns, Slice start, Slice c) {
    int begin = pair * lists.room();
    int count = lists.count(pair);
    int j = 0;
    for (; j + 2 * LANES < columns; j += 4 * LANES) {
      tile2x4(lists.places(), lists.firsts(), lists.seconds(), begin, count, b.values(), b.from() + j,
          start.values(), start.from() + j, start.row(), c.values(), c.from() + j, c.row());
    }
    for (; j < columns; j += 2 * LANES) {
      tile2x2(lists.places(), lists.firsts(), lists.seconds(), begin, count, b.values(), b.from() + j,
          start.values(), start.from() + j, start.row(), c.values(), c.from() + j, c.row());
    }
  }

  private static void tile2x4(int[] places, float[] firsts, float[] seconds, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, s, sAt + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, s, sAt + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      int from = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, firsts[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, seconds[k]);
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      s00 = x0.fma(b0, s00);
      s10 = x1.fma(b0, s10);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      s01 = x0.fma(b1, s01);
      s11 = x1.fma(b1, s11);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
      s02 = x0.fma(b2, s02);
      s12 = x1.fma(b2, s12);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES);
      s03 = x0.fma(b3, s03);
      s13 = x1.fma(b3, s13);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s12.intoArray(c, cAt + cRow + 2 * LANES);
    s13.intoArray(c, cAt + cRow + 3 * LANES);
  }

  private static void tile2x2(int[] places, float[] firsts, float[] seconds, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    for (int k = begin; k < begin + count; k++) {
      int from = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, firsts[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, seconds[k]);
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      s00 = x0.fma(b0, s00);
      s10 = x1.fma(b0, s10);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      s01 = x0.fma(b1, s01);
      s11 = x1.fma(b1, s11);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
  }
}
