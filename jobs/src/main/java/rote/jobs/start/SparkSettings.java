package rote.jobs.start;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.Network$;
import org.apache.spark.internal.config.UI$;
import org.apache.spark.internal.config.package$;
import org.apache.spark.scheduler.ExternalClusterManager;
import rote.files.InputException;
import rote.network.Network;
import scala.Tuple2;

/** Checks Spark's settings before anything is written: names, values, the master, and settings that would have no effect. */
public final class SparkSettings {
  private static final String MASTER = "spark.master";
  private static final String OURS = "spark.rote.";
  public static final String SECONDS_PER_TASK = OURS + "secondsPerTask";

  private static final String LOCAL = "local|local\\[\\s*(\\*|[1-9]\\d{0,3})(\\s*,\\s*[1-9]\\d{0,3})?\\s*\\]";
  private static final String STANDALONE =
      "local-cluster\\[\\s*[1-9]\\d*\\s*,\\s*[1-9]\\d*\\s*,\\s*[1-9]\\d*\\s*\\]|spark://[^,/\\s]+:\\d{1,5}(,[^,/\\s]+:\\d{1,5})*";
  private static final String MANAGED = "yarn|k8s://.+";

  /** Read when a JVM starts: too late for a running one. */
  private static final List<String> OF_THE_START = List.of("spark.driver.memory", "spark.driver.memoryOverhead",
      "spark.driver.cores", "spark.driver.extraJavaOptions", "spark.driver.defaultJavaOptions", "spark.driver.extraClassPath",
      "spark.driver.extraLibraryPath", "spark.submit.deployMode");

  private static final List<String> OF_EXECUTORS = List.of("spark.executor.memory", "spark.executor.memoryOverhead",
      "spark.executor.cores", "spark.executor.instances", "spark.cores.max", "spark.executor.extraJavaOptions",
      "spark.executor.defaultJavaOptions", "spark.executor.extraClassPath", "spark.executor.extraLibraryPath");

  /** Loading this registers Spark's settings. */
  private static final class Known {
    static final List<Object> ENTRIES = List.of(package$.MODULE$, Network$.MODULE$, UI$.MODULE$);
  }

  private final SparkConf conf;
  private final Map<String, String> typed;
  private final Map<String, String> file;
  private final String fileName;

  /**
   * @param conf all settings together
   * @param typed those of the command line
   * @param file those of a file
   */
  SparkSettings(SparkConf conf, Map<String, String> typed, Map<String, String> file, String fileName) {
    this.conf = conf;
    this.typed = typed;
    this.file = file;
    this.fileName = fileName;
  }

  /** @throws InputException if one is wrong, with where it is and what would be right */
  void check() {
    checkMaster();
    checkNames();
    for (String key : typed.keySet()) {
      if (OF_EXECUTORS.contains(key) && isLocal(conf.get(MASTER))) {
        throw wrong(key, "has no effect, for --master " + conf.get(MASTER) + " trains in this JVM; " + remedy(key));
      }
    }
    for (Tuple2<String, String> setting : conf.getAll()) {
      checkValue(setting._1(), setting._2());
    }
  }

  /** Checks what can be asked of a Spark that runs already: the names of settings, and the values of ours. */
  void checkNames() {
    for (String key : typed.keySet()) {
      if (!key.startsWith("spark.")) {
        throw wrong(key, "no setting of Spark, whose names begin with spark.");
      }
      if (isOurs(key)) {
        checkOurs(key, conf.get(key));
      }
    }
  }

  static boolean isOurs(String key) {
    return key.startsWith(OURS);
  }

  static boolean isLocal(String master) {
    return master.matches(LOCAL);
  }

  private void checkMaster() {
    String master = conf.get(MASTER);
    if (master.matches(MANAGED) && !hasManager(master)) {
      throw new InputException(place(MASTER) + ": YARN and Kubernetes are reached by Spark's own start: spark-submit --master "
          + master + " --class rote.cli.Main jobs/target/rote.jar run …");
    }
    if (!master.matches(LOCAL + "|" + STANDALONE + "|" + MANAGED)) {
      throw new InputException(place(MASTER) + ": must be local[N] or local[N,ATTEMPTS] with N from 1, or *, or spark://HOST:PORT;"
          + " YARN and Kubernetes are reached by spark-submit");
    }
  }

  private static boolean hasManager(String master) {
    return ServiceLoader.load(ExternalClusterManager.class).stream().anyMatch(manager -> manager.get().canCreate(master));
  }

  private void checkValue(String key, String value) {
    if (OF_THE_START.contains(key) && (typed.containsKey(key) || file.containsKey(key))) {
      throw wrong(key, "comes too late for a JVM that runs already; " + remedy(key));
    }
    if (key.endsWith("JavaOptions")) {
      JvmOptions.check(Arrays.asList(value.split("\\s+")), place(key));
    }
    if (isOurs(key)) {
      checkOurs(key, value);
    }
    ConfigEntry<?> known = Known.ENTRIES.isEmpty() ? null : ConfigEntry.findEntry(key);
    if (known != null) {
      checkType(known, value);
    }
  }

  private void checkType(ConfigEntry<?> known, String value) {
    try {
      known.valueConverter().apply(value);
    } catch (RuntimeException e) {
      throw wrong(known.key(), StartFailure.line(String.valueOf(e.getMessage())));
    }
  }

  private void checkOurs(String key, String value) {
    if (!key.equals(SECONDS_PER_TASK)) {
      throw wrong(key, "unknown setting; Rote has only " + SECONDS_PER_TASK);
    }
    if (!value.matches("[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?") || Double.isInfinite(Double.parseDouble(value))) {
      throw wrong(key, "must be a number of seconds, 0 or more");
    }
  }

  private String remedy(String key) {
    if (key.endsWith(".memory")) {
      String size = conf.get(key);
      return SparkStart.isSubmitted() ? "spark-submit --driver-memory " + size + " gives it more memory"
          : "ROTE_JAVA_OPTIONS=-Xmx" + size + " gives it more memory";
    }
    if (key.endsWith("JavaOptions") && !SparkStart.isSubmitted()) {
      return "options of the JVM are given by ROTE_JAVA_OPTIONS";
    }
    return SparkStart.isSubmitted() ? "give it to spark-submit" : "leave it out";
  }

  private InputException wrong(String key, String reason) {
    return new InputException(place(key) + ": " + reason);
  }

  /** Says where a setting is, as its user wrote it. */
  private String place(String key) {
    String value = conf.get(key);
    if (typed.containsKey(key)) {
      return typed(key, value);
    }
    return (file.containsKey(key) ? fileName : "spark-submit") + ": " + key + " " + value;
  }

  /** Returns a setting as the command line has it. */
  static String typed(String key, String value) {
    return key.equals(MASTER) ? "--master " + value : "--conf " + key + "=" + value;
  }
}
