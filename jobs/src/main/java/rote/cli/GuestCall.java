package rote.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import rote.files.InputException;
import rote.jobs.start.OwnersSpark;
import rote.jobs.start.Platform;
import rote.jobs.start.SparkAccess;
import rote.jobs.start.SparkStart;

/**
 * A call in a JVM that belongs to somebody else: it ends neither the JVM nor a Spark that is active there, and leaves nothing changed.
 *
 * <p>The only way to stop it is to interrupt its thread, or to cancel its jobs.
 */
final class GuestCall {
  private final Optional<OwnersSpark> owners = OwnersSpark.find();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream err = System.err;
  private final Call call =
      new Call(new PrintStream(printed, true, StandardCharsets.UTF_8), err, () -> false, this::spark);

  /** Runs one command line in this thread, and leaves the thread interrupted if it was interrupted meanwhile. */
  Outcome run(String... arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    try {
      return outcome(thread.isInterrupted() // then Spark's classes fail to load, for good
          ? new Failures(call).failed(new InterruptedException()) : new Main(call).run(this::prepare, arguments));
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private void prepare() {
    Platform.refusal().ifPresent(why -> {
      throw new InputException(why);
    });
    if (owners.isEmpty()) { // a Spark that runs has read them
      HadoopSettings.find(System.getenv());
    }
  }

  private SparkAccess spark(Map<String, String> settings) {
    if (owners.isEmpty()) {
      return new SparkStart(settings, false);
    }
    OwnersSpark spark = owners.get().with(settings);
    spark.notApplied().forEach(err::println);
    return spark;
  }

  private Outcome outcome(int code) {
    boolean interrupted = Thread.interrupted(); // else no file can be read
    try {
      String text = printed.toString(StandardCharsets.UTF_8);
      System.out.print(text);
      System.out.flush();
      return new Outcome(code, call.output() == null ? null : call.output().location(), trials(code), text, call.complaint());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Outcome.Trials trials(int code) {
    if (call.request() == null || code == Main.BAD_INPUT) {
      return null;
    }
    try {
      return Outcome.Trials.of(call.request().counts());
    } catch (IOException | RuntimeException e) { // the call itself has met it, and said so
      return null;
    }
  }
}
