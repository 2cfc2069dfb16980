package rote.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A wide first layer forward on images most of whose pixels are zero: two neighbouring pixels at a time add their rows of
 * weights to the sums of those examples in which one of the two is not zero.
 *
 * <p>The columns go four vectors at a time: so few sums of each example, of a usual mini-batch, stay in the first cache,
 * while each weight is read once for the whole mini-batch and stays in a register. Terms of a sum are
 * added in ascending order of the pixels.
 */
final class WideSparseForward {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int AHEAD = 8; // pairs whose weights are fetched at once, so that one does not wait for the other

  private float touched; // keeps the compiler from leaving the touch out

  /** {@code sums[e] = biases + inputs[e] * weights}, of the examples that are listed. */
  void run(PairLists lists, Layer layer, Matrix sums) {
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
  private void add(PairLists lists, Matrix weights, Matrix sums, int column, int vectors) {
    float[] w = weights.values();
    int to = sums.at(lists.first()) + column;
    for (int p = 0; p < lists.pairs(); p++) {
      if (p % AHEAD == 0) {
        touched += touch(w, weights.at(2 * p) + column, weights.stride(), Math.min(2 * AHEAD, weights.rows() - 2 * p),
            vectors * LANES);
      }
      int from = weights.at(2 * p) + column;
      int second = 2 * p + 1 < weights.rows() ? from + weights.stride() : from; // its pixel is 0 then
      if (vectors == 4) {
        spread2x4(lists.places(), lists.firsts(), lists.seconds(), p * lists.room(), lists.count(p), w, from, second,
            sums.values(), to);
      } else {
        spread2x2(lists.places(), lists.firsts(), lists.seconds(), p * lists.room(), lists.count(p), w, from, second,
            sums.values(), to);
      }
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

  private static void spread2x4(int[] places, float[] firsts, float[] seconds, int begin, int count, float[] w, int from,
      int second, float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, w, from + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, w, from + 3 * LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, second);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, second + LANES);
    FloatVector w12 = FloatVector.fromArray(SPECIES, w, second + 2 * LANES);
    FloatVector w13 = FloatVector.fromArray(SPECIES, w, second + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, firsts[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, seconds[k]);
      x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at))).intoArray(z, at);
      x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES))).intoArray(z, at + LANES);
      x1.fma(w12, x0.fma(w02, FloatVector.fromArray(SPECIES, z, at + 2 * LANES))).intoArray(z, at + 2 * LANES);
      x1.fma(w13, x0.fma(w03, FloatVector.fromArray(SPECIES, z, at + 3 * LANES))).intoArray(z, at + 3 * LANES);
    }
  }

  private static void spread2x2(int[] places, float[] firsts, float[] seconds, int begin, int count, float[] w, int from,
      int second, float[] z, int column) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, w, from);
    FloatVector w01 = FloatVector.fromArray(SPECIES, w, from + LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, w, second);
    FloatVector w11 = FloatVector.fromArray(SPECIES, w, second + LANES);
    for (int k = begin; k < begin + count; k++) {
      int at = places[k] + column;
      FloatVector x0 = FloatVector.broadcast(SPECIES, firsts[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, seconds[k]);
      x1.fma(w10, x0.fma(w00, FloatVector.fromArray(SPECIES, z, at))).intoArray(z, at);
      x1.fma(w11, x0.fma(w01, FloatVector.fromArray(SPECIES, z, at + LANES))).intoArray(z, at + LANES);
    }
  }
}
