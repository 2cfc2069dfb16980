package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Layer;
import rote.network.Matrix;

/**
 * Computes a wide first layer forward on images that are mostly zero: each group of neighbouring pixels adds its rows of weights
 * to the sums of the examples in which one of the pixels is nonzero.
 *
 * <p>Columns go four vectors at a time, so that the sums of a usual mini-batch stay in the first-level cache, and each weight is
 * read once for the whole mini-batch and stays in a register. Terms are added in ascending order of the pixels.
 */
final class WideSparseForward {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int SIZE = GroupLists.SIZE;
  private static final int PLANE = GroupLists.PLANE;
  private static final int AHEAD = 16 / SIZE; // groups whose weights are fetched at once, so that none waits for another

  private float touched; // keeps the compiler from removing the prefetch

  /** Computes {@code sums[e] = biases + inputs[e] * weights} for the listed examples. */
  void run(GroupLists lists, Layer layer, Matrix sums) {
    for (int e = lists.first(); e < lists.first() + lists.examples(); e++) {
      System.arraycopy(layer.biases().values(), Matrix.START, sums.values(), sums.at(e), sums.stride());
    }
    int j = 0;
    for (; j + 2 * LANES < layer.outputs(); j += 4 * LANES) {
      add(lists, layer.weights(), sums, j, 4);
    }
    for (; j < layer.outputs(); j += 2 * LANES) {
      add(lists, layer.weights(), sums, j, 2);
    }
  }

  /** Columns are padded to two vectors. */
  private void add(GroupLists lists, Matrix weights, Matrix sums, int column, int vectors) {
    float[] w = weights.values();
    for (int g = 0; g < lists.groups(); g++) {
      if (g % AHEAD == 0) {
        touched += touch(w, weights.at(g * SIZE) + column, weights.stride(),
            Math.min(AHEAD * SIZE, weights.rows() - g * SIZE), vectors * LANES);
      }
      spread(lists, g, weights, column, vectors, sums.values(), sums.at(lists.first()) + column);
    }
  }

  private static void spread(GroupLists lists, int g, Matrix weights, int column, int vectors, float[] z, int to) {
    int[] places = lists.places();
    float[] values = lists.values();
    int begin = g * GroupLists.SLOT;
    int count = lists.count(g);
    float[] w = weights.values();
    int last = weights.at(weights.rows() - 1) + column; // in place of a missing row, whose pixel is 0
    int w0 = weights.at(g * SIZE) + column;
    int w1 = Math.min(w0 + weights.stride(), last);
    int w2 = Math.min(w1 + weights.stride(), last);
    int w3 = Math.min(w2 + weights.stride(), last);
    if (SIZE == 4 && vectors == 4) {
      spread4x4(places, values, begin, count, w, w0, w1, w2, w3, z, to);
    } else if (SIZE == 4) {
      spread4x2(places, values, begin, count, w, w0, w1, w2, w3, z, to);
    } else if (vectors == 4) {
      spread2x4(places, values, begin, count, w, w0, w1, z, to);
    } else {
      spread2x2(places, values, begin, count, w, w0, w1, z, to);
    }
  }

  private static float touch(float[] w, int at, int stride, int rows, int columns) {
    float sum = 0;
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < columns; k += 16) {
        sum += w[at + r * stride + k];
      }
    }
    return sum;
  }

  private static void spread4x4(int[] places, float[] values, int begin, int count, float[] w, int from0, int from1,
      int from2, int from3, float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from0 + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, w, from0 + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, w, from0 + 3 * LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, from1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, from1 + LANES);
    FloatVector w12 = FloatVector.fromArray(SPECIES, w, from1 + 2 * LANES);
    FloatVector w13 = FloatVector.fromArray(SPECIES, w, from1 + 3 * LANES);
    FloatVector w20 = FloatVector.fromArray(SPECIES, w, from2);
    FloatVector w21 = FloatVector.fromArray(SPECIES, w, from2 + LANES);
    FloatVector w22 = FloatVector.fromArray(SPECIES, w, from2 + 2 * LANES);
    FloatVector w23 = FloatVector.fromArray(SPECIES, w, from2 + 3 * LANES);
    FloatVector w30 = FloatVector.fromArray(SPECIES, w, from3);
    FloatVector w31 = FloatVector.fromArray(SPECIES, w, from3 + LANES);
    FloatVector w32 = FloatVector.fromArray(SPECIES, w, from3 + 2 * LANES);
    FloatVector w33 = FloatVector.fromArray(SPECIES, w, from3 + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + PLANE]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[k + 2 * PLANE]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[k + 3 * PLANE]);
      FloatVector s0 = x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at)));
      x3.fma(w30, x2.fma(w20, s0)).intoArray(z, at);
      FloatVector s1 = x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES)));
      x3.fma(w31, x2.fma(w21, s1)).intoArray(z, at + LANES);
      FloatVector s2 = x1.fma(w12, x0.fma(w02, FloatVector.fromArray(SPECIES, z, at + 2 * LANES)));
      x3.fma(w32, x2.fma(w22, s2)).intoArray(z, at + 2 * LANES);
      FloatVector s3 = x1.fma(w13, x0.fma(w03, FloatVector.fromArray(SPECIES, z, at + 3 * LANES)));
      x3.fma(w33, x2.fma(w23, s3)).intoArray(z, at + 3 * LANES);
    }
  }

  private static void spread4x2(int[] places, float[] values, int begin, int count, float[] w, int from0, int from1,
      int from2, int from3, float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from0 + LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, from1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, from1 + LANES);
    FloatVector w20 = FloatVector.fromArray(SPECIES, w, from2);
    FloatVector w21 = FloatVector.fromArray(SPECIES, w, from2 + LANES);
    FloatVector w30 = FloatVector.fromArray(SPECIES, w, from3);
    FloatVector w31 = FloatVector.fromArray(SPECIES, w, from3 + LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + PLANE]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, values[k + 2 * PLANE]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, values[k + 3 * PLANE]);
      FloatVector s0 = x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at)));
      x3.fma(w30, x2.fma(w20, s0)).intoArray(z, at);
      FloatVector s1 = x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES)));
      x3.fma(w31, x2.fma(w21, s1)).intoArray(z, at + LANES);
    }
  }

  private static void spread2x4(int[] places, float[] values, int begin, int count, float[] w, int from0, int from1,
      float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from0 + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, w, from0 + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, w, from0 + 3 * LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, from1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, from1 + LANES);
    FloatVector w12 = FloatVector.fromArray(SPECIES, w, from1 + 2 * LANES);
    FloatVector w13 = FloatVector.fromArray(SPECIES, w, from1 + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + PLANE]);
      x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at))).intoArray(z, at);
      x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES))).intoArray(z, at + LANES);
      x1.fma(w12, x0.fma(w02, FloatVector.fromArray(SPECIES, z, at + 2 * LANES))).intoArray(z, at + 2 * LANES);
      x1.fma(w13, x0.fma(w03, FloatVector.fromArray(SPECIES, z, at + 3 * LANES))).intoArray(z, at + 3 * LANES);
    }
  }

  private static void spread2x2(int[] places, float[] values, int begin, int count, float[] w, int from0, int from1,
      float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from0 + LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, from1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, from1 + LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, values[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, values[k + PLANE]);
      x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at))).intoArray(z, at);
      x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES))).intoArray(z, at + LANES);
    }
  }
}
