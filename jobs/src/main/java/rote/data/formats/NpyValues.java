package rote.data.formats;

import java.util.Arrays;

/** Numbers as they are read: bytes as long as all are whole numbers from 0 to 255, then floats. Room grows with them. */
final class NpyValues {
  private static final int FIRST_SIZE = 1 << 16;
  private static final int MAX_BYTE = 255;

  private final int count;
  private byte[] bytes; // null once one value was no byte
  private float[] reals; // null before
  private int done;
  private int other = -1; // the place of that value

  /** @param count of all values to come */
  NpyValues(int count) {
    this.count = count;
    this.bytes = new byte[Math.min(count, FIRST_SIZE)];
  }

  /** Adds a value. Returns whether a float can hold it. */
  boolean add(double value) {
    boolean isByte = value >= 0 && value <= MAX_BYTE && value == (int) value;
    if (!isByte && reals == null) {
      other = done;
      reals = floats(bytes);
      bytes = null;
    }
    int room = reals == null ? bytes.length : reals.length;
    if (done == room) {
      int more = (int) Math.min(count, 2L * room);
      bytes = reals == null ? Arrays.copyOf(bytes, more) : null;
      reals = reals == null ? null : Arrays.copyOf(reals, more);
    }
    if (reals == null) {
      bytes[done] = (byte) (int) value;
    } else {
      reals[done] = (float) value;
    }
    done++;
    return Float.isFinite((float) value);
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = bytes[k] & 0xff;
    }
    return floats;
  }

  /** Returns the place of the first value that is no whole number from 0 to 255; -1 if there is none. */
  int other() {
    return other;
  }

  /** Returns the numbers as bytes; null if some are none. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns the numbers as floats. */
  float[] reals() {
    return reals == null ? floats(bytes) : reals;
  }
}
