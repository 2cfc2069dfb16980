package rote.jobs.start;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hadoop.util.ShutdownHookManager;
import sun.misc.Signal;

/**
 * Ends the program early in good order: after SIGINT, SIGTERM or SIGHUP, when a thread died, or when Spark exits.
 *
 * <p>Results that have arrived are written, a line says why the program ends, and Spark removes its files. The exit code is 4
 * after a signal and 1 otherwise, whatever code Spark asks for.
 *
 * <p>Until Spark starts, a hook of the JVM does all that; from then on Hadoop's manager of hooks does, which knows when Spark stops.
 */
public final class Interruption {
  private static final int BEFORE_SPARK_STOPS = 100; // Spark's hook has 40; higher runs first
  private static final int CLEANING = 2; // Hadoop's file systems have 10
  private static final int LAST = 1;
  private static final int EXIT_CODE = 4;
  private static final int ERROR = 1;

  /** Some tools send one signal twice, to the process and to its group: that is not a second Ctrl-C. */
  private static final long SAME_SIGNAL = TimeUnit.MILLISECONDS.toNanos(500);

  private enum Cause { UNKNOWN, SIGNAL, SAID }

  private static final ReentrantLock BUSY = new ReentrantLock();
  private static final int PATIENCE = 5; // seconds
  private static final List<Runnable> CLEANINGS = new CopyOnWriteArrayList<>();

  private static volatile Cause cause = Cause.UNKNOWN;
  private static volatile long firstSignal; // nanoseconds
  private static volatile boolean watched; // whether this program owns its JVM, so that its end is ours
  private static volatile Runnable writing; // null while no trial trains
  private static volatile PrintStream messages;
  private static volatile boolean keepsTrials;
  private static volatile boolean isEnding;
  private static volatile boolean besideSpark;

  private Interruption() {}

  /**
   * Installs the handlers; for a program that owns its JVM.
   *
   * @param trains whether finished trials are kept, so that the same command continues
   */
  public static void watch(PrintStream lines, boolean trains) {
    watched = true;
    keepsTrials = trains;
    messages = lines;
    for (String signal : new String[] {"INT", "TERM", "HUP"}) {
      try {
        Signal.handle(new Signal(signal), received -> interrupt(received.getName())); // ignored signals stay ignored
      } catch (IllegalArgumentException e) {
        // The JVM does not handle signals (-Xrs), or there is no such signal.
      }
    }
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::end, "rote-end"));
  }

  private static void end() {
    isEnding = true;
    if (!besideSpark) {
      tell();
      CLEANINGS.forEach(Runnable::run);
      replaceCode();
    }
  }

  /** Starts Spark, which no signal interrupts, unless it takes longer than a few seconds. */
  static <T, E extends Exception> T startingSpark(Work<T, E> start) throws E {
    return undisturbed(() -> {
      joinSparksEnd();
      return start.done();
    });
  }

  /** Does something that no signal interrupts, unless it takes longer than a few seconds. */
  public static <T, E extends Exception> T undisturbed(Work<T, E> work) throws E {
    BUSY.lock();
    try {
      return work.done();
    } finally {
      BUSY.unlock();
    }
  }

  /** Waits until a thread has ended, also where the caller is interrupted: it stays so. */
  public static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
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

  /** Something that may fail in a way of its own. */
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  private static void joinSparksEnd() {
    if (watched && !besideSpark) {
      ShutdownHookManager.get().addShutdownHook(Interruption::tell, BEFORE_SPARK_STOPS);
      ShutdownHookManager.get().addShutdownHook(() -> CLEANINGS.forEach(Runnable::run), CLEANING);
      ShutdownHookManager.get().addShutdownHook(Interruption::replaceCode, LAST);
      besideSpark = true;
    }
  }

  /** Registers something to be done at the end of a program that is watched, after Spark has stopped. */
  static void atEnd(Runnable cleaning) {
    CLEANINGS.add(cleaning);
  }

  /** Registers what writes the results that have arrived; null once they are written. */
  public static void writes(Runnable ending) {
    writing = ending;
  }

  /** Says that the program ends normally from here on. */
  public static void isOver() {
    if (cause == Cause.UNKNOWN) {
      cause = Cause.SAID;
    }
  }

  /** Whether a program that owns its JVM is ending already, so that failures are its consequence. */
  public static boolean isUnderWay() {
    return watched && (cause == Cause.SIGNAL || isEnding || besideSpark && ShutdownHookManager.get().isShutdownInProgress());
  }

  /** Returns the code with which a program that is ending will end. */
  public static int exitCode() {
    return cause == Cause.SIGNAL ? EXIT_CODE : ERROR;
  }

  /** Never returns if the program is ending already: its failures need no message. */
  public static void awaitEnd() {
    while (isUnderWay()) {
      LockSupport.park();
    }
  }

  private static void interrupt(String signal) {
    long now = System.nanoTime();
    if (cause != Cause.SIGNAL) {
      firstSignal = now;
      cause = Cause.SIGNAL;
      awaitQuiet();
      System.exit(EXIT_CODE);
    } else if (signal.equals("INT") && now - firstSignal > SAME_SIGNAL) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  /** Waits until Spark has started, and lets it not start from here on. */
  private static void awaitQuiet() {
    try {
      BUSY.tryLock(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell() {
    Runnable ending = writing;
    if (ending != null) {
      ending.run();
    }
    if (cause == Cause.SIGNAL) {
      messages.println("\ninterrupted" + (keepsTrials ? "; finished trials are kept, and the same command continues from there" : ""));
    } else if (cause == Cause.UNKNOWN) {
      messages.println("rote: Spark has ended the program; " + (isFatal() ? Heap.fatal() : "its messages above say why"));
    }
    messages.flush();
  }

  /** Whether a thread of Spark met a fatal error. */
  private static boolean isFatal() {
    return Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().endsWith(".SparkUncaughtExceptionHandler"));
  }

  private static void replaceCode() {
    if (cause == Cause.UNKNOWN) {
      Runtime.getRuntime().halt(ERROR);
    }
  }
}
