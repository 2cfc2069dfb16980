package rote.network;

/**
 * A table of float32 numbers in one array: weights as [input][output], a mini-batch as [example][unit].
 *
 * <p>The array is open to the kernels; row r begins at {@code at(r)}. Rows are padded to whole lines of 16 numbers, so
 * that vectors need no masks; above one line, to pairs of them, so that vectors go in pairs; and above four, by one line
 * more, so that no column meets a few cache sets only. In a JVM that begins every object with a cache line
 * ({@code -XX:ObjectAlignmentInBytes=64}) every row begins with one too, so that no vector lies across two. Behind the columns of weights, biases and deltas stand zeros;
 * elsewhere anything may stand there.
 */
public final class Matrix {
  private static final int LINE = 16; // floats of a cache line, and of the widest vector
  private static final int NARROW = 4; // lines; so few rows share their lines' sets anyway

  /** Where the first row begins: 12 numbers and the 16 bytes that the JVM puts before an array are a cache line. */
  public static final int START = 12;

  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] values;

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.stride = stride(columns);
    this.values = new float[START + Math.multiplyExact(rows, stride)];
  }

  /** The distance between the beginnings of two rows of so many numbers. */
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

  /** The distance between the beginnings of two rows. */
  public int stride() {
    return stride;
  }

  /** Where a row begins. */
  public int at(int row) {
    return START + row * stride;
  }

  /** The numbers themselves, shared with whoever asks. */
  public float[] values() {
    return values;
  }

  public float get(int row, int column) {
    return values[at(row) + column];
  }

  public void set(int row, int column, float value) {
    values[at(row) + column] = value;
  }

  /** Whether no number is infinite or NaN. */
  public boolean isFinite() {
    float zero = 0; // 0 x finite is 0; 0 x anything else is NaN, and NaN stays
    for (int r = 0; r < rows; r++) {
      for (int k = at(r); k < at(r) + columns; k++) {
        zero += 0 * values[k];
      }
    }
    return zero == 0;
  }
}
