package rote.jobs.progress;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import rote.jobs.start.Interruption;

/**
 * Renews the page of a run while it goes on, in a thread of its own, so that a slow page delays nobody. A page that cannot be written is
 * said once, and ends nothing.
 */
public final class LivePage implements AutoCloseable {
  private static final long LOOKS = 200; // milliseconds between two
  private static final int SHARE_OF_HEAP = 4; // must be free, for records are read beside trials that are trained

  private final Supplier<RunState> progress;
  private final Writer writer;
  private final Consumer<String> complaints;
  private final LongSupplier clock;
  private final RenewalRule rule;
  private final Thread thread = new Thread(this::renewUntilClosed, "rote-page");
  private volatile boolean closed;
  private boolean hasComplained;

  /** Makes and writes a page. */
  public interface Writer {
    void write(RunState now) throws IOException;
  }

  /**
   * @param progress how far the run is now
   * @param clock in nanoseconds
   */
  public LivePage(Supplier<RunState> progress, Writer writer, Consumer<String> complaints, LongSupplier clock) {
    this.progress = progress;
    this.writer = writer;
    this.complaints = complaints;
    this.clock = clock;
    RunState start = progress.get();
    this.rule = new RenewalRule(clock.getAsLong(), start.planned(), start.done());
    thread.setDaemon(true); // an end of the program does not wait for a page
    thread.start();
  }

  private void renewUntilClosed() {
    try {
      while (!closed) {
        RunState now = progress.get();
        if (rule.isDue(clock.getAsLong(), now.done()) && hasRoom()) {
          renew(now);
        }
        Thread.sleep(LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasRoom() {
    Runtime heap = Runtime.getRuntime();
    return heap.maxMemory() - (heap.totalMemory() - heap.freeMemory()) >= heap.maxMemory() / SHARE_OF_HEAP;
  }

  private void renew(RunState now) {
    long began = clock.getAsLong();
    try {
      writer.write(now);
    } catch (IOException | RuntimeException e) {
      if (!hasComplained && !closed) {
        hasComplained = true;
        complaints.accept("the page cannot be renewed during the run, which goes on: " + e.getMessage());
      }
    }
    rule.renewed(began, clock.getAsLong(), now.done());
  }

  /** Waits for a page that is being made. None is written afterwards. */
  @Override
  public void close() {
    closed = true;
    Interruption.join(thread);
  }
}
