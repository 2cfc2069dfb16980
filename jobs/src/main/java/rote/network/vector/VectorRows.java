package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.GradientDescent;
import rote.network.Matrix;
import rote.network.Step;

/** Adds, scales, copies and updates rows of numbers by whole vectors. */
final class VectorRows {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorRows() {}

  /** Rounds a number of columns up to whole vectors. */
  static int wholeVectors(int columns) {
    return (columns + LANES - 1) / LANES * LANES;
  }

  /** Computes {@code to[0][k] += rows[e][k]}, example by example. */
  static void addTo(Matrix to, Matrix rows, int n) {
    for (int k = 0; k < rows.columns(); k += LANES) {
      addColumns(rows.values(), rows.at(0) + k, rows.stride(), n, to.values(), to.at(0) + k);
    }
  }

  private static void addColumns(float[] rows, int from, int stride, int n, float[] to, int at) {
    FloatVector sum = FloatVector.fromArray(SPECIES, to, at);
    for (int e = 0; e < n; e++) {
      sum = FloatVector.fromArray(SPECIES, rows, from + e * stride).add(sum);
    }
    sum.intoArray(to, at);
  }

  /** Computes {@code rows *= by}. */
  static void scale(float by, Matrix rows, int n) {
    float[] values = rows.values();
    for (int k = rows.at(0); k < rows.at(n); k += LANES) {
      FloatVector.fromArray(SPECIES, values, k).mul(by).intoArray(values, k);
    }
  }

  /** @param columns padded */
  static void copy(Slice from, Slice to, int rows, int columns) {
    for (int k = 0; k < columns; k += LANES) {
      copyColumns(from.values(), from.at(0) + k, from.row(), to.values(), to.at(0) + k, to.row(), rows);
    }
  }

  private static void copyColumns(float[] from, int at, int row, float[] to, int toAt, int toRow, int rows) {
    for (int r = 0; r < rows; r++) {
      FloatVector.fromArray(SPECIES, from, at + r * row).intoArray(to, toAt + r * toRow);
    }
  }

  /**
   * Updates some rows of weights with momentum and decay ({@link GradientDescent}).
   *
   * @param sums of the gradient
   * @param columns padded
   */
  static void descend(
      Slice sums, Slice velocity, Slice weights, int rows, int columns, float share, float decay, Step step) {
    for (int r = 0; r < rows; r++) {
      descendRow(sums.fromRow(r), velocity.fromRow(r), weights.fromRow(r), columns, share, decay, step);
    }
  }

  private static void descendRow(Slice sums, Slice velocity, Slice weights, int count, float share, float decay, Step step) {
    FloatVector momenta = FloatVector.broadcast(SPECIES, step.momentum());
    FloatVector decays = FloatVector.broadcast(SPECIES, decay);
    FloatVector downs = FloatVector.broadcast(SPECIES, -step.rate());
    float[] s = sums.values();
    float[] v = velocity.values();
    float[] w = weights.values();
    int sumsAt = sums.from();
    int velocityAt = velocity.from();
    int at = weights.from();
    for (int k = 0; k < count; k += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, at + k);
      FloatVector slope = decays.fma(weight, FloatVector.fromArray(SPECIES, s, sumsAt + k).mul(share));
      FloatVector speed = momenta.fma(FloatVector.fromArray(SPECIES, v, velocityAt + k), slope);
      speed.intoArray(v, velocityAt + k);
      downs.fma(speed, weight).intoArray(w, at + k);
    }
  }
}
