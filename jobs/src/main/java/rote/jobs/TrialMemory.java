package rote.jobs;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A heap as the trials trained in it share it: each waits until there is room for what it needs, so that two large ones
 * take turns where one beside the other would fail.
 */
final class TrialMemory {
  static final TrialMemory OF_THIS_JVM = new TrialMemory(Runtime.getRuntime().maxMemory());

  private final int heap; // MiB
  private final Semaphore free;

  /** @param bytes of the whole heap */
  TrialMemory(long bytes) {
    this.heap = mebibytes(bytes);
    this.free = new Semaphore(heap, true); // first come, first served: no large trial waits for ever
  }

  long heap() {
    return (long) heap << 20;
  }

  /** Does something while the memory for it is kept free of others; it must not be more than the heap. */
  <T> T with(long bytes, Supplier<T> work) {
    int share = Math.min(heap, mebibytes(bytes) + 1);
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
