package rote.jobs;

import java.io.PrintStream;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * What happens on SIGINT and SIGTERM while a run goes on: what has come back is written, a line says how to go on, and
 * the program ends with exit code 4.
 */
final class Interruption implements AutoCloseable {
  private static final int BEFORE_SPARK_STOPS = 100; // Spark's own hook has 50; higher runs first
  private static final int EXIT_CODE = 4;

  private final PrintStream messages;
  private final Runnable hook = this::end;
  private volatile SegmentSink sink; // null while no trial trains

  private Interruption(PrintStream messages) {
    this.messages = messages;
  }

  static Interruption watch(PrintStream messages) {
    Interruption interruption = new Interruption(messages);
    ShutdownHookManager.get().addShutdownHook(interruption.hook, BEFORE_SPARK_STOPS);
    return interruption;
  }

  /** From here on what this sink has taken is written before the end. */
  void writes(SegmentSink toBeClosed) {
    sink = toBeClosed;
  }

  private void end() {
    if (sink != null) {
      sink.close();
    }
    messages.println("\ninterrupted; what has finished is kept, and the same command goes on from there");
    messages.flush();
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** From here on the program ends as usual. */
  @Override
  public void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
