package rote.jobs.start;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;

/** Checks that Spark can make its temporary folders: where it cannot, it ends the program. */
final class LocalFolders {
  private LocalFolders() {}

  /** @throws IOException if it could make none of them, with the first place and the reason */
  static void check(SparkConf conf) throws IOException {
    String environment = System.getenv("SPARK_LOCAL_DIRS"); // stands above the setting
    String setting = conf.get("spark.local.dir", System.getProperty("java.io.tmpdir"));
    String name = environment != null ? "SPARK_LOCAL_DIRS" : conf.contains("spark.local.dir") ? "spark.local.dir" : "java.io.tmpdir";
    check(environment != null ? environment : setting, name);
  }

  /**
   * Checks folders.
   *
   * @param folders with commas between them
   * @param name by which the user gives them
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
