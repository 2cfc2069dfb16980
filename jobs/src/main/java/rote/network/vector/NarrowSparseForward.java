package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Layer;
import rote.network.Matrix;

/**
 * Computes a narrow first layer, or one for few images, forward on images that are mostly zero: each nonzero pixel adds its row
 * of weights to an example's sums. Several examples are computed at once, so that no sum waits for itself.
 *
 * <p>Examples with about as many pixels are computed together, up to the longest list; shorter lists are padded by pixels of
 * value 0, which change no sum.
 */
final class NarrowSparseForward {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int SLOT = PixelLists.SLOT;
  private static final boolean MANY_REGISTERS = LANES >= 16; // for 16 sums and their factors

  private final PixelLists lists;

  NarrowSparseForward(PixelLists lists) {
    this.lists = lists;
  }

  /** Computes {@code sums[e] = biases + inputs[e] * weights} for the batch that was listed last. */
  void run(Layer layer, Matrix sums) {
    int n = lists.count();
    float[] w = layer.weights().values();
    float[] biases = layer.biases().values();
    int vectors = (layer.outputs() + LANES - 1) / LANES;
    int v = 0;
    for (; vectors - v >= 8; v += 8) {
      add8(n, w, biases, Matrix.START + v * LANES, sums);
    }
    for (; vectors - v >= 4; v += 4) {
      add4(n, w, biases, Matrix.START + v * LANES, sums);
    }
    for (; vectors - v >= 2; v += 2) {
      add2(n, w, biases, Matrix.START + v * LANES, sums);
    }
    if (v < vectors) {
      add1(n, w, biases, Matrix.START + v * LANES, sums);
    }
  }

  /** Eight vectors of every example's sums, two examples at once. */
  private void add8(int n, float[] w, float[] biases, int column, Matrix sums) {
    int[] places = lists.places();
    float[] values = lists.values();
    float[] z = sums.values();
    int i = 0;
    for (; MANY_REGISTERS && i + 2 <= n; i += 2) {
      int longest = lists.fill(i, 2);
      sum2x8(places, values, i * SLOT, longest, w, biases, column, z, at(i, column, sums), at(i + 1, column, sums));
    }
    for (; i < n; i++) {
      sum1x8(places, values, i * SLOT, lists.length(i), w, biases, column, z, at(i, column, sums));
    }
  }

  /** Four vectors of every example's sums, three examples at once. */
  private void add4(int n, float[] w, float[] biases, int column, Matrix sums) {
    int[] places = lists.places();
    float[] values = lists.values();
    float[] z = sums.values();
    int i = 0;
    for (; i + 3 <= n; i += 3) {
      int longest = lists.fill(i, 3);
      sum3x4(places, values, i * SLOT, longest, w, biases, column, z, at(i, column, sums), at(i + 1, column, sums),
          at(i + 2, column, sums));
    }
    for (; i < n; i++) {
      sum1x4(places, values, i * SLOT, lists.length(i), w, biases, column, z, at(i, column, sums));
    }
  }

  /** Two vectors of every example's sums, five examples at once. */
  private void add2(int n, float[] w, float[] biases, int column, Matrix sums) {
    int[] places = lists.places();
    float[] values = lists.values();
    float[] z = sums.values();
    int i = 0;
    for (; i + 5 <= n; i += 5) {
      int longest = lists.fill(i, 5);
      sum5x2(places, values, i * SLOT, longest, w, biases, column, z, at(i, column, sums), at(i + 1, column, sums),
          at(i + 2, column, sums), at(i + 3, column, sums), at(i + 4, column, sums));
    }
    for (; i < n; i++) {
      sum1x2(places, values, i * SLOT, lists.length(i), w, biases, column, z, at(i, column, sums));
    }
  }

  /** One vector of every example's sums, five examples at once. */
  private void add1(int n, float[] w, float[] biases, int column, Matrix sums) {
    int[] places = lists.places();
    float[] values = lists.values();
    float[] z = sums.values();
    int i = 0;
    for (; i + 5 <= n; i += 5) {
      int longest = lists.fill(i, 5);
      sum5x1(places, values, i * SLOT, longest, w, biases, column, z, at(i, column, sums), at(i + 1, column, sums),
          at(i + 2, column, sums), at(i + 3, column, sums), at(i + 4, column, sums));
    }
    for (; i < n; i++) {
      sum1x1(places, values, i * SLOT, lists.length(i), w, biases, column, z, at(i, column, sums));
    }
  }

