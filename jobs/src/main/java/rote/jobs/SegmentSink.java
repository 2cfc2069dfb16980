package rote.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import rote.jobs.start.Interruption;
import rote.store.Segments;
import rote.store.States;
import rote.trial.KeptState;
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
  private static final long MAX_BYTES = 256 << 20; // of states that wait
  private static final long MAX_WAIT = TimeUnit.SECONDS.toNanos(1);

  private final BlockingQueue<HandedOver> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong waitingBytes = new AtomicLong(); // of states in the queue
  private final Segments segments;
  private final States states;
  private final Runnable onFailure;
  private final LongSupplier clock;
  private final Thread thread = new Thread(this::writeUntilClosed, "rote-sink");
  private volatile boolean closing;
  private volatile Throwable failure;

  private record HandedOver(List<TrialRecord> records, List<KeptState> states, long at) {
    long bytes() {
      return states.stream().mapToLong(KeptState::bytes).sum();
    }
  }

  /** @param onFailure called once if a segment or a state cannot be written */
  SegmentSink(Segments segments, States states, Runnable onFailure) {
    this(segments, states, onFailure, System::nanoTime);
  }

  SegmentSink(Segments segments, States states, Runnable onFailure, LongSupplier clock) {
    this.segments = segments;
    this.states = states;
    this.onFailure = onFailure;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  void accept(List<TrialRecord> records) {
    accept(records, List.of());
  }

  /** Hands over what a task returned, even if Spark interrupts this thread; waits while the queue is full. */
  void accept(List<TrialRecord> records, List<KeptState> ends) {
    HandedOver handedOver = new HandedOver(records, ends, clock.getAsLong());
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting && failure == null && thread.isAlive()) { // after the end nobody waits for what comes
      try {
        if (waitingBytes.get() > MAX_BYTES) {
          Thread.sleep(10);
        } else {
          waiting = !queue.offer(handedOver, 100, TimeUnit.MILLISECONDS);
          waitingBytes.addAndGet(waiting ? 0 : handedOver.bytes());
        }
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
    Interruption.join(thread); // also in a thread that is interrupted: what has come back is written
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
  private List<TrialRecord> nextRecords() throws InterruptedException, IOException {
    List<TrialRecord> records = new ArrayList<>();
    long first = clock.getAsLong();
    while (records.size() < MAX_RECORDS && (!queue.isEmpty() || !closing && clock.getAsLong() - first < MAX_WAIT)) {
      HandedOver more = queue.poll(50, TimeUnit.MILLISECONDS);
      if (more != null) {
        first = records.isEmpty() ? more.at : first;
        for (KeptState state : more.states) { // before the record: whoever finds that finds its state
          states.write(state);
        }
        waitingBytes.addAndGet(-more.bytes());
        records.addAll(more.records);
      }
    }
    return records;
  }
}
