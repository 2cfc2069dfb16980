package rote.jobs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import rote.data.FileSystems;
import rote.data.HadoopUser;
import rote.data.InputException;
import scala.Tuple2;

/**
 * The start of Spark: what the command line says stands above what {@code spark-submit} or the configuration file says,
 * and our own defaults below all.
 */
public final class SparkStart {
  /** With retries: a plain {@code local[*]} never runs a task twice. */
  private static final String LAPTOP = "local[*,4]";

  private static final String MASTERS =
      "local|local\\[(\\*|\\d+)(,\\d+)?\\]|local-cluster\\[\\d+,\\d+,\\d+\\]|spark://.+|yarn|k8s://.+";

  private SparkStart() {}

  /**
   * The file systems as Spark reaches them, without its start: by {@code spark.hadoop.*} in its settings, and by Hadoop's own
   * files.
   */
  public static FileSystems fileSystems(Map<String, String> settings) {
    Configuration hadoop = new Configuration();
    for (Tuple2<String, String> setting : asked(settings).getAllWithPrefix("spark.hadoop.")) {
      hadoop.set(setting._1(), setting._2());
    }
    return new FileSystems(hadoop);
  }

  static JavaSparkContext context(String name, Map<String, String> settings) {
    HadoopUser.ensure();
    return new JavaSparkContext(conf(name, settings));
  }

  /** @param settings of the command line */
  static SparkConf conf(String name, Map<String, String> settings) {
    SparkConf conf = asked(settings);
    conf.setIfMissing("spark.app.name", "rote " + name);
    conf.setIfMissing("spark.master", LAPTOP);
    conf.setIfMissing("spark.driver.maxResultSize", "0"); // counts up over the whole job, and results are all we fetch
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false"); // a second of every start
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    } else if (!conf.contains("spark.submit.deployMode")) { // no spark-submit has told executors where our classes are
      ProgramJar.path().ifPresent(jar -> conf.set("spark.jars", conf.contains("spark.jars")
          ? conf.get("spark.jars") + "," + jar : jar.toString()));
    }
    return conf;
  }

  /** What the user has set, wherever. */
  private static SparkConf asked(Map<String, String> settings) {
    Properties file = fileSettings();
    HostName.tellSpark(said("spark.master", settings, file, LAPTOP), said("spark.driver.host", settings, file, null));
    SparkConf conf = new SparkConf();
    settings.forEach(conf::set);
    file.forEach((key, value) -> conf.setIfMissing((String) key, (String) value));
    return conf;
  }

  /** One setting, before there is any configuration of Spark's. */
  private static String said(String key, Map<String, String> settings, Properties file, String otherwise) {
    return settings.getOrDefault(key, System.getProperty(key, file.getProperty(key, otherwise)));
  }

  /** Turns away a master that Spark could not read, before anything is written. */
  static void check(Map<String, String> settings) {
    String master = settings.getOrDefault("spark.master", LAPTOP);
    if (!master.matches(MASTERS)) {
      throw new InputException("--master " + master
          + ": must be local[N], local[N,ATTEMPTS], spark://HOST:PORT, yarn or k8s://URL");
    }
  }

  /** {@code conf/spark-defaults.conf}, which the launcher names; spark-submit brings its own. */
  private static Properties fileSettings() {
    Properties properties = new Properties();
    String file = System.getProperty("rote.spark-defaults");
    if (file == null) {
      return properties;
    }
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return properties;
  }
}
