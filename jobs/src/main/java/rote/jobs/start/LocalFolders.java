package rote.jobs.start;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.SparkConf;
import rote.files.InputException;

/** Checks that Spark can create its temporary folders: where it cannot, it exits. */
final class LocalFolders {
  private static final String VARIABLE = "SPARK_LOCAL_DIRS";

  private LocalFolders() {}

  /** @throws InputException if one of the folders has an empty name */
  static void demandNamed(SparkConf conf) {
    demandNamed(folders(conf), name(conf));
  }

  static void demandNamed(String folders, String name) {
    if (Arrays.stream(folders.split(",", -1)).anyMatch(String::isBlank)) {
      throw new InputException(name + " is \"" + folders + "\", which has an empty name in it; name a folder, or leave it out");
    }
  }

  /** @throws IOException if it can create none of them, with the first place and the reason */
  static void check(SparkConf conf) throws IOException {
    check(folders(conf), name(conf));
  }

  private static String folders(SparkConf conf) {
    String environment = System.getenv(VARIABLE); // overrides the setting
    return environment == null ? conf.get("spark.local.dir", System.getProperty("java.io.tmpdir")) : environment;
  }

  private static String name(SparkConf conf) {
    return System.getenv(VARIABLE) != null ? VARIABLE : conf.contains("spark.local.dir") ? "spark.local.dir" : "java.io.tmpdir";
  }

  /**
   * @param folders separated by commas
   * @param name of the setting that gives them
   */
  static void check(String folders, String name) throws IOException {
    IOException first = null;
    for (String folder : folders.split(",")) {
      try {
        Files.createDirectories(Path.of(folder));
        Files.delete(Files.createTempDirectory(Path.of(folder), "rote-check"));
        return;
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    String option = name.equals("java.io.tmpdir") ? "TMPDIR" : name;
    throw new IOException(name + " is " + folders + ", and Spark cannot make its temporary folders there (" + reason(first)
        + "); let " + option + " name a folder where you may write", first);
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
