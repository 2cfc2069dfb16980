package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads a damaged file, which must end soon, use little memory, and name a bad file in one line. */
public final class DamagedRead {
  private static final int SECONDS = 10;
  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ExecutorService READER = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "damaged-read");
    thread.setDaemon(true);
    return thread;
  });

  private DamagedRead() {}

  /**
   * @param name of the file, which an error must contain
   * @param complaint the only exception allowed, with one line
   * @param mostBytes the most that reading may allocate
   * @return what was read, or nothing if it was refused
   */
  public static <T> Optional<T> of(
      String name, Class<? extends Exception> complaint, long mostBytes, Callable<T> reading) throws Exception {
    Future<Optional<T>> read = READER.submit(() -> measured(name, complaint, mostBytes, reading));
    try {
      return read.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static <T> Optional<T> measured(
      String name, Class<? extends Exception> complaint, long mostBytes, Callable<T> reading) {
    long thread = Thread.currentThread().getId();
    long before = MEMORY.getThreadAllocatedBytes(thread);
    Optional<T> read = Optional.empty();
    Throwable thrown = null;
    try {
      read = Optional.of(reading.call());
    } catch (Throwable e) { // an Error must not happen
      thrown = e;
    }
    assertThat(MEMORY.getThreadAllocatedBytes(thread) - before).as("bytes allocated").isLessThanOrEqualTo(mostBytes);
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(complaint).message().contains(name).hasLineCount(1);
    }
    return read;
  }
}
