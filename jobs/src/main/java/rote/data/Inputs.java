package rote.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A trial's examples as the inputs of its first layer: bytes b, which mean b / 255, or floats.
 *
 * <p>Bytes are converted only when they are used, so that all trials of a JVM share one copy of the data. Both forms give the
 * same bits for the same values.
 */
public final class Inputs {
  private static final float[] VALUES = new float[256]; // of each byte

  static {
    for (int b = 0; b < VALUES.length; b++) {
      VALUES[b] = b / 255f;
    }
  }

  private final int width;
  private final int[] rows; // [count], the row of each example in images or floats
  private final Examples images; // or null
  private final float[] floats; // [any][width], or null
  private volatile int[] ascending; // made when first asked for

  private Inputs(int width, int[] rows, Examples images, float[] floats) {
    this.width = width;
    this.rows = rows;
    this.images = images;
    this.floats = floats;
  }

  /** @param rows which images, in which order */
  public static Inputs of(Examples images, int[] rows) {
    return images.isReal()
        ? ofFloats(images.values(), images.size(), rows) : new Inputs(images.size(), rows, images, null);
  }

  /** @param values [any][width] */
  public static Inputs ofFloats(float[] values, int width, int[] rows) {
    return new Inputs(width, rows, null, values);
  }

  /** Returns a copy of these and then others of the same width: bytes if both are bytes, otherwise floats. */
  public Inputs and(Inputs others) {
    int count = count() + others.count();
    int[] all = IntStream.range(0, count).toArray();
    if (images == null || others.images == null) {
      float[] values = new float[Math.multiplyExact(count, width)];
      IntStream.range(0, count()).forEach(e -> decode(e, values, e * width));
      IntStream.range(0, others.count()).forEach(e -> others.decode(e, values, (count() + e) * width));
      return ofFloats(values, width, all);
    }
    byte[] pixels = new byte[Math.multiplyExact(count, width)];
    copy(pixels, 0);
    others.copy(pixels, count() * width);
    return of(new Examples(pixels, new byte[count]), all);
  }

  private void copy(byte[] to, int at) {
    for (int e = 0; e < rows.length; e++) {
      System.arraycopy(images.pixels(), rows[e] * width, to, at + e * width, width);
    }
  }

  public int count() {
    return rows.length;
  }

  /** Returns the first so many of these, or all if there are no more. */
  public Inputs first(int most) {
    return new Inputs(width, Arrays.copyOf(rows, Math.min(most, rows.length)), images, floats);
  }

  /** Returns whether both are rows of the same images or floats. */
  public boolean areOf(Inputs other) {
    return width == other.width && pixels() == other.pixels() && floats == other.floats;
  }

  /** Returns the examples in ascending order of their rows, in which memory is read fastest; shared, so not to be changed. */
  public int[] ascending() {
    int[] made = ascending == null ? inOrderOfRows() : ascending;
    ascending = made;
    return made;
  }

  private int[] inOrderOfRows() {
    int[] ends = new int[Arrays.stream(rows).max().orElse(-1) + 1]; // after each row's examples
    for (int row : rows) {
      ends[row]++;
    }
    for (int row = 1; row < ends.length; row++) {
      ends[row] += ends[row - 1];
    }
    int[] examples = new int[rows.length];
    for (int e = rows.length - 1; e >= 0; e--) {
      examples[--ends[rows[e]]] = e;
    }
    return examples;
  }

  public int width() {
    return width;
  }

  /** Returns which image an example is. */
  public int row(int example) {
    return rows[example];
  }

  /** Returns the images of which these are rows; null for floats. */
  public Examples images() {
    return images;
  }

  /** Returns all pixels of all images, [images][width]; null for floats. */
  public byte[] pixels() {
    return images == null ? null : images.pixels();
  }

  /** Writes one example's inputs to an array, from position {@code at}. */
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

  /** Returns what a byte means, 0 to 1. */
  public static float value(int pixel) {
    return VALUES[pixel];
  }
}
