package rote.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/**
 * YARN and HDFS on this machine, and a Spark that knows YARN. Their daemons are one process; application masters, executors
 * and drivers are processes of their own.
 */
public final class YarnCluster implements AutoCloseable {
  public static final String EXECUTOR = "YarnCoarseGrainedExecutorBackend";
  public static final String CLIENTS_MASTER = "ExecutorLauncher";
  public static final String CLUSTERS_MASTER = "org.apache.spark.deploy.yarn.ApplicationMaster";

  private static final String ADDRESS = "127.0.0.1";
  private static final String SMALL = "-XX:+UseSerialGC"; // and the compiler that makes vectors fast

  private final Path folder;
  private final SparkHome home;
  private final Process daemons;
  private final Queue<ProcessHandle> started = new ConcurrentLinkedQueue<>();
  private final Thread onExit = new Thread(this::killAll);
  private final YarnClient client = YarnClient.createYarnClient();
  private String fileSystem;
  private Path logs;

  private YarnCluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder).toRealPath();
    this.home = SparkHome.create(folder.resolve("spark"), defaults(folder.resolve("spark/jars")));
    Runtime.getRuntime().addShutdownHook(onExit);
    this.daemons = home.command(ADDRESS, folder.resolve("daemons.log"), List.of(JarRun.JAVA, "@" + Path.of("../conf/jvm.options")
        .toRealPath(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx700m", "-Dlog4j2.configurationFile=" + JarRun.LOGGING,
        "-cp", System.getProperty("java.class.path"), YarnDaemons.class.getName(), folder.toString()))
        .directory(folder.toFile()).start();
    started.add(daemons.toHandle());
  }

  private static Map<String, String> defaults(Path jars) {
    return Map.ofEntries(
        Map.entry("spark.master", "yarn"),
        Map.entry("spark.yarn.jars", "local:" + jars + "/*"),
        Map.entry("spark.driver.memory", "512m"),
        Map.entry("spark.driver.extraJavaOptions", SMALL),
        Map.entry("spark.executor.memory", "512m"),
        Map.entry("spark.executor.extraJavaOptions", SMALL),
        Map.entry("spark.executor.instances", "2"),
        Map.entry("spark.executor.heartbeatInterval", "1s"),
        Map.entry("spark.network.timeout", "8s"),
        Map.entry("spark.network.timeoutInterval", "2s"),
        Map.entry("spark.executorEnv.JAVA_HOME", System.getProperty("java.home")),
        Map.entry("spark.executorEnv.SPARK_LOCAL_IP", ADDRESS),
        Map.entry("spark.yarn.appMasterEnv.JAVA_HOME", System.getProperty("java.home")),
        Map.entry("spark.yarn.appMasterEnv.SPARK_LOCAL_IP", ADDRESS),
        Map.entry("spark.ui.enabled", "false"));
  }

  public static YarnCluster start(Path folder) throws Exception {
    YarnCluster cluster = new YarnCluster(folder);
    try {
      cluster.awaitDaemons();
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void awaitDaemons() throws Exception {
    Path conf = folder.resolve(YarnDaemons.CONF);
    while (!Files.exists(conf)) {
      if (daemons.waitFor(100, TimeUnit.MILLISECONDS)) { // the time limit of the test is the failure
        throw new AssertionError("YARN does not start: " + Files.readString(folder.resolve("daemons.log")));
      }
    }
    Configuration site = new Configuration(false);
    site.addResource(new org.apache.hadoop.fs.Path(conf.resolve("core-site.xml").toUri()));
    fileSystem = site.get("fs.defaultFS");
    Configuration yarn = new YarnConfiguration();
    yarn.addResource(new org.apache.hadoop.fs.Path(conf.resolve("yarn-site.xml").toUri()));
    client.init(yarn);
    client.start();
    try (Stream<Path> folders = Files.find(folder.resolve("target"), 8, (path, facts) -> path.toString().contains("-logDir-nm-"))) {
      logs = folders.findFirst().orElseThrow();
    }
  }

  /** Returns the URI of HDFS. */
  public String fileSystem() {
    return fileSystem;
  }

  /** Starts {@code bin/spark-submit} with our jar; the application has the name of its log. */
  public Process submit(Path log, List<String> sparkOptions, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(JarRun.INTERRUPTIBLE);
    command.addAll(List.of(home.folder() + "/bin/spark-submit", "--name", log.getFileName().toString(), "--class", "rote.cli.Main"));
    command.addAll(sparkOptions);
    command.add(JarRun.JAR.toString());
    command.addAll(arguments);
    ProcessBuilder builder = home.command(ADDRESS, log, command);
    builder.environment().put("HADOOP_CONF_DIR", folder.resolve(YarnDaemons.CONF).toString());
    Process process = builder.start();
    started.add(process.toHandle());
    return process;
  }

  /** Returns what YARN says of the newest application of a name, once it has ended. */
  public ApplicationReport ended(String name) throws Exception {
    while (true) {
      ApplicationReport report = newest(name);
      if (List.of(YarnApplicationState.FINISHED, YarnApplicationState.FAILED, YarnApplicationState.KILLED)
          .contains(report.getYarnApplicationState())) {
        return report;
      }
      TimeUnit.MILLISECONDS.sleep(100); // the time limit of the test is the failure
    }
  }

  public void kill(String name) throws Exception {
    client.killApplication(newest(name).getApplicationId());
  }

  private ApplicationReport newest(String name) throws Exception {
    return client.getApplications().stream().filter(report -> report.getName().equals(name))
        .max(Comparator.comparing(ApplicationReport::getApplicationId)).orElseThrow();
  }

  /** Returns how often YARN has started the newest application of a name. */
  public int attempts(String name) throws Exception {
    return client.getApplicationAttempts(newest(name).getApplicationId()).size();
  }

  /** Returns what all containers of the newest application of a name have written to standard error. */
  public String log(String name) throws Exception {
    try (Stream<Path> files = Files.find(logs.resolve(newest(name).getApplicationId().toString()), 2, (file, facts) -> file.endsWith("stderr"))) {
      return files.sorted().map(YarnCluster::read).collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the living Java machines in containers whose command names a class. */
  public List<ProcessHandle> containers(String type) {
    return daemons.descendants().filter(process -> process.info().command().orElse("").endsWith("/java")
        && process.info().commandLine().orElse("").contains(type)).toList();
  }

  private void killAll() {
    for (int round = 0; round < 3; round++) { // YARN may start another container meanwhile
      List<ProcessHandle> all = Stream.concat(started.stream().flatMap(p -> Stream.concat(p.descendants(), Stream.of(p))),
          ProcessHandle.allProcesses().filter(this::isOurs)).filter(ProcessHandle::isAlive).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join());
    }
  }

  /** Whether a process belongs to this cluster: its command line names our folder. Parents do not tell, for containers can lose theirs. */
  private boolean isOurs(ProcessHandle process) {
    return process.pid() != ProcessHandle.current().pid() && process.info().commandLine().orElse("").contains(folder + "/");
  }

  @Override
  public void close() throws IOException {
    client.stop();
    killAll();
    home.deleteJars();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }
}
