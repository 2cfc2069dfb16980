package rote.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;

/**
 * The file systems that a location may name: a plain path is one on this machine, whatever Hadoop's default; a URI is on
 * any file system that Hadoop reaches.
 *
 * @param hadoop how they are reached, with Spark's settings where there is Spark
 */
public record FileSystems(Configuration hadoop) {
  /** What brings the file systems that a user will name and that Hadoop's client does not hold. */
  private static final Map<String, String> ARTIFACTS = Map.of(
      "s3a", "hadoop-aws", "abfs", "hadoop-azure", "abfss", "hadoop-azure", "wasb", "hadoop-azure", "wasbs", "hadoop-azure");

  /** As Hadoop's own settings alone say. */
  public FileSystems() {
    this(new Configuration());
  }

  /** Whether a location is a URI; a drive letter is no scheme. */
  public static boolean isUri(String location) {
    return location.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
  }

  /** @throws InputException if the location is neither a path nor a URI */
  public static Path path(String location) {
    try {
      return isUri(location) ? new Path(location) : new Path(java.nio.file.Path.of(location).toUri());
    } catch (IllegalArgumentException e) {
      throw new InputException("\"" + location + "\" is neither a path nor a URI: " + e.getMessage(), e);
    }
  }

  /**
   * The file system on which a path lies.
   *
   * @throws InputException if it cannot be had
   */
  public FileSystem of(Path path) {
    try {
      return path.getFileSystem(hadoop);
    } catch (NoClassDefFoundError e) {
      throw missing(path, e);
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        throw missing(path, e);
      }
      throw new InputException(path + ": no such file system: " + e.getMessage(), e);
    }
  }

  private static InputException missing(Path path, Throwable cause) {
    String scheme = path.toUri().getScheme();
    String artifact = ARTIFACTS.get(scheme);
    String remedy = artifact == null
        ? "what brings " + cause.getMessage()
        : "org.apache.hadoop:" + artifact + ":" + VersionInfo.getVersion() + " and what it depends on";
    return new InputException(path + ": the class path has no file system for " + scheme + "://; add " + remedy
        + (scheme.equals("s3a") ? " (spark-submit --packages, or build with mvn -Ps3 package)" : ""), cause);
  }

  /** @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if there is no such file */
  public InputStream open(String location) throws IOException {
    Path path = path(location);
    return isUri(location) ? of(path).open(path) : Files.newInputStream(java.nio.file.Path.of(location));
  }
}
