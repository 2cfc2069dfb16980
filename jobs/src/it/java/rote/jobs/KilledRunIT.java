package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Bits;
import rote.harness.JarRun;
import rote.harness.SparkCluster;
import rote.harness.Verified;
import rote.trial.TrialRecord;

/** Kills the shipped jar, in a JVM of its own, in the middle of a run. */
@Timeout(300)
@Tag("machines")
class KilledRunIT {
  private static final String YAML = """
      name: killed
      data: {training-examples: 1500}
      trial: {epochs: 80, hidden: [64], cost: cross-entropy, learning-rate: 0.1}
      grid: {label-corruption: [0, 0.5, 1]}
      seeds: 8
      """;

  @TempDir Path folder;

  @Test
  void theSameCommandEndsWithTheTablesOfAnUninterruptedRun() throws Exception {
    assertThat(start("whole").waitFor()).as(log("whole")).isEqualTo(0);
    Process killed = start("killed");
    awaitSegment("killed", killed);
    killed.destroyForcibly().waitFor();
    assertThat(folder.resolve("killed/_SUCCESS")).doesNotExist();
    assertThat(start("killed").waitFor()).as(log("killed")).isEqualTo(0);
    assertThat(log("killed")).containsPattern("24 trials planned, [1-9][0-9]* recorded, [1-9][0-9]* to train");
    assertThat(folder.resolve("killed/_SUCCESS")).exists();
    assertThat(ids("killed")).isEqualTo(ids("whole")).hasSize(24);
    assertThat(Bits.of(records("killed"))).isEqualTo(Bits.of(records("whole")));
    Verified.demand(folder.resolve("killed").toString(), "", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aSignalKeepsWhatHasFinishedSaysHowToGoOnAndEndsWithFour(String signal) throws Exception {
    Process stopped = start("stopped");
    awaitSegment("stopped", stopped);
    SparkCluster.signal(signal, stopped.toHandle());
    assertThat(stopped.waitFor()).as(log("stopped")).isEqualTo(4);
    assertThat(log("stopped")).contains("the same command continues");
    assertThat(folder.resolve("stopped/_SUCCESS")).doesNotExist();
    assertThat(segments("stopped")).isPositive();
  }

  private Process start(String out) throws IOException {
    return jar().start(out, JarRun.VECTORS, "--conf", "spark.rote.secondsPerTask=0");
  }

  private JarRun jar() {
    return new JarRun(folder, YAML);
  }

  /** Waits for the first segment of a run that still trains; a run that ends first fails this test. */
  private void awaitSegment(String out, Process run) throws Exception {
    while (segments(out) == 0) {
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as("ended before it was killed: " + log(out)).isFalse();
    }
  }

  private long segments(String out) throws IOException {
    Path segments = folder.resolve(out).resolve("segments");
    if (!Files.isDirectory(segments)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(segments)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
    }
  }

  private String log(String out) throws IOException {
    return jar().log(out);
  }

  private List<String> ids(String out) throws IOException {
    return records(out).stream().map(TrialRecord::trialId).toList();
  }

  private List<TrialRecord> records(String out) throws IOException {
    return jar().records(out);
  }
}
