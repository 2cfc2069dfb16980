package rote.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;

/**
 * The file systems that a location can name. A plain path is on this machine, whatever Hadoop's default; a URI is on any file
 * system that Hadoop supports.
 */
public final class FileSystems {
  private static final Map<String, String> ARTIFACTS = Map.of(
      "s3a", "hadoop-aws", "abfs", "hadoop-azure", "abfss", "hadoop-azure", "wasb", "hadoop-azure", "wasbs", "hadoop-azure");

  private final Supplier<Configuration> settings;
  private Configuration hadoop;

  public FileSystems() {
    this(Configuration::new);
  }

  /** @param hadoop Hadoop's settings, with Spark's if Spark runs */
  public FileSystems(Configuration hadoop) {
    this(() -> hadoop);
  }

  /** @param settings makes those of Hadoop when a URI is met: they take longer to read than most experiments, and a path needs none */
  public FileSystems(Supplier<Configuration> settings) {
    this.settings = settings;
  }

  /** Returns Hadoop's settings. */
  public synchronized Configuration hadoop() {
    if (hadoop == null) {
      hadoop = settings.get();
    }
    return hadoop;
  }

  public static String hadoopVersion() {
    return VersionInfo.getVersion();
  }

  /** @throws InputException if the path's file system is unknown or missing from the class path */
  public FileSystem of(Path path) {
    Schemes.refusal(path.toUri()).filter(any -> !isKnown(path.toUri().getScheme())).ifPresent(message -> {
      throw new InputException(message);
    });
    try {
      HadoopUser.ensure();
      return path.getFileSystem(hadoop());
    } catch (NoClassDefFoundError e) {
      throw missing(path, e);
    } catch (UnsupportedOperationException e) { // from Java 24 on, of subjects, which older Hadoops ask for
      if (Runtime.version().feature() < 24) {
        throw e;
      }
      throw new InputException(shown(path) + ": Hadoop " + VersionInfo.getVersion() + " does not run on Java "
          + Runtime.version().feature() + "; take Java 17 to 23, or Hadoop 3.4.3 or later; folders of this machine work", e);
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        throw missing(path, e);
      }
      throw new InputException(shown(path) + ": " + reason(path, e), e);
    }
  }

  private String reason(Path path, Exception e) {
    if ("hdfs".equals(path.toUri().getScheme()) && path.toUri().getHost() == null) {
      return "names no host, and Hadoop's settings name none (fs.defaultFS is " + hadoop().get("fs.defaultFS")
          + "); write hdfs://HOST:PORT/..., or set HADOOP_CONF_DIR to the folder of core-site.xml";
    }
    if (e.getCause() instanceof UnknownHostException) {
      return "no such host: " + path.toUri().getHost() + "; the name of a name service needs hdfs-site.xml in HADOOP_CONF_DIR";
    }
    return "no such file system: " + Secrets.hidden(String.valueOf(e.getMessage()));
  }

  /** Writes a path as a person does: with both slashes even if no host follows, and without a password. */
  static String shown(Path path) {
    boolean isHostless = path.toUri().getScheme() != null && path.toUri().getAuthority() == null;
    return Secrets.hiddenLocation(isHostless ? path.toString().replaceFirst(":/+", ":///") : path.toString());
  }

  private boolean isKnown(String scheme) {
    try {
      return FileSystem.getFileSystemClass(scheme, hadoop()) != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static InputException missing(Path path, Throwable cause) {
    String scheme = path.toUri().getScheme();
    String artifact = ARTIFACTS.get(scheme);
    String remedy = artifact == null
        ? "what brings " + cause.getMessage()
        : "org.apache.hadoop:" + artifact + ":" + VersionInfo.getVersion() + " and what it depends on";
    return new InputException(shown(path) + ": the class path has no file system for " + scheme + "://; add " + remedy
        + (scheme.equals("s3a") ? " (spark-submit --packages, or build with mvn -Ps3 package)" : ""), cause);
  }

  /** @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if there is no such file */
  public InputStream open(String location) throws IOException {
    if (Web.isAddress(location)) {
      return Web.ofThisMachine().open(Web.address(location));
    }
    Place place = Place.of(location);
    return place.local().isPresent() ? LocalFiles.open(place.local().get()) : of(place.hadoop()).open(place.hadoop());
  }
}
