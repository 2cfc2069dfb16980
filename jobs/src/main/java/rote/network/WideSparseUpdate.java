package rote.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.data.ActivePixels;

/**
 * The update of a wide first layer from images most of whose pixels are zero: six neighbouring pixels at a time, and only
 * from those examples in which one of the six is not zero.
 *
 * <p>That leaves out two thirds of the examples; what is left is a dense product and runs as one. Sums run in ascending
 * order, as ever.
 */
final class WideSparseUpdate {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int HEIGHT = 6; // rows of a tile
  private static final boolean MANY_REGISTERS = LANES >= 16; // for 24 sums, 4 factors and a scalar

  private float[] tiles = {}; // [tiles][examples][HEIGHT], the mini-batch's images
  private byte[] marks = {}; // [tiles][examples]: 1 where one of the six pixels is not zero
  private int[] pixelAt = {}; // of each pixel, where in the tiles the first example's stands
  private int[] markAt = {}; // of each pixel, where its tile's marks begin
  private int examples; // for which all this is laid out

  private int[] marked = {}; // [steps], the examples that a tile's rows meet
  private float[] sums = {}; // of a tile, [HEIGHT][stride]
  private float[] zeros = {}; // stay zeros

  /**
   * {@code to += images^T * deltas}.
   *
   * @param lists of the batch
   * @param to [pixels][outputs]
   */
  void addProducts(PixelLists lists, Matrix deltas, Matrix to) {
    decode(lists, to);
    Slice own = Slice.of(deltas).fromRow(lists.first());
    Slice tile = Slice.scratch(sums, to.stride());
    for (int i = 0; i < to.rows(); i += HEIGHT) {
      Slice there = Slice.of(to).fromRow(i);
      int left = (to.rows() - i) * to.stride();
      if (to.rows() - i >= HEIGHT) {
        multiply(i, own, deltas.columns(), there, there);
      } else {
        System.arraycopy(to.values(), there.from(), sums, tile.from(), left);
        multiply(i, own, deltas.columns(), tile, tile);
        System.arraycopy(sums, tile.from(), to.values(), there.from(), left);
      }
    }
  }

  /** The step of momentum and decay on the weights, tile by tile. */
  void step(PixelLists lists, Matrix deltas, Layer layer, Layer velocity, Step step) {
    Matrix weights = layer.weights();
    decode(lists, weights);
    Slice tile = Slice.scratch(sums, weights.stride());
    for (int i = 0; i < weights.rows(); i += HEIGHT) {
      multiply(i, Slice.of(deltas), deltas.columns(), Slice.scratch(zeros, 0), tile);
      VectorKernels.descend(tile, Slice.of(velocity.weights()).fromRow(i), Slice.of(weights).fromRow(i),
          Math.min(HEIGHT, weights.rows() - i), weights.stride(), 1f / lists.count(), step.decay(), step);
    }
  }

  private void layOut(int n, Matrix weights) {
    int pixels = weights.rows();
    int count = (pixels + HEIGHT - 1) / HEIGHT;
    if (markAt.length != pixels || examples != n) {
      examples = n;
      markAt = IntStream.range(0, pixels).map(k -> k / HEIGHT * n).toArray();
      pixelAt = IntStream.range(0, pixels).map(k -> k / HEIGHT * n * HEIGHT + k % HEIGHT).toArray();
      marks = new byte[count * n];
      tiles = new float[count * n * HEIGHT];
      marked = new int[n];
    }
    int size = HEIGHT * weights.stride();
    sums = VectorKernels.room(sums, size);
    zeros = VectorKernels.room(zeros, size);
  }

  private void decode(PixelLists lists, Matrix weights) {
    layOut(lists.count(), weights);
    Arrays.fill(tiles, 0f);
    Arrays.fill(marks, (byte) 0);
    for (int e = 0; e < lists.count(); e++) {
      int list = lists.list(lists.first() + e);
      scatter(lists.entries(), lists.begin(list), lists.length(list), lists.values(), list * PixelLists.SLOT,
          tiles, pixelAt, marks, markAt, e);
    }
  }

  private static void scatter(int[] entries, int begin, int count, float[] values, int list, float[] tiles, int[] pixelAt,
      byte[] marks, int[] markAt, int example) {
    for (int k = 0; k < count; k++) {
      int pixel = entries[begin + k] >>> ActivePixels.PIXEL_SHIFT;
      tiles[pixelAt[pixel] + example * HEIGHT] = values[list + k];
      marks[markAt[pixel] + example] = 1;
    }
  }

  private static int list(byte[] marks, int at, int count, int[] marked) {
    int n = 0;
    for (int e = 0; e < count; e++) {
      marked[n] = e;
      n += marks[at + e]; // no branch: zeros come in no order a processor could predict
    }
    return n;
  }

  /** {@code c = start + tile * b}, for six pixels; columns are padded to two vectors. */
  private void multiply(int first, Slice b, int columns, Slice start, Slice c) {
    int n = list(marks, markAt[first], examples, marked);
    int at = pixelAt[first];
    int j = 0;
    for (; MANY_REGISTERS && j + 2 * LANES < columns; j += 4 * LANES) {
      tile6x4(tiles, at, marked, n, b.values(), b.from() + j, b.row(), start.values(), start.from() + j, start.row(),
          c.values(),
          c.from() + j, c.row());
    }
    for (; j < columns; j += 2 * LANES) {
      tile6x2(tiles, at, marked, n, b.values(), b.from() + j, b.row(), start.values(), start.from() + j, start.row(),
          c.values(),
          c.from() + j, c.row());
    }
  }

  private static void tile6x4(float[] a, int at, int[] marked, int steps, float[] b, int bAt, int bRow,
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
    FloatVector s40 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s41 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    FloatVector s42 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + 2 * LANES);
    FloatVector s43 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + 3 * LANES);
    FloatVector s50 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s51 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + LANES);
    FloatVector s52 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + 2 * LANES);
    FloatVector s53 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + 3 * LANES);
    for (int k = 0; k < steps; k++) {
      int from = bAt + marked[k] * bRow;
      int x = at + marked[k] * HEIGHT;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + 1]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + 2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + 3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + 4]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      s42 = x4.fma(b2, s42);
      s43 = x4.fma(b3, s43);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + 5]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      s52 = x5.fma(b2, s52);
      s53 = x5.fma(b3, s53);
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
    s40.intoArray(c, cAt + 4 * cRow);
    s41.intoArray(c, cAt + 4 * cRow + LANES);
    s42.intoArray(c, cAt + 4 * cRow + 2 * LANES);
    s43.intoArray(c, cAt + 4 * cRow + 3 * LANES);
    s50.intoArray(c, cAt + 5 * cRow);
    s51.intoArray(c, cAt + 5 * cRow + LANES);
    s52.intoArray(c, cAt + 5 * cRow + 2 * LANES);
    s53.intoArray(c, cAt + 5 * cRow + 3 * LANES);
  }

  private static void tile6x2(float[] a, int at, int[] marked, int steps, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s40 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s41 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    FloatVector s50 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s51 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + LANES);
    for (int k = 0; k < steps; k++) {
      int from = bAt + marked[k] * bRow;
      int x = at + marked[k] * HEIGHT;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + 1]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + 2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + 3]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + 4]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + 5]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + LANES);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + LANES);
    s40.intoArray(c, cAt + 4 * cRow);
    s41.intoArray(c, cAt + 4 * cRow + LANES);
    s50.intoArray(c, cAt + 5 * cRow);
    s51.intoArray(c, cAt + 5 * cRow + LANES);
  }
}
