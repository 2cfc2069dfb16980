package rote.data.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import rote.files.InputException;

/** The memory that the arrays of one data set may take together, with the copies that are made while they grow and are put in order. */
public final class ArrayMemory {
  private static final int SHARE = 2; // of the heap, whose rest is for training
  private static final int FIRST = 1 << 13;

  private final long most;
  private long held;

  /** @param most in bytes */
  ArrayMemory(long most) {
    this.most = most;
  }

  /** Returns half the heap of this JVM. */
  public static ArrayMemory ofHeap() {
    return new ArrayMemory(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * Counts an array before it is made.
   *
   * @param what the file and what it holds, in the words of a message
   * @throws InputException if there is no room for it beside the others
   */
  void take(long bytes, String what) {
    demand(bytes, what);
    held += bytes;
  }

  /** Checks for room that need not all be taken. */
  void demand(long bytes, String what) {
    if (bytes > most - held) {
      throw new InputException(what + ", which take more than the " + most + " bytes that there is memory for, with the arrays read before"
          + " and the copies that reading makes; take fewer examples, or a heap twice as large, by ROTE_JAVA_OPTIONS=-Xmx"
          + ((2 * SHARE * most >> 20) + 1) + "m");
    }
  }

  /**
   * Reads bytes into room that grows with them, so that a false size costs none.
   *
   * @return the bytes, fewer if the stream ends before
   */
  byte[] read(InputStream in, int size, String what) throws IOException {
    demand(size, what);
    take(Math.min(size, FIRST), what);
    byte[] bytes = new byte[Math.min(size, FIRST)];
    int done = in.readNBytes(bytes, 0, bytes.length);
    while (done == bytes.length && done < size) {
      int more = (int) Math.min(size, 2L * done);
      take(more, what);
      bytes = Arrays.copyOf(bytes, more);
      free(done);
      done += in.readNBytes(bytes, done, more - done);
    }
    return done < bytes.length ? Arrays.copyOf(bytes, done) : bytes;
  }

  /** Counts an array that is no longer used. */
  void free(long bytes) {
    held -= bytes;
  }
}
