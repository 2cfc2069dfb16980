package rote.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import rote.store.Segments;
import rote.trial.TrialRecord;

/**
 * The one thread that writes results. What tasks return waits in a bounded queue, and is in a segment on disk within a second or
 * 500 records.
 *
 * <p>A sink that cannot write says so once and drops what comes after, so that nobody waits for it.
 */
final class SegmentSink implements AutoCloseable {
  private static final int QUEUE = 1_000;
  private static final int MAX_RECORDS = 500;
  private static final long MAX_WAIT = TimeUnit.SECONDS.toNanos(1);

  private final BlockingQueue<HandedOver> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Segments segments;
  private final Runnable onFailure;
  private final LongSupplier clock;
  private final Thread thread = new Thread(this::writeUntilClosed, "rote-sink");
  private volatile boolean closing;
  private volatile Throwable failure;

  private record HandedOver(List<TrialRecord> records, long at) {}

  /** @param onFailure called once if a segment cannot be written */
  SegmentSink(Segments segments, Runnable onFailure) {
    this(segments, onFailure, System::nanoTime);
  }

  SegmentSink(Segments segments, Runnable onFailure, LongSupplier clock) {
    this.segments = segments;
    this.onFailure = onFailure;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands over what a task returned, even if Spark interrupts this thread; waits while the queue is full. */
  void accept(List<TrialRecord> records) {
    HandedOver handedOver = new HandedOver(records, clock.getAsLong());
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting && failure == null && thread.isAlive()) { // after the end nobody waits for what comes
      try {
        waiting = !queue.offer(handedOver, 100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns why the sink cannot write; null while it can. */
  Throwable failure() {
    return failure;
  }

  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) { // also in a thread that is interrupted: what has come back is written
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilClosed() {
    try {
      while (!closing || !queue.isEmpty()) {
        segments.append(nextRecords());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      queue.clear();
      onFailure.run();
    }
  }

  /** Waits for the records of the next segment. May return none. */
  private List<TrialRecord> nextRecords() throws InterruptedException {
    List<TrialRecord> records = new ArrayList<>();
    long first = clock.getAsLong();
    while (records.size() < MAX_RECORDS && (!queue.isEmpty() || !closing && clock.getAsLong() - first < MAX_WAIT)) {
      HandedOver more = queue.poll(50, TimeUnit.MILLISECONDS);
      if (more != null) {
        first = records.isEmpty() ? more.at : first;
        records.addAll(more.records);
      }
    }
    return records;
  }
}
