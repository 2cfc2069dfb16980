package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.TrainingRun;

/** Commands on an output show what is finished while a run goes on or after a kill, and who trained it. */
@Timeout(600)
@Tag("machines")
class UnfinishedIT {
  private static final String YAML = """
      name: slow
      data: {training-examples: 1000}
      trial: {hidden: [200], epochs: %d}
      grid: {learning-rate: [0.1, 0.3]}
      seeds: 6
      """;

  @TempDir Path folder;
  private Path out;

  @Test
  void isShownReportedComparedVerifiedAndResumed() throws Exception {
    out = folder.resolve("out");
    Path file = Files.writeString(folder.resolve("slow.yaml"), YAML.formatted(60));
    Process run = Program.in(folder).builder("run", file.toString(), "--out", out.toString(), "--master", "local[1]",
        "--conf", "spark.rote.secondsPerTask=0").redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    try {
      waitForASegment(run);
      assertLooksWork();
      assertThat(run.isAlive()).as("the run ended too early for this test").isTrue();
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertLooksWork();
    Program.Ended verified = Program.here("verify", out.toString(), "--sample", "0");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("not finished (no _SUCCESS)");
    assertItContinuesAndNamesBothRuns(file);
    assertOthersAreCountedAndComeBack(file);
  }

  private void waitForASegment(Process run) throws IOException, InterruptedException {
    while (!Files.exists(out.resolve(Output.SEGMENTS)) || Program.files(out.resolve(Output.SEGMENTS)).stream()
        .noneMatch(name -> !name.startsWith(".") && name.endsWith(".parquet"))) {
      assertThat(run.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
      Thread.sleep(100);
    }
  }

  private void assertLooksWork() throws IOException {
    Program.Ended shown = Program.here("show", out.toString());
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out()).containsPattern("12 trials on pen-digits.* [0-9]+ completed, [0-9]+ to do");
    Program.Ended report = Program.here("report", out.toString());
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(Files.readString(out.resolve(Output.REPORT))).contains(" to do");
    assertThat(out.resolve(Output.SUCCESS)).doesNotExist();
  }

  private void assertItContinuesAndNamesBothRuns(Path file) throws IOException {
    Program.Ended ended = Program.here("run", file.toString(), "--out", out.toString(), "--master", "local[2]");
    assertThat(ended.code()).isZero();
    List<TrainingRun> runs = Manifest.read(Output.at(out.toString())).runs();
    assertThat(runs).hasSize(2).allSatisfy(run -> assertThat(run.kernels()).isNotNull());
    assertThat(runs.stream().mapToInt(TrainingRun::trials).sum()).isEqualTo(12);
    assertThat(Files.readString(out.resolve(Output.REPORT))).contains("trained by run 1 of 2", "trained in 2 runs, ");
    Program.here("run", file.toString(), "--out", out.toString(), "--master", "local[2]");
    assertThat(Manifest.read(Output.at(out.toString())).runs()).isEqualTo(runs);
    assertThat(Program.here("verify", out.toString(), "--sample", "0").out()).contains("verified: nothing is wrong with ");
  }

  private void assertOthersAreCountedAndComeBack(Path file) throws IOException {
    Files.writeString(file, YAML.formatted(1));
    Program.Ended other = Program.here("run", file.toString(), "--out", out.toString(), "--master", "local[2]");
    assertThat(other.err()).contains("12 recorded trials of other settings are not in this report and its tables; kept in "
        + out.resolve(Output.SEGMENTS), "the previous report was for trial.epochs 60");
    assertThat(Program.here("show", out.toString()).out()).contains("12 recorded trials of other settings are not shown");
    assertThat(Program.here("verify", out.toString(), "--sample", "0").code()).isZero();
    Files.writeString(out.resolve(Output.NOTEBOOK), "mine");
    Program.Ended over = Program.here("run", file.toString(), "--out", out.toString(), "--master", "local[2]", "--overwrite");
    assertThat(over.err()).contains("--overwrite deletes what " + out + " holds: 24 recorded trials",
        "report.ipynb was edited: kept as ");
    assertThat(out.resolve("report.ipynb.edited")).hasContent("mine");
  }
}
