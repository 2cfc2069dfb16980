package rote.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import rote.jobs.start.Interruption;
import rote.jobs.start.Platform;
import rote.jobs.start.Scratch;
import rote.jobs.start.SparkStart;
import rote.jobs.start.YarnDriver;

/**
 * The program in a JVM that was started for it: all that it changes there, for good, and the JVM's end.
 *
 * <p>In somebody else's JVM none of this happens: {@link GuestCall}.
 */
final class OwnJvm {
  private OwnJvm() {}

  /** Runs one command line and ends the JVM. */
  static void run(String... arguments) {
    LossyStream out = new LossyStream(new FileOutputStream(FileDescriptor.out));
    standardise(out);
    demandSpark();
    Interruption.watch(System.err, arguments.length > 0 && arguments[0].equals("run"));
    Thread.setDefaultUncaughtExceptionHandler(OwnJvm::died);
    if (!SparkStart.isSubmitted()) { // which deletes Spark's folders itself
      Scratch.open();
    }
    int code = printed(Main.run(arguments), out);
    Interruption.isOver();
    if (code != Main.COMPLETE || !YarnDriver.isHere()) {
      System.exit(code);
    }
    YarnDriver.ensureSparkStarted();
  }

  /** First of all: without Spark, classes are missing that the next steps need. */
  private static void demandSpark() {
    Platform.refusal().ifPresent(why -> {
      System.err.println("rote: " + why);
      System.exit(Main.BAD_INPUT);
    });
  }

  /** Makes output independent of locale, charset and display, before any library asks for them. */
  private static void standardise(LossyStream out) {
    System.setProperty("picocli.disable.closures", "true"); // else it looks for Groovy in every jar
    Locale.setDefault(Locale.ROOT);
    System.setProperty("user.language", "en"); // by these, AWT chooses the fonts of pictures
    List.of("user.script", "user.region", "user.country", "user.variant").forEach(System::clearProperty);
    System.setProperty("java.awt.headless", "true"); // whatever DISPLAY says
    System.setOut(new PrintStream(new BufferedOutputStream(out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  /** Returns the exit code after standard output is written: lost output is no success. */
  static int printed(int code, LossyStream out) {
    System.out.flush();
    out.loss().ifPresent(why -> System.err.println("rote: standard output cannot be written, and its text is lost: " + why
        + "; redirect it to a place that can be written"));
    return code == Main.COMPLETE && out.loss().isPresent() ? Main.ERROR : code;
  }

  /** Ends the program after an error in a thread on which others would wait for ever. */
  static void died(Thread thread, Throwable e) {
    System.err.println("thread " + thread.getName() + " has ended:");
    if (e instanceof Error) {
      int code = new Failures(Call.ofThisProgram()).failed(e);
      Interruption.isOver();
      System.exit(code);
    }
    System.err.print(Failures.trace(e));
  }
}
