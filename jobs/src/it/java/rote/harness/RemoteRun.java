package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;
import rote.jobs.start.SparkStart;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.Segments;
import rote.store.Tables;
import rote.trial.TrialRecord;

/**
 * Runs the shipped jar, each time in its own JVM, with experiment file, data and output below one URI.
 *
 * @param root the URI of a folder
 * @param settings Spark's settings on the command line, for access to it
 * @param user the user that the file system sees
 * @param logs where the output of the runs goes
 */
public record RemoteRun(String root, Map<String, String> settings, String user, Path logs) {
  private static final String YAML = """
      name: remote
      data: {dataset: idx}
      trial: {epochs: 600, hidden: [96], cost: cross-entropy, learning-rate: 0.1}
      grid: {label-corruption: [0, 0.5, 1]}
      seeds: 8
      """;
  public static final int TRIALS = 24;
  private static final long MOST_SECONDS = 300;

  /** Writes the experiment file and the images below the root. */
  public void writeInput() throws IOException {
    write("remote.yaml", YAML.getBytes(StandardCharsets.UTF_8));
    write("data/train-images-idx3-ubyte", idx(0x803, 400, 8, 8));
    write("data/train-labels-idx1-ubyte", idx(0x801, 400));
    write("data/t10k-images-idx3-ubyte", idx(0x803, 50, 8, 8));
    write("data/t10k-labels-idx1-ubyte", idx(0x801, 50));
  }

  /** Writes a file below the root. */
  public void write(String name, byte[] content) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root + "/" + name);
    try (OutputStream out = path.getFileSystem(systems().hadoop()).create(path)) {
      out.write(content);
    }
  }

  private static byte[] idx(int magic, int... lengths) {
    int size = IntStream.of(lengths).reduce(1, (a, b) -> a * b);
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * lengths.length + size).putInt(magic);
    IntStream.of(lengths).forEach(file::putInt);
    for (int k = 0; k < size; k++) {
      file.put((byte) (lengths.length > 1 ? (k / 64 * 7919 + k * k) * 31 % 256 : k % 4));
    }
    return file.array();
  }

  /** Returns the file systems by these settings. */
  public FileSystems systems() {
    return new SparkStart(settings).fileSystems();
  }

  /** Runs undisturbed on one core, in this JVM, to a folder on this machine. */
  public Map<String, List<Object>> undisturbed() throws IOException {
    String file = root + "/remote.yaml";
    Map<String, String> spark = new HashMap<>(settings);
    spark.put("spark.master", "local[1]");
    SweepRequest request = Requests.of(file, ExperimentFile.read(file, List.of(), systems()).tree(),
        List.of(root + "/data"), logs.resolve("undisturbed").toString(), spark, false, false);
    return Bits.of(new SweepJob(request, System.err).run().records());
  }

  /** Starts a run; its log has the name of its output. */
  public Process start(String out) throws IOException {
    return start(out, out);
  }

  public Process start(String out, String log) throws IOException {
    List<String> command = new ArrayList<>(
        List.of(JarRun.JAVA, "@../conf/jvm.options", "-Dlog4j2.configurationFile=" + JarRun.LOGGING, "-Drote.strict=true"));
    command.addAll(JarRun.VECTORS);
    command.addAll(List.of("-cp", JarRun.JAR + ":" + Files.readString(JarRun.CLASS_PATH), "rote.cli.Main"));
    command.addAll(runCommand("remote.yaml", out));
    command.addAll(List.of("--master", "local[2]"));
    ProcessBuilder run = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(logs.resolve(log).toFile());
    run.environment().put("HADOOP_USER_NAME", user);
    return run.start();
  }

  /** Returns the arguments that run an experiment file below the root, a trial a task. */
  public List<String> runCommand(String file, String out) {
    List<String> command = new ArrayList<>(List.of("run", root + "/" + file, "--data", root + "/data", "--out", root + "/" + out,
        "--conf", "spark.rote.secondsPerTask=0"));
    settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    return command;
  }

  /** Waits for a run to end soon with an exit code. */
  public void awaitEnd(Process run, int code, String log) throws Exception {
    boolean ended = run.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    run.destroyForcibly();
    assertThat(ended).as("hangs: " + log(log)).isTrue();
    assertThat(run.exitValue()).as(log(log)).isEqualTo(code);
  }

  /**
   * Waits for the first segment that a run writes while it trains, some of the trials; a run that ends first is an error
   * of this test. It only looks for the name: until a file is read, a fast run is over.
   */
  public void awaitSegment(String out, Process run) throws Exception {
    org.apache.hadoop.fs.Path segments = new org.apache.hadoop.fs.Path(root + "/" + out, Output.SEGMENTS + "/[!.]*");
    FileSystem files = segments.getFileSystem(systems().hadoop());
    FileStatus[] found;
    do {
      assertThat(run.waitFor(10, TimeUnit.MILLISECONDS)).as("ended too early: " + log(out)).isFalse();
      found = files.globStatus(segments);
    } while (found == null || found.length == 0);
  }

  /** Returns the records in the segments. */
  public List<TrialRecord> recorded(String out) throws IOException {
    return Segments.readAll(output(out));
  }

  /** Kills a run, and demands that the same command completes it with every trial once and with these bits. */
  public void killAndGoOn(String out, Map<String, List<Object>> bits) throws Exception {
    Process killed = start(out);
    awaitSegment(out, killed);
    killed.destroyForcibly().waitFor();
    assertThat(output(out).isComplete()).isFalse();
    awaitEnd(start(out), 0, out);
    assertThat(log(out)).containsPattern(TRIALS + " trials planned, [1-9][0-9]* recorded, [1-9][0-9]* to train");
    assertComplete(out, bits);
  }

  /** Demands that an output is complete, whole, and has every trial once with these bits. */
  public void assertComplete(String out, Map<String, List<Object>> bits) throws IOException {
    List<TrialRecord> records = new Tables(output(out)).read();
    assertThat(output(out).isComplete()).isTrue();
    assertThat(records).hasSize(TRIALS).extracting(TrialRecord::trialId).doesNotHaveDuplicates();
    assertThat(Bits.of(records)).isEqualTo(bits);
    assertThat(Bits.of(recorded(out))).isEqualTo(bits);
    assertThat(Manifest.read(output(out)).files()).hasSizeGreaterThan(3);
    Verified.demand(root + "/" + out, root + "/data", settings);
  }

  public Output output(String out) {
    return Output.at(root + "/" + out, systems());
  }

  public String log(String out) throws IOException {
    return Files.readString(logs.resolve(out));
  }
}
