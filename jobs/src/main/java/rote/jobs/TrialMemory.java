package rote.jobs;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A heap as the trials trained in it share it: each waits until there is room for what it needs, so that two large ones
 * take turns where one beside the other would fail.
 */
final class TrialMemory {
  /** Of the heap a quarter is left to Spark and to the data that all trials share. */
  static final TrialMemory OF_THIS_JVM = new TrialMemory(Runtime.getRuntime().maxMemory() / 4 * 3);

  private final int size; // MiB
  private final Semaphore free;

  /** @param bytes that trials may fill */
  TrialMemory(long bytes) {
    this.size = mebibytes(bytes);
    this.free = new Semaphore(size, true); // first come, first served: no large trial waits for ever
  }

  /** Bytes, all trials together. */
  long size() {
    return (long) size << 20;
  }

  /** Does something while the memory for it is kept free of others; it must not be more than all. */
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
