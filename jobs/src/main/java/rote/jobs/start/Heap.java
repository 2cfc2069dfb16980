package rote.jobs.start;

import java.io.IOException;
import java.util.Locale;

/** The heap of this JVM: whether it is large enough, and which option makes it larger. */
public final class Heap {
  private static final long MIN_FOR_SPARK = 450L << 20; // Spark sets 300 MiB aside, and wants half as much again
  private static final long MIN_ADVISED = 600L << 20;
  private static final long MEBIBYTE = 1 << 20;

  private Heap() {}

  /** @throws IOException if Spark would refuse to start in this heap */
  static void checkForSpark() throws IOException {
    long heap = Runtime.getRuntime().maxMemory();
    if (heap < MIN_FOR_SPARK) {
      throw new IOException("Spark needs a heap of " + mebibytes(MIN_FOR_SPARK) + ", and this JVM has " + mebibytes(heap)
          + "; " + option(MIN_ADVISED) + " gives enough");
    }
  }

  /**
   * Describes an out-of-memory error, with the remedy; null for other errors.
   *
   * @param failure may be the error's wrapper; of a task's error Spark keeps only the text
   */
  public static String outOfMemory(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return line(String.valueOf(cause.getMessage()));
      }
      if (String.valueOf(cause.getMessage()).contains("java.lang.OutOfMemoryError")) {
        return "a task ran out of memory; " + forTrials(2 * Runtime.getRuntime().maxMemory());
      }
    }
    return null;
  }

  private static String line(String message) {
    String kind = message.toLowerCase(Locale.ROOT);
    if (kind.contains("thread")) {
      return "out of memory: " + message + "; the system's limit of processes (ulimit -u) is too low";
    }
    if (kind.contains("direct")) {
      return "out of memory: " + message + "; " + javaOption("-XX:MaxDirectMemorySize=1g") + " gives more";
    }
    if (kind.contains("metaspace") || kind.contains("class space")) {
      return "out of memory: " + message + "; " + javaOption("-XX:MaxMetaspaceSize=512m") + " gives more";
    }
    long heap = Runtime.getRuntime().maxMemory();
    return "out of memory: " + message + "; the heap has " + mebibytes(heap) + ", and " + option(2 * heap)
        + " doubles it; fewer trials need less";
  }

  static String fatal() {
    return "most often the memory is used up: the heap has " + mebibytes(Runtime.getRuntime().maxMemory()) + ", and "
        + option(2 * Runtime.getRuntime().maxMemory()) + " doubles it";
  }

  /** Says how to give trials a heap of so many bytes. */
  public static String forTrials(long bytes) {
    return SparkStart.trainsHere() ? option(bytes) + " gives more" : "give executors more by spark.executor.memory";
  }

  /** Says how to give this JVM a heap of so many bytes. */
  static String option(long bytes) {
    String size = (bytes + MEBIBYTE - 1) / MEBIBYTE + "m";
    return SparkStart.isSubmitted() ? "spark-submit --driver-memory " + size : javaOption("-Xmx" + size);
  }

  private static String javaOption(String option) {
    return SparkStart.isSubmitted() ? "spark-submit --driver-java-options " + option : "ROTE_JAVA_OPTIONS=" + option;
  }

  private static String mebibytes(long bytes) {
    return bytes / MEBIBYTE + " MiB";
  }
}
