package rote.data.tables;

import java.util.Arrays;
import java.util.Locale;
import rote.files.InputException;

/** Numbers whose count is not known before they are read. */
final class FloatList {
  private static final int FIRST = 1 << 10;
  private static final int MAX = Integer.MAX_VALUE - 8;

  private float[] values = new float[FIRST];
  private int size;

  /** @param file names the file in the error message */
  void add(float value, String file) {
    if (size == values.length) {
      long room = Runtime.getRuntime().maxMemory() / 4 / Float.BYTES; // two copies while it grows, and as many to train on
      if (size >= Math.min(MAX, room)) {
        throw new InputException(file + ": has more than " + String.format(Locale.ROOT, "%,d", size)
            + " numbers, for which this program has no memory; take fewer rows or columns, or give it a larger heap");
      }
      values = Arrays.copyOf(values, (int) Math.min(Math.min(MAX, Math.max(room, FIRST)), 2L * size));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  float[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
