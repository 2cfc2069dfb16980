package rote.data;

/**
 * The images a trial looks at, as the numbers that reach its first layer: bytes with a table of their values, or rows
 * of floats.
 *
 * <p>Bytes stay bytes until the moment they are used, so that all trials of a JVM share one copy of the data. Both
 * forms give the same bits for the same values.
 */
public final class Inputs {
  private final int width;
  private final int[] rows; // [count], where example e lies in bytes or floats
  private final byte[] bytes; // [any][width], or null
  private final float[] floats; // [any][width], or null
  private final float[] table; // [256], the value of each byte, or null

  private Inputs(int width, int[] rows, byte[] bytes, float[] floats, float[] table) {
    this.width = width;
    this.rows = rows;
    this.bytes = bytes;
    this.floats = floats;
    this.table = table;
  }

  /**
   * Images kept as bytes; a byte b counts as b / 255.
   *
   * @param pixels [any][width]
   * @param rows which images, in which order
   */
  public static Inputs ofBytes(byte[] pixels, int width, int[] rows) {
    float[] table = new float[256];
    for (int b = 0; b < 256; b++) {
      table[b] = b / 255f;
    }
    return new Inputs(width, rows, pixels, null, table);
  }

  /** @param values [any][width] */
  public static Inputs ofFloats(float[] values, int width, int[] rows) {
    return new Inputs(width, rows, null, values, null);
  }

  public int count() {
    return rows.length;
  }

  /** Numbers an example has. */
  public int width() {
    return width;
  }

  /**
   * Writes one example's numbers.
   *
   * @param into [width or more], from position {@code at} on
   */
  public void decode(int example, float[] into, int at) {
    int from = rows[example] * width;
    if (floats != null) {
      System.arraycopy(floats, from, into, at, width);
      return;
    }
    for (int k = 0; k < width; k++) {
      into[at + k] = table[bytes[from + k] & 0xff];
    }
  }

  /**
   * Lists the inputs of one example that are not zero, in ascending order.
   *
   * @param columns [width or more], receives where they stand
   * @param values [width or more], receives what they are
   * @return how many there are; the arrays may hold anything behind them
   */
  public int active(int example, int[] columns, float[] values) {
    int from = rows[example] * width;
    int n = 0;
    for (int k = 0; k < width; k++) {
      float value = floats == null ? table[bytes[from + k] & 0xff] : floats[from + k];
      columns[n] = k;
      values[n] = value;
      n += value == 0 ? 0 : 1; // no branch: zeros come in no order a processor could predict
    }
    return n;
  }
}
