package rote.jobs.start;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.LoggerFactory;
import rote.files.FileSystems;
import rote.files.HadoopUser;
import rote.files.InputException;
import scala.Tuple2;

/**
 * Starts Spark. The command line overrides {@code spark-submit} and the configuration file, and these override our defaults.
 *
 * @param settings of the command line
 * @param isOurJvm whether Spark may be told a name of this machine, which it keeps as long as its JVM lives
 */
public record SparkStart(Map<String, String> settings, boolean isOurJvm) implements SparkAccess {
  /** With retries: plain {@code local[*]} never runs a task twice. */
  private static final String LAPTOP = "local[*,4]";

  private static final String FILE = "rote.spark-defaults";

  /** Marks a context as started here, so that no other call in this JVM takes it for somebody else's. */
  private static final String MARK = "spark.rote.started";

  /** A JVM has one context at a time: calls take turns. */
  private static final Semaphore TURN = new Semaphore(1, true);

  /** So that a laptop that slept does not lose its only executor. */
  private static final String NEVER = "3650d";

  /** In a JVM of our own. */
  public SparkStart(Map<String, String> settings) {
    this(settings, true);
  }

  /** Returns the file systems as Spark would reach them: by {@code spark.hadoop.*} and Hadoop's own files. */
  @Override
  public FileSystems fileSystems() {
    return new FileSystems(this::hadoop);
  }

  private Configuration hadoop() {
    Configuration hadoop = new Configuration();
    check(hadoop);
    for (Tuple2<String, String> setting : asked().getAllWithPrefix("spark.hadoop.")) {
      hadoop.set(setting._1(), setting._2());
    }
    return hadoop;
  }

  /** Hadoop reads its files at the first question. */
  private static void check(Configuration hadoop) {
    try {
      hadoop.get("fs.defaultFS");
    } catch (RuntimeException e) {
      throw new InputException("Hadoop's settings (HADOOP_CONF_DIR) cannot be read: "
          + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
    }
  }

  @Override
  public void prepare() {
    HostName.check(System.getenv()); // here, for it may refuse
    LoggerFactory.getLogger(SparkStart.class); // begins the log: while one thread does, what another says is lost
    Thread thread = new Thread(() -> {
      try {
        conf(""); // first: sets the host name, which Spark's classes look up when loaded
        hadoop();
        HadoopUser.ensure();
        ManagementFactory.getPlatformMBeanServer(); // where Spark offers what it counts
        ProgramJar.digest();
      } catch (RuntimeException | LinkageError e) {
        // Spark's start meets it again, and says so.
      }
    }, "rote-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public RunningSpark open(String name) throws IOException {
    HadoopUser.ensure();
    SparkConf conf = conf(name);
    String master = conf.get("spark.master");
    Heap.checkForSpark();
    if (master.startsWith(StandaloneMaster.SCHEME)) {
      StandaloneMaster.check(master);
    }
    if (!isSubmitted()) {
      LocalFolders.check(conf);
    }
    awaitTurn();
    try {
      JavaSparkContext spark = Interruption.startingSpark(() -> start(conf)); // a half-started Spark leaves files behind
      return new RunningSpark(spark, Map.of(), Optional.of(() -> end(spark)));
    } catch (Exception e) { // Scala declares none
      TURN.release();
      throw StartFailure.of(e);
    } catch (Error e) {
      TURN.release();
      throw e;
    }
  }

  private static void awaitTurn() throws InterruptedIOException {
    try {
      TURN.acquire();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while another call used Spark");
    }
  }

  private static void end(JavaSparkContext spark) {
    try {
      spark.close();
    } finally {
      TURN.release();
    }
  }

  static boolean hasStarted(SparkContext spark) {
    return spark.conf().contains(MARK);
  }

  private static JavaSparkContext start(SparkConf conf) {
    JavaSparkContext spark = new JavaSparkContext(conf.set(MARK, "yes"));
    YarnDriver.hasStartedSpark();
    try {
      spark.broadcast(NEVER).destroy(); // makes Spark read its last settings now
      return spark;
    } catch (RuntimeException e) {
      spark.close();
      throw e;
    }
  }

  public static boolean isSubmitted() {
    return System.getProperty("spark.submit.deployMode") != null;
  }

  /** Whether trials are trained in this JVM, which has the context too. */
  static boolean trainsHere() {
    SparkEnv here = SparkEnv.get(); // the driver's or an executor's
    return here != null && SparkSettings.isLocal(here.conf().get("spark.master", ""));
  }

  SparkConf conf(String name) {
    SparkConf conf = asked();
    conf.setIfMissing("spark.app.name", "rote " + name);
    conf.setIfMissing("spark.master", LAPTOP);
    conf.setIfMissing("spark.driver.maxResultSize", "0"); // Spark adds up all results of a job
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false"); // saves a second
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    } else if (!conf.contains("spark.submit.deployMode")) { // executors do not know our classes
      ProgramJar.path().ifPresent(jar -> conf.set("spark.jars", conf.contains("spark.jars")
          ? conf.get("spark.jars") + "," + jar : jar.toString()));
    }
    if (SparkSettings.isLocal(conf.get("spark.master"))) {
      conf.setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", NEVER);
      conf.setIfMissing("spark.executor.heartbeatInterval", "2s"); // by which tasks tell how far they are
      conf.setIfMissing("spark.io.compression.codec", "lzf"); // pure Java: a kill leaves no unpacked native code behind
    }
    return conf;
  }

  /** Collects what the user has set, wherever. */
  private SparkConf asked() {
    Map<String, String> file = fileSettings();
    HostName.check(System.getenv());
    if (isOurJvm) {
      HostName.tellSpark(said("spark.master", file, LAPTOP), said("spark.driver.host", file, null));
    }
    SparkConf conf = new SparkConf();
    settings.forEach(conf::set);
    file.forEach(conf::setIfMissing);
    return conf;
  }

  /** Looks up one setting without Spark's classes. */
  private String said(String key, Map<String, String> file, String otherwise) {
    return settings.getOrDefault(key, System.getProperty(key, file.getOrDefault(key, otherwise)));
  }

  /** Refuses settings with which Spark could not start, before anything is written. */
  @Override
  public void check() {
    Map<String, String> file = fileSettings();
    if (isPlain(file)) {
      return; // Spark's classes, which know all settings, take a second to load
    }
    hadoop();
    SparkConf conf = conf(""); // first: sets the host name, which Spark's classes look up when loaded
    new SparkSettings(conf, settings, file, System.getProperty(FILE)).check();
    if (!isSubmitted()) {
      LocalFolders.demandNamed(conf);
    }
  }

  /** Whether nobody has set anything but what is right at a glance. */
  private boolean isPlain(Map<String, String> file) {
    return settings.isEmpty() && file.entrySet().stream().allMatch(setting -> switch (setting.getKey()) {
      case "spark.master" -> SparkSettings.isLocal(setting.getValue());
      case "spark.ui.enabled" -> setting.getValue().matches("true|false");
      default -> false;
    }) && System.getProperties().stringPropertyNames().stream().noneMatch(name -> name.startsWith("spark."))
        && System.getenv().keySet().stream().noneMatch(name -> name.matches("(SPARK|HADOOP|YARN)_.*") && !name.equals("SPARK_HOME"));
  }

  /** Reads {@code conf/spark-defaults.conf}, which the launcher names; spark-submit has its own. */
  private static Map<String, String> fileSettings() {
    String file = System.getProperty(FILE);
    if (file == null) {
      return Map.of();
    }
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
