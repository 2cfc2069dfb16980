package rote.network.vector;

import rote.network.Matrix;

/**
 * A view of an array as a matrix, whose value (r, c) is at {@code from + r * row + c * column}. Never compared.
 *
 * @param row the distance between rows; 0 repeats one row
 * @param column the distance between columns
 */
record Slice(float[] values, int from, int row, int column) {
  static Slice of(Matrix matrix) {
    return new Slice(matrix.values(), Matrix.START, matrix.stride(), 1);
  }

  /** Repeats the first row of a matrix. */
  static Slice repeated(Matrix row) {
    return new Slice(row.values(), Matrix.START, 0, 1);
  }

  /** Views an array that is laid out like a matrix. */
  static Slice scratch(float[] values, int stride) {
    return new Slice(values, Matrix.START, stride, 1);
  }

  Slice transposed() {
    return new Slice(values, from, column, row);
  }

  Slice fromRow(int r) {
    return new Slice(values, at(r), row, column);
  }

  Slice fromColumn(int c) {
    return new Slice(values, from + c * column, row, column);
  }

  /** Returns where a row begins. */
  int at(int r) {
    return from + r * row;
  }
}
