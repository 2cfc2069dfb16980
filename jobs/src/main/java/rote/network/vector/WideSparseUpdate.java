package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Step;

/**
 * Updates a wide first layer from images that are mostly zero: one group of neighbouring pixels at a time, from the examples in
 * which one of them is nonzero.
 *
 * <p>So each vector of deltas is read for several pixels, and registers hold enough sums that none waits for itself. Sums run in
 * ascending order of the examples.
 */
final class WideSparseUpdate {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int SIZE = GroupLists.SIZE; // rows of a tile
  private static final int PLANE = GroupLists.PLANE;

  private float[] sums = {}; // of a tile, [SIZE][stride]
  private float[] zeros = {}; // never written

  /**
   * Computes {@code to += images^T * deltas} for the listed examples.
   *
   * @param to [pixels][outputs]
   */
  void addProducts(GroupLists lists, Matrix deltas, Matrix to) {
    Slice own = Slice.of(deltas).fromRow(lists.first());
    Slice tile = tile(to.stride());
    for (int g = 0; g < lists.groups(); g++) {
      Slice there = Slice.of(to).fromRow(g * SIZE);
      int left = (to.rows() - g * SIZE) * to.stride();
      if (left >= SIZE * to.stride()) {
        multiply(lists, g, own, deltas.columns(), there, there);
      } else {
        System.arraycopy(to.values(), there.from(), sums, tile.from(), left);
        multiply(lists, g, own, deltas.columns(), tile, tile);
        System.arraycopy(sums, tile.from(), to.values(), there.from(), left);
      }
    }
  }

  /** Updates the weights with momentum and decay, tile by tile. */
  void step(GroupLists lists, Matrix deltas, Layer layer, Layer velocity, Step step) {
    Matrix weights = layer.weights();
    Slice tile = tile(weights.stride());
    Slice nothing = Slice.scratch(zeros, 0);
    for (int g = 0; g < lists.groups(); g++) {
      int i = g * SIZE;
      multiply(lists, g, Slice.of(deltas), deltas.columns(), nothing, tile);
      VectorKernels.descend(tile, Slice.of(velocity.weights()).fromRow(i), Slice.of(weights).fromRow(i),
          Math.min(SIZE, weights.rows() - i), VectorKernels.wholeVectors(weights.columns()), 1f / lists.examples(),
          step.decay(), step);
    }
  }

  private Slice tile(int stride) {
    sums = VectorKernels.room(sums, SIZE * stride);
    zeros = VectorKernels.room(zeros, stride);
    return Slice.scratch(sums, stride);
  }

  /** Computes {@code c = start + pixels^T * b} for one group; columns are padded to two vectors. */
  private static void multiply(GroupLists lists, int g, Slice b, int columns, Slice start, Slice c) {
    int[] places = lists.places();
    float[] values = lists.values();
    int begin = g * GroupLists.SLOT;
    int count = lists.count(g);
    int j = 0;
    for (; j + 2 * LANES < columns; j += 4 * LANES) {
      if (SIZE == 4) {
        tile4x4(places, values, begin, count, b.values(), b.from() + j, start.values(), start.from() + j, start.row(),
            c.values(), c.from() + j, c.row());
      } else {
        tile2x4(places, values, begin, count, b.values(), b.from() + j, start.values(), start.from() + j, start.row(),
            c.values(), c.from() + j, c.row());
      }
    }
    for (; j < columns; j += 2 * LANES) {
      if (SIZE == 4) {
        tile4x2(places, values, begin, count, b.values(), b.from() + j, start.values(), start.from() + j, start.row(),
            c.values(), c.from() + j, c.row());
      } else {
        tile2x2(places, values, begin, count, b.values(), b.from() + j, start.values(), start.from() + j, start.row(),
            c.values(), c.from() + j, c.row());
      }
    }
  }

  private static void tile4x4(int[] places, float[] values, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, s, sAt + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, s, sAt + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + 3 * LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + 2 * LANES);
    FloatVector s33 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + 3 * LANES);
    for (int k = 0; k < count; k++) {
      int from = places[begin + k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[begin + k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[begin + k + PLANE]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[begin + k + 2 * PLANE]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[begin + k + 3 * PLANE]);
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      s00 = x0.fma(b0, s00);
      s10 = x1.fma(b0, s10);
      s20 = x2.fma(b0, s20);
      s30 = x3.fma(b0, s30);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      s01 = x0.fma(b1, s01);
      s11 = x1.fma(b1, s11);
      s21 = x2.fma(b1, s21);
      s31 = x3.fma(b1, s31);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
      s02 = x0.fma(b2, s02);
      s12 = x1.fma(b2, s12);
      s22 = x2.fma(b2, s22);
      s32 = x3.fma(b2, s32);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES);
      s03 = x0.fma(b3, s03);
      s13 = x1.fma(b3, s13);
      s23 = x2.fma(b3, s23);
      s33 = x3.fma(b3, s33);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s12.intoArray(c, cAt + cRow + 2 * LANES);
    s13.intoArray(c, cAt + cRow + 3 * LANES);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + LANES);
    s22.intoArray(c, cAt + 2 * cRow + 2 * LANES);
    s23.intoArray(c, cAt + 2 * cRow + 3 * LANES);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + LANES);
    s32.intoArray(c, cAt + 3 * cRow + 2 * LANES);
    s33.intoArray(c, cAt + 3 * cRow + 3 * LANES);
  }

  private static void tile4x2(int[] places, float[] values, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    for (int k = 0; k < count; k++) {
      int from = places[begin + k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[begin + k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[begin + k + PLANE]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[begin + k + 2 * PLANE]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[begin + k + 3 * PLANE]);
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      s00 = x0.fma(b0, s00);
      s10 = x1.fma(b0, s10);
      s20 = x2.fma(b0, s20);
      s30 = x3.fma(b0, s30);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      s01 = x0.fma(b1, s01);
      s11 = x1.fma(b1, s11);
      s21 = x2.fma(b1, s21);
      s31 = x3.fma(b1, s31);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + LANES);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + LANES);
  }

  private static void tile2x4(int[] places, float[] values, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, s, sAt + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, s, sAt + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, s, sAt + sRow + 3 * LANES);
    for (int k = 0; k < count; k++) {
      int from = places[begin + k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[begin + k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[begin + k + PLANE]);
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

  private static void tile2x2(int[] places, float[] values, int begin, int count, float[] b, int column,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    for (int k = 0; k < count; k++) {
      int from = places[begin + k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[begin + k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[begin + k + PLANE]);
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
