package rote.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled examples, such as a training set: images of bytes, or real features. The arrays are shared, so not to be changed.
 */
public final class Examples implements Serializable {
  private static final long serialVersionUID = 2L;

  private final byte[] pixels; // [count][size], 0..255; null for real features
  private final float[] values; // [count][size], NaN where a value is missing; null for bytes
  private final byte[] labels; // [count], 0..classes-1

  public Examples(byte[] pixels, byte[] labels) {
    this(pixels, null, labels, pixels.length);
    if (labels.length == 0) {
      throw new IllegalArgumentException(pixels.length + " pixels do not divide among 0 labels");
    }
  }

  private Examples(byte[] pixels, float[] values, byte[] labels, int numbers) {
    if (labels.length != 0 && numbers % labels.length != 0 || labels.length == 0 && numbers != 0) {
      throw new IllegalArgumentException(numbers + " pixels do not divide among " + labels.length + " labels");
    }
    this.pixels = pixels;
    this.values = values;
    this.labels = labels;
  }

  /** @param values [count][features], finite, or NaN where a value is missing */
  public static Examples ofValues(float[] values, byte[] labels) {
    return new Examples(null, values, labels, values.length);
  }

  /** Returns the test set of a data set that has none. */
  public static Examples none() {
    return ofValues(new float[0], new byte[0]);
  }

  /** Returns the same examples with other labels. */
  Examples labelled(byte[] others) {
    return new Examples(pixels, values, others, isReal() ? values.length : pixels.length);
  }

  /** Returns a copy of some examples. */
  public Examples at(int[] rows) {
    int size = size();
    byte[] someLabels = new byte[rows.length];
    byte[] somePixels = isReal() ? null : new byte[rows.length * size];
    float[] someValues = isReal() ? new float[rows.length * size] : null;
    for (int e = 0; e < rows.length; e++) {
      someLabels[e] = labels[rows[e]];
      System.arraycopy(isReal() ? values : pixels, rows[e] * size, isReal() ? someValues : somePixels, e * size, size);
    }
    return new Examples(somePixels, someValues, someLabels, rows.length * size);
  }

  public int count() {
    return labels.length;
  }

  /** Returns how many examples each class has. */
  public List<Integer> classCounts(int classes) {
    int[] counts = new int[classes];
    for (byte label : labels) {
      counts[label & 0xff]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** Returns the number of pixels or features of one example. */
  public int size() {
    return labels.length == 0 ? 0 : (isReal() ? values.length : pixels.length) / labels.length;
  }

  /** Returns whether these are real features and not bytes. */
  public boolean isReal() {
    return values != null;
  }

  /** Returns whether some value is missing. */
  public boolean hasMissing() {
    boolean has = false;
    for (int k = 0; isReal() && !has && k < values.length; k++) {
      has = Float.isNaN(values[k]);
    }
    return has;
  }

  /** Returns the bytes; null for real features. */
  public byte[] pixels() {
    return pixels;
  }

  /** Returns the real features, NaN where a value is missing; null for bytes. */
  public float[] values() {
    return values;
  }

  public byte[] labels() {
    return labels;
  }
}
