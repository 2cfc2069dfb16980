package rote.data;

/**
 * The images a trial looks at, as the numbers that reach its first layer: bytes, of which b counts as b / 255, or rows of
 * floats.
 *
 * <p>Bytes stay bytes until the moment they are used, so that all trials of a JVM share one copy of the data. Both
 * forms give the same bits for the same values.
 */
public final class Inputs {
  private static final float[] VALUES = new float[256]; // of each byte

  static {
    for (int b = 0; b < VALUES.length; b++) {
      VALUES[b] = b / 255f;
    }
  }

  private final int width;
  private final int[] rows; // [count], where example e lies among images or floats
  private final Examples images; // or null
  private final ActivePixels active; // of the images, or null where zeros are few
  private final float[] floats; // [any][width], or null

  private Inputs(int width, int[] rows, Examples images, float[] floats) {
    this.width = width;
    this.rows = rows;
    this.images = images;
    this.active = images == null ? null : images.active();
    this.floats = floats;
  }

  /**
   * Images kept as bytes.
   *
   * @param rows which images, in which order
   */
  public static Inputs of(Examples images, int[] rows) {
    return new Inputs(images.size(), rows, images, null);
  }

  /** @param values [any][width] */
  public static Inputs ofFloats(float[] values, int width, int[] rows) {
    return new Inputs(width, rows, null, values);
  }

  public int count() {
    return rows.length;
  }

  /** Numbers an example has. */
  public int width() {
    return width;
  }

  /** Which of the images an example is. */
  public int row(int example) {
    return rows[example];
  }

  /** All pixels of all images, [images][width]; null where inputs are floats. */
  public byte[] pixels() {
    return images == null ? null : images.pixels();
  }

  /** The pixels of all images that are not zero; null where zeros are few, or inputs are floats. */
  public ActivePixels active() {
    return active;
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
      into[at + k] = VALUES[images.pixels()[from + k] & 0xff];
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
    return active == null ? search(rows[example] * width, columns, values) : list(rows[example], columns, values);
  }

  private int list(int row, int[] columns, float[] values) {
    int[] entries = active.entries();
    int from = active.start(row);
    int n = active.start(row + 1) - from;
    for (int k = 0; k < n; k++) {
      columns[k] = entries[from + k] >>> ActivePixels.PIXEL_SHIFT;
      values[k] = VALUES[entries[from + k] & ActivePixels.BYTE];
    }
    return n;
  }

  private int search(int from, int[] columns, float[] values) {
    int n = 0;
    for (int k = 0; k < width; k++) {
      float value = floats == null ? VALUES[images.pixels()[from + k] & 0xff] : floats[from + k];
      columns[n] = k;
      values[n] = value;
      n += value == 0 ? 0 : 1; // no branch: zeros come in no order a processor could predict
    }
    return n;
  }
}
