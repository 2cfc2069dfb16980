package rote.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A standalone Spark cluster on the loopback interface: a master, and a worker of two cores on each of two addresses. Master,
 * workers, drivers and executors are processes of their own.
 */
public final class SparkCluster implements AutoCloseable {
  public static final String FIRST = "127.0.0.1";
  public static final String SECOND = "127.0.0.2";

  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final Map<String, String> DEFAULTS = Map.of(
      "spark.driver.memory", "512m",
      "spark.driver.extraJavaOptions", String.join(" ", QUICK_START),
      "spark.executor.memory", "512m",
      "spark.executor.extraJavaOptions", String.join(" ", QUICK_START),
      "spark.executor.cores", "1",
      "spark.cores.max", "2", // one executor on each address
      "spark.executor.heartbeatInterval", "1s",
      "spark.network.timeout", "8s",
      "spark.network.timeoutInterval", "2s",
      "spark.ui.enabled", "false");

  private final Path folder;
  private final SparkHome home;
  private final Map<String, Process> workers = new LinkedHashMap<>();
  private final Queue<ProcessHandle> started = new ConcurrentLinkedQueue<>();
  private final Thread onExit = new Thread(this::killAll);
  private Process master;
  private int port;
  private int webPort;

  private SparkCluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.home = SparkHome.create(folder.resolve("spark"), DEFAULTS);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  public static SparkCluster start(Path folder) throws Exception {
    SparkCluster cluster = new SparkCluster(folder);
    cluster.mend();
    return cluster;
  }

  /**
   * Starts dead workers, or everything if the master is dead; kills executors that are left from earlier runs, as stopped ones
   * are; and waits until the master knows both workers.
   */
  public void mend() throws Exception {
    if (master == null || !master.isAlive()) {
      killAll();
      port = freePort();
      webPort = freePort();
      master = daemon(FIRST, "master", "--port", String.valueOf(port), "--webui-port", String.valueOf(webPort));
    }
    for (String address : List.of(FIRST, SECOND)) {
      if (!workers.containsKey(address) || !workers.get(address).isAlive()) {
        workers.put(address, daemon(address, "worker", "--cores", "2", "--memory", "2g", "--port", "0", "--webui-port", "0",
            "--work-dir", work(address).toString(), url()));
      }
    }
    workers.keySet().forEach(address -> executors(address).forEach(ProcessHandle::destroyForcibly));
    while (!state().contains("\"aliveworkers\" : 2") || !executors(FIRST).isEmpty() || !executors(SECOND).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(100); // the time limit of the test is the failure
    }
  }

  private Process daemon(String address, String name, String... arguments) throws IOException {
    String type = "org.apache.spark.deploy." + name + "." + name.substring(0, 1).toUpperCase() + name.substring(1);
    List<String> command = new ArrayList<>(List.of(JarRun.JAVA, "@../conf/jvm.options"));
    command.addAll(QUICK_START);
    command.addAll(List.of("-Xmx256m", "-Dspark.worker.timeout=8", "-Dspark.master.rest.enabled=false",
        "-cp", home.folder() + "/conf:" + home.folder() + "/jars/*", type, "--host", address));
    command.addAll(List.of(arguments));
    return run(address, folder.resolve(name + "-" + address + ".log"), command);
  }

  private Process run(String address, Path log, List<String> command) throws IOException {
    Process process = home.command(address, log, command).start();
    started.add(process.toHandle());
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(FIRST))) {
      return socket.getLocalPort();
    }
  }

  /** Returns the master's description of itself; empty until it listens. */
  private String state() throws InterruptedException {
    try {
      URI page = URI.create("http://" + FIRST + ":" + webPort + "/json/");
      return HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  public String url() {
    return "spark://" + FIRST + ":" + port;
  }

  /** Prepares {@code bin/spark-submit} with our jar. */
  public Process submit(Path log, List<String> sparkOptions, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(JarRun.INTERRUPTIBLE);
    command.addAll(List.of(home.folder() + "/bin/spark-submit", "--master", url(), "--class", "rote.cli.Main"));
    command.addAll(sparkOptions);
    command.add(JarRun.JAR.toString());
    command.addAll(arguments);
    return run(FIRST, log, command);
  }

  public Process master() {
    return master;
  }

  public Process worker(String address) {
    return workers.get(address);
  }

  /** Returns the living executors of a worker. */
  public List<ProcessHandle> executors(String address) {
    return workers.get(address).children()
        .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")).toList();
  }

  /** Waits until the worker's newest executor has begun its first trial. */
  public void awaitTraining(String address, Process driver) throws Exception {
    while (!lastExecutorsLog(address).contains("kernels: ")) {
      if (driver.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the driver ended before the executor on " + address + " began");
      }
    }
  }

  private String lastExecutorsLog(String address) throws IOException {
    try (Stream<Path> files = Files.find(work(address), 3, (file, facts) -> file.endsWith("stderr"))) {
      Optional<Path> last = files.max(Comparator.comparing(Path::toString));
      return executors(address).isEmpty() || last.isEmpty() ? "" : Files.readString(last.get());
    }
  }

  private Path work(String address) {
    return folder.resolve("work-" + address);
  }

  /** Returns the driver that runs on one of the workers. */
  public ProcessHandle driver() {
    return workers.values().stream().flatMap(Process::children)
        .filter(child -> child.info().commandLine().orElse("").contains("DriverWrapper")).findFirst().orElseThrow();
  }

  public static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  private void killAll() {
    List<ProcessHandle> all = started.stream().flatMap(p -> Stream.concat(p.descendants(), Stream.of(p))).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    started.clear();
    workers.clear();
  }

  @Override
  public void close() throws IOException {
    killAll();
    home.deleteJars();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }
}
