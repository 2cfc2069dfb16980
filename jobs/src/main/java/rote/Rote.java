package rote;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import rote.cli.Main;
import rote.cli.Outcome;

/**
 * Rote for other programs: the commands of {@code ./rote}, as calls that return their outcome.
 *
 * <p>A call is a guest in its JVM. It trains on the SparkContext that is active there and never stops it; where none is active, it starts
 * one on this machine and stops that at the end. It never ends the JVM, and changes no stream, locale, handler or system property.
 * No word may be null. Settings of Spark come too late for a context that is active; each is named in a line on {@code System.err}, as are progress and
 * complaints. What a command prints as its result goes to {@code System.out} and is kept in {@link Outcome#text()}.
 *
 * <p>To end a call, interrupt its thread, or cancel the jobs of the thread's job group: what has been trained is recorded, the outcome's
 * code is 4, and the same call continues from there. After an interruption the thread is interrupted still.
 */
public final class Rote {
  private Rote() {}

  /**
   * Trains what is not recorded yet, and reports.
   *
   * @param experiment the experiment file: a path on the driver, or a URI
   * @param options those of {@code ./rote run}, such as {@code "--out", "s3a://bucket/out", "--seeds", "8"}
   */
  public static Outcome run(String experiment, String... options) {
    return run(experiment, Arrays.asList(options));
  }

  /** Does the same for callers from Python, whose lists become lists. */
  public static Outcome run(String experiment, List<String> options) {
    return call(Stream.concat(Stream.of("run", experiment), options.stream()).toList());
  }

  /**
   * Runs any command.
   *
   * @param words of its command line, such as {@code "verify", "s3a://bucket/out"}
   */
  public static Outcome call(String... words) {
    return call(Arrays.asList(words));
  }

  /** Does the same for callers from Python. */
  public static Outcome call(List<String> words) {
    words.forEach(word -> Objects.requireNonNull(word, "a word of the command is null"));
    return Main.call(words.toArray(String[]::new));
  }
}
