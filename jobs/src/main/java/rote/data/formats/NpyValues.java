package rote.data.formats;

import java.util.Arrays;

/** Numbers as they are read: bytes as long as all are whole numbers from 0 to 255, then floats. Room grows with them. */
final class NpyValues {
  private static final int FIRST_SIZE = 1 << 16;
  private static final int MAX_BYTE = 255;

  private final int count;
  private final ArrayMemory memory;
  private final String what;
  private byte[] bytes; // null once one value was no byte
  private float[] reals; // null before
  private int done;
  private int other = -1; // the place of that value

  /**
   * @param count of all values to come
   * @param memory counts the room, and while it grows both the old and the new
   * @param what see {@link ArrayMemory#take}
   */
  NpyValues(int count, ArrayMemory memory, String what) {
    this.count = count;
    this.memory = memory;
    this.what = what;
    int room = Math.min(count, FIRST_SIZE);
    memory.take(room, what);
    this.bytes = new byte[room];
  }

  /** Adds a value. Returns whether a float can hold it. */
  boolean add(double value) {
    boolean isByte = value >= 0 && value <= MAX_BYTE && value == (int) value;
    if (!isByte && reals == null) {
      other = done;
      toReals();
    }
    if (done == (reals == null ? bytes.length : reals.length)) {
      grow();
    }
    if (reals == null) {
      bytes[done] = (byte) (int) value;
    } else {
      reals[done] = (float) value;
    }
    done++;
    return Float.isFinite((float) value);
  }

  private void toReals() {
    memory.take((long) bytes.length * Float.BYTES, what);
    float[] floats = new float[bytes.length];
    for (int k = 0; k < done; k++) {
      floats[k] = real(k);
    }
    memory.free(bytes.length);
    bytes = null;
    reals = floats;
  }

  private void grow() {
    int size = reals == null ? 1 : Float.BYTES;
    int more = (int) Math.min(count, 2L * done);
    memory.take((long) more * size, what);
    bytes = reals == null ? Arrays.copyOf(bytes, more) : null;
    reals = reals == null ? null : Arrays.copyOf(reals, more);
    memory.free((long) done * size);
  }

  /** Returns the place of the first value that is no whole number from 0 to 255; -1 if there is none. */
  int other() {
    return other;
  }

  /** Returns the numbers as bytes; null if some are none. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns the numbers as floats; null if all are bytes. */
  float[] reals() {
    return reals;
  }

  float real(int k) {
    return reals == null ? bytes[k] & 0xff : reals[k];
  }
}