  private int at(int i, int column, Matrix sums) {
    return lists.example(i) * sums.stride() + column;
  }

  private static void sum2x8(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0, int to1) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    FloatVector s04 = FloatVector.fromArray(SPECIES, biases, column + 4 * LANES);
    FloatVector s05 = FloatVector.fromArray(SPECIES, biases, column + 5 * LANES);
    FloatVector s06 = FloatVector.fromArray(SPECIES, biases, column + 6 * LANES);
    FloatVector s07 = FloatVector.fromArray(SPECIES, biases, column + 7 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s11 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    FloatVector s14 = FloatVector.fromArray(SPECIES, biases, column + 4 * LANES);
    FloatVector s15 = FloatVector.fromArray(SPECIES, biases, column + 5 * LANES);
    FloatVector s16 = FloatVector.fromArray(SPECIES, biases, column + 6 * LANES);
    FloatVector s17 = FloatVector.fromArray(SPECIES, biases, column + 7 * LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
      s02 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 2 * LANES), s02);
      s03 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 3 * LANES), s03);
      s04 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 4 * LANES), s04);
      s05 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 5 * LANES), s05);
      s06 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 6 * LANES), s06);
      s07 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 7 * LANES), s07);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + SLOT]);
      int at1 = places[k + SLOT] + column;
      s10 = x1.fma(FloatVector.fromArray(SPECIES, w, at1), s10);
      s11 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + LANES), s11);
      s12 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 2 * LANES), s12);
      s13 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 3 * LANES), s13);
      s14 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 4 * LANES), s14);
      s15 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 5 * LANES), s15);
      s16 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 6 * LANES), s16);
      s17 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 7 * LANES), s17);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
    s02.intoArray(z, to0 + 2 * LANES);
    s03.intoArray(z, to0 + 3 * LANES);
    s04.intoArray(z, to0 + 4 * LANES);
    s05.intoArray(z, to0 + 5 * LANES);
    s06.intoArray(z, to0 + 6 * LANES);
    s07.intoArray(z, to0 + 7 * LANES);
    s10.intoArray(z, to1);
    s11.intoArray(z, to1 + LANES);
    s12.intoArray(z, to1 + 2 * LANES);
    s13.intoArray(z, to1 + 3 * LANES);
    s14.intoArray(z, to1 + 4 * LANES);
    s15.intoArray(z, to1 + 5 * LANES);
    s16.intoArray(z, to1 + 6 * LANES);
    s17.intoArray(z, to1 + 7 * LANES);
  }

  private static void sum3x4(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0, int to1, int to2) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s11 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s21 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
      s02 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 2 * LANES), s02);
      s03 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 3 * LANES), s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + SLOT]);
      int at1 = places[k + SLOT] + column;
      s10 = x1.fma(FloatVector.fromArray(SPECIES, w, at1), s10);
      s11 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + LANES), s11);
      s12 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 2 * LANES), s12);
      s13 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + 3 * LANES), s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[k + 2 * SLOT]);
      int at2 = places[k + 2 * SLOT] + column;
      s20 = x2.fma(FloatVector.fromArray(SPECIES, w, at2), s20);
      s21 = x2.fma(FloatVector.fromArray(SPECIES, w, at2 + LANES), s21);
      s22 = x2.fma(FloatVector.fromArray(SPECIES, w, at2 + 2 * LANES), s22);
      s23 = x2.fma(FloatVector.fromArray(SPECIES, w, at2 + 3 * LANES), s23);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
    s02.intoArray(z, to0 + 2 * LANES);
    s03.intoArray(z, to0 + 3 * LANES);
    s10.intoArray(z, to1);
    s11.intoArray(z, to1 + LANES);
    s12.intoArray(z, to1 + 2 * LANES);
    s13.intoArray(z, to1 + 3 * LANES);
    s20.intoArray(z, to2);
    s21.intoArray(z, to2 + LANES);
    s22.intoArray(z, to2 + 2 * LANES);
    s23.intoArray(z, to2 + 3 * LANES);
  }

  private static void sum5x2(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0, int to1, int to2, int to3, int to4) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s11 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s21 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s31 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s40 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s41 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + SLOT]);
      int at1 = places[k + SLOT] + column;
      s10 = x1.fma(FloatVector.fromArray(SPECIES, w, at1), s10);
      s11 = x1.fma(FloatVector.fromArray(SPECIES, w, at1 + LANES), s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[k + 2 * SLOT]);
      int at2 = places[k + 2 * SLOT] + column;
      s20 = x2.fma(FloatVector.fromArray(SPECIES, w, at2), s20);
      s21 = x2.fma(FloatVector.fromArray(SPECIES, w, at2 + LANES), s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[k + 3 * SLOT]);
      int at3 = places[k + 3 * SLOT] + column;
      s30 = x3.fma(FloatVector.fromArray(SPECIES, w, at3), s30);
      s31 = x3.fma(FloatVector.fromArray(SPECIES, w, at3 + LANES), s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, values[k + 4 * SLOT]);
      int at4 = places[k + 4 * SLOT] + column;
      s40 = x4.fma(FloatVector.fromArray(SPECIES, w, at4), s40);
      s41 = x4.fma(FloatVector.fromArray(SPECIES, w, at4 + LANES), s41);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
    s10.intoArray(z, to1);
    s11.intoArray(z, to1 + LANES);
    s20.intoArray(z, to2);
    s21.intoArray(z, to2 + LANES);
    s30.intoArray(z, to3);
    s31.intoArray(z, to3 + LANES);
    s40.intoArray(z, to4);
    s41.intoArray(z, to4 + LANES);
  }

  private static void sum5x1(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0, int to1, int to2, int to3, int to4) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s10 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s20 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s30 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s40 = FloatVector.fromArray(SPECIES, biases, column);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + SLOT]);
      int at1 = places[k + SLOT] + column;
      s10 = x1.fma(FloatVector.fromArray(SPECIES, w, at1), s10);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[k + 2 * SLOT]);
      int at2 = places[k + 2 * SLOT] + column;
      s20 = x2.fma(FloatVector.fromArray(SPECIES, w, at2), s20);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[k + 3 * SLOT]);
      int at3 = places[k + 3 * SLOT] + column;
      s30 = x3.fma(FloatVector.fromArray(SPECIES, w, at3), s30);
      FloatVector x4 = FloatVector.broadcast(SPECIES, values[k + 4 * SLOT]);
      int at4 = places[k + 4 * SLOT] + column;
      s40 = x4.fma(FloatVector.fromArray(SPECIES, w, at4), s40);
    }
    s00.intoArray(z, to0);
    s10.intoArray(z, to1);
    s20.intoArray(z, to2);
    s30.intoArray(z, to3);
    s40.intoArray(z, to4);
  }

  private static void sum1x8(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    FloatVector s04 = FloatVector.fromArray(SPECIES, biases, column + 4 * LANES);
    FloatVector s05 = FloatVector.fromArray(SPECIES, biases, column + 5 * LANES);
    FloatVector s06 = FloatVector.fromArray(SPECIES, biases, column + 6 * LANES);
    FloatVector s07 = FloatVector.fromArray(SPECIES, biases, column + 7 * LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
      s02 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 2 * LANES), s02);
      s03 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 3 * LANES), s03);
      s04 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 4 * LANES), s04);
      s05 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 5 * LANES), s05);
      s06 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 6 * LANES), s06);
      s07 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 7 * LANES), s07);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
    s02.intoArray(z, to0 + 2 * LANES);
    s03.intoArray(z, to0 + 3 * LANES);
    s04.intoArray(z, to0 + 4 * LANES);
    s05.intoArray(z, to0 + 5 * LANES);
    s06.intoArray(z, to0 + 6 * LANES);
    s07.intoArray(z, to0 + 7 * LANES);
  }

  private static void sum1x4(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, biases, column + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, biases, column + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
      s02 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 2 * LANES), s02);
      s03 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + 3 * LANES), s03);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
    s02.intoArray(z, to0 + 2 * LANES);
    s03.intoArray(z, to0 + 3 * LANES);
  }

  private static void sum1x2(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    FloatVector s01 = FloatVector.fromArray(SPECIES, biases, column + LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
      s01 = x0.fma(FloatVector.fromArray(SPECIES, w, at0 + LANES), s01);
    }
    s00.intoArray(z, to0);
    s01.intoArray(z, to0 + LANES);
  }

  private static void sum1x1(int[] places, float[] values, int begin, int count, float[] w,
      float[] biases, int column, float[] z, int to0) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, biases, column);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      int at0 = places[k] + column;
      s00 = x0.fma(FloatVector.fromArray(SPECIES, w, at0), s00);
    }
    s00.intoArray(z, to0);
  }
}
