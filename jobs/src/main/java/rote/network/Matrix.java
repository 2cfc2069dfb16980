package rote.network;

/**
 * A matrix of float32 in one array: weights as [input][output], a mini-batch as [example][unit].
 *
 * <p>Kernels use the array directly; row r begins at {@code at(r)}. Rows are padded to whole cache lines of 16 numbers, so that
 * vectors need no masks; wider ones to pairs of lines, so that vectors can go in pairs; and above four lines, by one more, so
 * that the numbers of a column spread over the cache's sets. With {@code -XX:ObjectAlignmentInBytes=64} every row begins at a
 * cache line, so that no vector crosses two. Padding is zero in weights, biases and deltas, and undefined elsewhere.
 */
public final class Matrix {
  private static final int LINE = 16; // floats in a cache line, and in the widest vector
  private static final int NARROW = 4; // lines; so narrow rows need no extra line

  /** The start of the first row: 12 numbers and an array's header of 16 bytes fill a cache line. */
  public static final int START = 12;

  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] values;

  public Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.stride = stride(columns);
    this.values = new float[START + Math.multiplyExact(rows, stride)];
  }

  /** Returns the distance between the beginnings of two rows. */
  public static int stride(int columns) {
    int lines = (columns + LINE - 1) / LINE;
    int pairs = (lines + 1) / 2;
    return LINE * (lines == 1 ? 1 : lines > NARROW ? 2 * pairs + 1 : 2 * pairs);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int stride() {
    return stride;
  }

  public int at(int row) {
    return START + row * stride;
  }

  public float[] values() {
    return values;
  }

  public float get(int row, int column) {
    return values[at(row) + column];
  }

  public void set(int row, int column, float value) {
    values[at(row) + column] = value;
  }

  public boolean isFinite() {
    float zero = 0; // 0 x infinity and 0 x NaN are NaN, and NaN stays
    for (int r = 0; r < rows; r++) {
      for (int k = at(r); k < at(r) + columns; k++) {
        zero += 0 * values[k];
      }
    }
    return zero == 0;
  }
}
