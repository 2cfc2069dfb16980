package rote.network.vector;

import rote.network.Matrix;

/**
 * Numbers in an array as a matrix in some order: value (r, c) stands at {@code from + r * row + c * column}.
 *
 * @param row the distance of neighbours in a column; 0 repeats one row for ever
 * @param column the distance of neighbours in a row
 */
record Slice(float[] values, int from, int row, int column) {
  static Slice of(Matrix matrix) {
    return new Slice(matrix.values(), Matrix.START, matrix.stride(), 1);
  }

  /** The first row of a matrix, again and again. */
  static Slice repeated(Matrix row) {
    return new Slice(row.values(), Matrix.START, 0, 1);
  }

  /** The rows of an array that is laid out as that of a matrix. */
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

  /** Where a row begins. */
  int at(int r) {
    return from + r * row;
  }
}
