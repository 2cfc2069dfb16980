package rote.jobs;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Shares a heap among trials: each waits until there is room for it, so large ones take turns. */
final class TrialMemory {
  /** A quarter of the heap is left to Spark and to the data. */
  static final TrialMemory OF_THIS_JVM = new TrialMemory(Runtime.getRuntime().maxMemory() / 4 * 3);

  private final int size; // MiB
  private final Semaphore free;

  TrialMemory(long bytes) {
    this.size = mebibytes(bytes);
    this.free = new Semaphore(size, true); // fair, so that large trials get their turn
  }

  /** Bytes. */
  long size() {
    return (long) size << 20;
  }

  /** Does something while memory for it is reserved. */
  <T> T with(long bytes, Supplier<T> work) {
    int share = Math.min(size, mebibytes(bytes) + 1);
    free.acquireUninterruptibly(share);
    try {
      return work.get();
    } finally {
      free.release(share);
    }
  }

  private static int mebibytes(long bytes) {
    return Math.toIntExact(bytes >> 20);
  }
}
