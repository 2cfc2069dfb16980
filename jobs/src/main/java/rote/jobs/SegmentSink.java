package rote.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import rote.store.Segments;
import rote.trial.TrialRecord;

/**
 * The one thread that writes results: what tasks return waits in a bounded queue, and within a second, or 500 records,
 * it is a segment on disk.
 *
 * <p>A sink that cannot write says so once, takes whatever comes after and drops it, so that nobody waits for it.
 */
final class SegmentSink implements AutoCloseable {
  private static final int QUEUE = 1_000;
  private static final int MOST_RECORDS = 500;
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

  private final BlockingQueue<List<TrialRecord>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Segments segments;
  private final Runnable onFailure;
  private final Thread thread = new Thread(this::writeUntilClosed, "rote-sink");
  private volatile boolean closing;
  private volatile Throwable failure;

  /**
   * Starts the thread.
   *
   * @param onFailure called once if a segment cannot be written
   */
  SegmentSink(Segments segments, Runnable onFailure) {
    this.segments = segments;
    this.onFailure = onFailure;
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands over what one task returned, though Spark stops meanwhile and interrupts; waits while the queue is full. */
  void accept(List<TrialRecord> records) {
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting && failure == null) {
      try {
        waiting = !queue.offer(records, 100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the sink could not write; null while it can. */
  Throwable failure() {
    return failure;
  }

  /** Writes what has been handed over and ends the thread. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilClosed() {
    try {
      while (!closing || !queue.isEmpty()) {
        List<TrialRecord> records = nextRecords();
        segments.append(records);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      queue.clear();
      onFailure.run();
    }
  }

  private List<TrialRecord> nextRecords() throws InterruptedException {
    List<TrialRecord> records = new ArrayList<>();
    long end = System.nanoTime() + LONGEST_WAIT;
    while (records.size() < MOST_RECORDS && System.nanoTime() < end && !(closing && queue.isEmpty())) {
      List<TrialRecord> more = queue.poll(50, TimeUnit.MILLISECONDS);
      records.addAll(more == null ? List.of() : more);
    }
    return records;
  }
}
