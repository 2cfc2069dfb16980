package rote.network;

/**
 * A table of float32 numbers in one array: weights as [input][output], a mini-batch as [example][unit].
 *
 * <p>The array is open to the kernels; row r begins at {@code r * stride()}.
 */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] values;

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.stride = columns;
    this.values = new float[Math.multiplyExact(rows, stride)];
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The distance between the beginnings of two rows. */
  public int stride() {
    return stride;
  }

  /** The numbers themselves, shared with whoever asks. */
  public float[] values() {
    return values;
  }

  public float get(int row, int column) {
    return values[row * stride + column];
  }

  public void set(int row, int column, float value) {
    values[row * stride + column] = value;
  }

  public Matrix copy() {
    Matrix copy = new Matrix(rows, columns);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  /** Whether no number is infinite or NaN. */
  public boolean isFinite() {
    float zero = 0; // 0 x finite is 0; 0 x anything else is NaN, and NaN stays
    for (float value : values) {
      zero += 0 * value;
    }
    return zero == 0;
  }
}
