package rote.jobs.start;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.package$;
import rote.files.FileSystems;
import rote.network.vector.KernelChoice;

/** What the program was built for and what it runs on. */
public final class Platform {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9}).*");
  private static final String NAMED = "rote.spark"; // by the launcher, which reads it in a jar's name: quicker than asking Spark
  private static final String SUPPORTED = "Spark 3.5 to 4.2";

  private Platform() {}

  /** Returns why the program cannot run with the Spark of this class path, in one line; empty if it can. */
  public static Optional<String> refusal() {
    return refusal(version());
  }

  /** @param spark a version, to which vendors add words; null for none */
  static Optional<String> refusal(String spark) {
    String rote = "Rote " + ProgramJar.built("rote") + " runs on " + SUPPORTED;
    if (spark == null) {
      return Optional.of("there is no Spark on the class path; start by ./rote or spark-submit: " + rote);
    }
    return isOlderThan(3, 5, spark) ? Optional.of("Spark " + spark + " is too old: " + rote) : Optional.empty();
  }

  /** Returns that this Spark is newer than those that were tested, in one line; empty if it is not. */
  public static Optional<String> untested() {
    return untested(version());
  }

  static Optional<String> untested(String spark) {
    return spark == null || isOlderThan(4, 3, spark) ? Optional.empty()
        : Optional.of("Spark " + spark + " is not among those that Rote was tested on: " + SUPPORTED);
  }

  /** What the launcher names is not asked again. */
  private static String version() {
    String named = System.getProperty(NAMED, "");
    return named.isEmpty() ? spark() : named;
  }

  private static boolean isOlderThan(int major, int minor, String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int first = Integer.parseInt(parts.group(1));
    return first < major || first == major && Integer.parseInt(parts.group(2)) < minor;
  }

  /** Returns the version of the Spark on the class path, which is not started; null without one. */
  private static String spark() {
    try {
      return package$.MODULE$.SPARK_VERSION();
    } catch (LinkageError e) {
      return null;
    }
  }

  public static String builtFor() {
    return "Spark " + ProgramJar.built("spark") + ", Scala " + ProgramJar.built("scala") + ", Java " + ProgramJar.built("java")
        + "; runs on " + SUPPORTED;
  }

  public static String runsOn() {
    int bits = KernelChoice.vectorBits();
    return "Spark " + spark() + ", Scala " + scala.util.Properties.versionNumberString() + ", Hadoop "
        + FileSystems.hadoopVersion() + ", Java " + System.getProperty("java.version") + ", "
        + (bits == 0 ? "no vectors" : "vectors of " + bits + " bits" + (isTrainedHere() ? KernelChoice.unused().orElse("") : ""));
  }

  /** The launcher gives vectors to the JVMs of commands that train. */
  private static boolean isTrainedHere() {
    return System.getProperty(NAMED) == null;
  }
}
