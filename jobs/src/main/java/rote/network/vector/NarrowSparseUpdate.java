package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Matrix;

/**
 * Updates a narrow first layer, or one for few images, from images that are mostly zero: example by example, each nonzero pixel
 * adds the example's deltas to its row of weights.
 */
final class NarrowSparseUpdate {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();

  private NarrowSparseUpdate() {}

  /**
   * Computes {@code to += inputs^T * deltas}.
   *
   * @param lists of the batch, made for the stride of {@code to}
   * @param to [inputs][outputs], weights or the sums of their gradient
   */
  static void addProducts(PixelLists lists, Matrix deltas, Matrix to) {
    float[] sums = to.values();
    int vectors = (deltas.columns() + LANES - 1) / LANES;
    for (int e = lists.first(); e < lists.first() + lists.count(); e++) {
      int begin = lists.list(e) * PixelLists.SLOT;
      int count = lists.length(lists.list(e));
      int from = deltas.at(e);
      int v = 0;
      for (; vectors - v >= 4; v += 4) {
        spread4(lists.places(), lists.values(), begin, count, deltas.values(), from + v * LANES, sums,
            Matrix.START + v * LANES);
      }
      for (; vectors - v >= 2; v += 2) {
        spread2(lists.places(), lists.values(), begin, count, deltas.values(), from + v * LANES, sums,
            Matrix.START + v * LANES);
      }
      if (v < vectors) {
        spread1(lists.places(), lists.values(), begin, count, deltas.values(), from + v * LANES, sums,
            Matrix.START + v * LANES);
      }
    }
  }

  private static void spread4(int[] places, float[] values, int begin, int count, float[] deltas, int from,
      float[] to, int column) {
    FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, from);
    FloatVector d1 = FloatVector.fromArray(SPECIES, deltas, from + LANES);
    FloatVector d2 = FloatVector.fromArray(SPECIES, deltas, from + 2 * LANES);
    FloatVector d3 = FloatVector.fromArray(SPECIES, deltas, from + 3 * LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[k]);
      int at = places[k] + column;
      x.fma(d0, FloatVector.fromArray(SPECIES, to, at)).intoArray(to, at);
      x.fma(d1, FloatVector.fromArray(SPECIES, to, at + LANES)).intoArray(to, at + LANES);
      x.fma(d2, FloatVector.fromArray(SPECIES, to, at + 2 * LANES)).intoArray(to, at + 2 * LANES);
      x.fma(d3, FloatVector.fromArray(SPECIES, to, at + 3 * LANES)).intoArray(to, at + 3 * LANES);
    }
  }

  private static void spread2(int[] places, float[] values, int begin, int count, float[] deltas, int from,
      float[] to, int column) {
    FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, from);
    FloatVector d1 = FloatVector.fromArray(SPECIES, deltas, from + LANES);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[k]);
      int at = places[k] + column;
      x.fma(d0, FloatVector.fromArray(SPECIES, to, at)).intoArray(to, at);
      x.fma(d1, FloatVector.fromArray(SPECIES, to, at + LANES)).intoArray(to, at + LANES);
    }
  }

  private static void spread1(int[] places, float[] values, int begin, int count, float[] deltas, int from,
      float[] to, int column) {
    FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, from);
    for (int k = begin; k < begin + count; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[k]);
      int at = places[k] + column;
      x.fma(d0, FloatVector.fromArray(SPECIES, to, at)).intoArray(to, at);
    }
  }
}
