package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.harness.NumpyFiles;
import rote.harness.Program;
import rote.harness.Tool;

/** A run that cannot finish for lack of memory, folders, network or by wrong settings ends in one line and an exit code by cause. */
@Timeout(300)
@Tag("machines")
class EndsByCauseIT {
  @TempDir Path folder;
  private String file;

  @BeforeEach
  void writeTheExperiment() throws IOException {
    file = Program.tiny(folder).toString();
  }

  @Test
  void aHeapTooSmallForSparkNamesTheOptionThatHelps() throws Exception {
    Program.in(folder).options("-Xmx400m").run("run", file, "--out", "o").demandComplaint(1, "ROTE_JAVA_OPTIONS=-Xmx600m");
  }

  @Test
  void memoryThatRunsOutInAPlanNamesTheOptionThatHelps() throws Exception {
    Path many = Files.writeString(folder.resolve("many.yaml"), "name: many\nseeds: 1000000\n");
    Program.in(folder).options("-Xmx150m", "-XX:+UseSerialGC").run("plan", many.toString())
        .demandComplaint(1, "ROTE_JAVA_OPTIONS=-Xmx");
  }

  @Test
  void filesThatUnpackToMoreThanTheHeapAreBadInput() throws Exception {
    NumpyFiles.write("bombs.py", folder);
    Program small = Program.in(folder).options("-Xmx128m");
    for (String bomb : List.of("images.npz", "several.npz", "singles", "features.npz")) {
      small.run("describe", bomb).demandComplaint(2, "bytes that there is memory for");
    }
  }

  @Test
  void anOptionThatEndsTheProgramWithThreeIsRefused() throws Exception {
    Program.in(folder).options("-XX:+ExitOnOutOfMemoryError").run("plan", file)
        .demandComplaint(2, "-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void whatCannotBePrintedIsAnError() throws Exception {
    Tool.demand(List.of("test", "-c", "/dev/full"));
    Program.in(folder).behind("sh", "-c", "exec \"$@\" >/dev/full", "sh").run("plan", file)
        .demandComplaint(1, "standard output cannot be written, and its text is lost: No space left on device");
    Program.in(folder).behind("sh", "-c", "exec \"$@\" >&-", "sh").run("plan", file)
        .demandComplaint(1, "standard output cannot be written");
  }

  @Test
  void whereNothingIsTrainedAnInterruptionPromisesNothing() throws Exception {
    Program.Ended ended = Program.in(folder).behind("sh", "-c", "sleep 16 | timeout --preserve-status -s TERM 15 \"$@\"", "sh")
        .run("describe", "/dev/stdin", "--label", "y");
    assertThat(ended.code()).as(ended.err()).isEqualTo(4);
    assertThat(ended.err()).endsWith("\ninterrupted\n");
  }

  @Test
  void settingsOfTheEnvironmentThatSparkCannotUseAreNamed() throws Exception {
    Program.in(folder).with("SPARK_LOCAL_IP", "300.1.1.1").run("plan", file)
        .demandComplaint(2, "SPARK_LOCAL_IP is 300.1.1.1, which is neither an address nor a known host");
    Program.in(folder).with("SPARK_LOCAL_DIRS", "").run("run", file, "--out", "o")
        .demandComplaint(2, "SPARK_LOCAL_DIRS is \"\", which has an empty name in it");
    assertThat(folder.resolve("o")).doesNotExist();
  }

  @Test
  void foldersThatSparkCannotMakeAreNamedBeforeItEndsTheProgram() throws Exception {
    Program.in(folder).with("SPARK_LOCAL_DIRS", "/proc/nope").run("run", file, "--out", "o")
        .demandComplaint(1, "SPARK_LOCAL_DIRS is /proc/nope");
    Program.in(folder).options("-Djava.io.tmpdir=/proc").run("run", file, "--out", "o")
        .demandComplaint(1, "java.io.tmpdir is /proc");
    assertThat(Program.in(folder).options("-Djava.io.tmpdir=/proc").run("plan", file).code()).isZero();
  }

  @Test
  void whereSparkEndsTheProgramTheCodeIsOneAndALineSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Program.Ended ended = Program.in(folder).run("run", file, "--out", "o", "--conf", "spark.ui.enabled=true", "--conf",
          "spark.ui.port=" + taken.getLocalPort(), "--conf", "spark.port.maxRetries=0");
      ended.demandComplaint(1, "Spark has ended the program; its messages above say why");
      assertThat(ended.err()).contains("Failed to bind SparkUI").doesNotContain("interrupted");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "spark.driver.bindAddress, 203.0.113.7, 1, Cannot assign requested address",
      "spark.plugins,            no.Such,     2, no.Such",
      "spark.io.compression.codec, none,      2, spark.io.compression.codec",
      "spark.network.timeout,    1s,          2, spark.network.timeout=1000ms must be greater",
  })
  void whatSparkThrowsAtItsStartIsALine(String key, String value, int code, String reason) {
    Program.here("run", file, "--out", folder.resolve("o").toString(), "--conf", key + "=" + value)
        .demandComplaint(code, reason);
  }

  @Test
  void aMasterThatDoesNotAnswerIsNamedAtOnce() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Program.here("run", file, "--out", folder.resolve("o").toString(), "--master", "spark://127.0.0.1:" + closed)
        .demandComplaint(1, "--master spark://127.0.0.1:" + closed + ": no master answers there (Connection refused)");
  }

  @Test
  void settingsAreCheckedBeforeAnythingIsWritten() {
    String out = folder.resolve("o").toString();
    Program.here("run", file, "--out", out, "--master", "yarn").demandComplaint(2, "spark-submit --master yarn");
    Program.here("plan", file, "--out", out, "--conf", "spark.master=local[0]").demandComplaint(2, "--master local[0]");
    Program.here("run", file, "--out", out, "--conf", "spark.driver.memory=8g").demandComplaint(2, "ROTE_JAVA_OPTIONS=-Xmx8g");
    Program.here("run", file, "--out", out, "--conf", "spark.x").demandComplaint(2, "spark.x");
    assertThat(folder.resolve("o")).doesNotExist();
  }
}
