package rote.network;

/**
 * Numbers in an array as a matrix in some order: value (r, c) stands at {@code from + r * row + c * column}.
 *
 * @param row the distance of neighbours in a column; 0 repeats one row for ever
 * @param column the distance of neighbours in a row
 */
record Slice(float[] values, int from, int row, int column) {
  static Slice of(Matrix matrix) {
    return new Slice(matrix.values(), 0, matrix.stride(), 1);
  }

  /** The first row of a matrix, again and again. */
  static Slice repeated(Matrix row) {
    return new Slice(row.values(), 0, 0, 1);
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
