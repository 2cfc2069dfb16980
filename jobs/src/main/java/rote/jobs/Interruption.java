package rote.jobs;

import java.io.PrintStream;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * What happens on SIGINT and SIGTERM while trials train: what has come back is written, a line says how to go on, and
 * the program ends with exit code 4.
 */
final class Interruption implements AutoCloseable {
  private static final int BEFORE_SPARK_STOPS = 100; // Spark's own hook has 50; higher runs first
  private static final int EXIT_CODE = 4;

  private final Runnable hook;

  private Interruption(Runnable hook) {
    this.hook = hook;
  }

  static Interruption watch(SegmentSink sink, PrintStream messages) {
    Interruption interruption = new Interruption(() -> {
      sink.close();
      messages.println("\ninterrupted; what has finished is kept, and the same command goes on from there");
      messages.flush();
      Runtime.getRuntime().halt(EXIT_CODE);
    });
    ShutdownHookManager.get().addShutdownHook(interruption.hook, BEFORE_SPARK_STOPS);
    return interruption;
  }

  /** From here on the program ends as usual. */
  @Override
  public void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
