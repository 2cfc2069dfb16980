package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.harness.DamagedOutput;
import rote.harness.Requests;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;
import rote.jobs.start.SparkStart;
import rote.jobs.verify.VerifyJob;
import rote.jobs.verify.VerifyRequest;
import rote.network.Measure;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** {@code rote verify} accepts a whole output and names every damage of another. */
@Timeout(300)
class VerifyIT {
  private static final String YAML = """
      name: verified
      data: {training-examples: 200}
      trial: {epochs: 3, activation: relu, learning-rate: 0.05}
      grid:
        - {hidden: [[], [8], [16, 8]], cost: [quadratic, cross-entropy]}
        - {hidden: [[9]], learning-rate: [1000]}    # diverges
        - {hidden: [[65536, 65536]]}                # fails: 16 GiB of weights
      """;

  @TempDir static Path runs;
  @TempDir Path folder;
  private Path out;
  private DamagedOutput damaged;

  @BeforeAll
  static void runTwice() throws IOException {
    Files.writeString(runs.resolve("verified.yaml"), YAML);
    List<TrialRecord> records = run("one", "seeds=[1]");
    assertThat(records).extracting(record -> record.result().status()).contains(Status.values()).hasSize(8);
    run("two", "seeds=[2]");
  }

  private static List<TrialRecord> run(String out, String seeds) throws IOException {
    String file = runs.resolve("verified.yaml").toString();
    SweepRequest request = Requests.of(file, ExperimentFile.read(file, List.of(seeds), new FileSystems()).tree(), List.of(),
        runs.resolve(out).toString(), Map.of("spark.master", "local[2]"), false, false);
    return new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run().records();
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    damaged = new DamagedOutput(out);
    try (Stream<Path> files = Files.walk(runs.resolve("one"))) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve(runs.resolve("one").relativize(file).toString()));
      }
    }
  }

  @Test
  void aWholeRunVerifiesToTheLastTrial() {
    assertThat(verify(0, "--all", "--master", "local[2]"))
        .contains("segments: 1, with 8 records of 8 trials", "tables: 8 rows of trials, ", "manifest: 5 files",
            "plan: 8 trials, 8 of them recorded", "gradient of 784-16-8-10 relu quadratic: off by ",
            "trained again: 7 of 7 trials (1 are FAILED)", "verified: nothing is wrong with " + out);
  }

  @Test
  void aSampleIsAsLargeAsAskedFor() {
    assertThat(verify(0, "--sample", "2", "--master", "local[2]")).contains("trained again: 2 of 7 trials");
  }

  @Test
  void aNumberThatTrainingDidNotGiveIsNamedThoughAllChecksumsAgree() throws IOException {
    TrialRecord before = damaged.records().get(1);
    List<EpochRow> rows = new ArrayList<>(before.result().curve().rows());
    Measure test = rows.get(2).test();
    Measure forged = new Measure(Math.nextUp(test.cost()), test.accuracy());
    rows.set(2, new EpochRow(2, rows.get(2).training(), null, forged, rows.get(2).seconds()));
    damaged.rewrite(before, new TrialRecord(before.trialId(), before.experiment(), before.dataset(), before.trial(),
        DamagedOutput.result(before, rows), before.attempt(), before.host()));
    assertThat(files()).isEmpty();
    assertThat(verify(1, "--all", "--master", "local[2]")).contains("1 findings",
        "wrong: trial " + before.trialId() + ": epoch 2: the test cost is recorded as " + forged.cost()
            + ", and now it is " + test.cost());
  }

  @Test
  void settingsThatAreNotThoseOfTheNameAreNamed() throws IOException {
    TrialRecord before = damaged.records().get(1);
    damaged.rewrite(before, new TrialRecord(before.trialId(), before.experiment(), before.dataset(),
        before.trial().with(Setting.EPOCHS, 4), before.result(), before.attempt(), before.host()));
    assertThat(files()).singleElement().asString()
        .contains(damaged.segment() + ": trial " + before.trialId() + ": its settings are those of t");
  }

  @Test
  void aFlippedBitInASegmentIsNamed() throws IOException {
    Path segment = damaged.segment();
    DamagedOutput.flip(segment);
    assertThat(files()).anyMatch(finding -> finding.startsWith("cannot read " + segment))
        .anyMatch(finding -> finding.startsWith(segment + ": sha256 is "))
        .anyMatch(finding -> finding.startsWith(out.resolve(Output.TRIALS)
            + ": 8 of the trials have no record in a segment that can be read: "));
  }

  @Test
  void aDeletedSegmentIsNamed() throws IOException {
    Path segment = damaged.segment();
    Files.delete(segment);
    assertThat(files()).contains(segment + ": is missing, and manifest.json names it");
  }

  @Test
  void aDeletedTableOrReportIsNamed() throws IOException {
    for (String name : List.of(Output.TRIALS, Output.CURVES, Output.REPORT)) {
      Files.delete(out.resolve(name));
    }
    for (String name : List.of(Output.TRIALS, Output.CURVES, Output.REPORT)) {
      assertThat(files()).contains(out.resolve(name) + ": is missing, and manifest.json names it");
    }
  }

  @Test
  void aFlippedBitInATableIsNamed() throws IOException {
    for (String table : List.of(Output.TRIALS, Output.CURVES)) {
      DamagedOutput.flip(out.resolve(table));
    }
    for (String table : List.of(Output.TRIALS, Output.CURVES)) {
      assertThat(files()).anyMatch(finding -> finding.startsWith("cannot read " + out.resolve(table)))
          .anyMatch(finding -> finding.startsWith(out.resolve(table) + ": sha256 is "));
    }
  }

  @Test
  void theTableOfAnotherRunIsNamed() throws IOException {
    Files.copy(runs.resolve("two").resolve(Output.CURVES), damaged.replaced(Output.CURVES));
    assertThat(files()).anyMatch(finding -> finding.startsWith(out.resolve(Output.CURVES) + ": trial t")
        && finding.endsWith(" is not in " + Output.TRIALS));
    Files.copy(runs.resolve("two").resolve(Output.TRIALS), damaged.replaced(Output.TRIALS));
    String id = new Tables(Output.at(out.toString())).read().get(0).trialId();
    assertThat(files()).contains(
        out.resolve(Output.TRIALS) + ": 8 of the trials have no record in a segment that can be read: " + ids());
    assertThat(ids()).startsWith(id);
  }

  @Test
  void aNumberOfATableThatIsNotTheSegmentsIsNamed() throws IOException {
    List<TrialRecord> changed = new ArrayList<>(damaged.records());
    TrialRecord first = changed.get(0);
    changed.set(0, new TrialRecord(first.trialId(), first.experiment(), first.dataset(), first.trial(),
        DamagedOutput.result(first, first.result().curve().rows().subList(0, 3)), first.attempt(), "elsewhere"));
    new Tables(Output.at(out.toString())).write(changed);
    Manifest.write(Output.at(out.toString()), Manifest.read(Output.at(out.toString())));
    assertThat(files()).containsExactly(
        out.resolve(Output.TRIALS) + ": trial " + first.trialId() + ": epochs_run is 2, in the segments 3",
        out.resolve(Output.CURVES) + ": trial " + first.trialId() + ": has 3 rows, its record 4");
  }

  @Test
  void anEditedManifestIsNamed() throws IOException {
    damaged.edit("\"completed\" : 6", "\"completed\" : 7");
    damaged.edit("\"seeds\" : [ 1 ]", "\"seeds\" : [ 1, 2 ]");
    damaged.edit(Output.REPORT, "page.html");
    damaged.edit("\"digest\" : \"", "\"digest\" : \"0");
    assertThat(files()).anyMatch(finding -> finding.startsWith(damaged.manifest() + ": dataset.digest is 0"))
        .anyMatch(finding -> finding.startsWith(damaged.manifest() + ": 8 of the trials planned are not in the tables: t"))
        .contains(damaged.manifest() + ": trials.planned is 8, and there are 16",
            damaged.manifest() + ": trials.completed is 7, and there are 6",
            out.resolve("page.html") + ": is missing, and manifest.json names it",
            out.resolve(Output.REPORT) + ": manifest.json does not name it")
        .hasSize(6);
  }

  @Test
  void aManifestThatIsMissingOrNoJsonIsNamed() throws IOException {
    Files.writeString(damaged.manifest(), "{");
    assertThat(files()).singleElement().asString().startsWith("cannot read " + damaged.manifest());
    Files.delete(damaged.manifest());
    assertThat(files()).containsExactly(damaged.manifest() + ": is missing");
  }

  @Test
  void whatHasNotFinishedIsCheckedByItsSegmentsAlone() throws IOException {
    Files.delete(out.resolve(Output.SUCCESS));
    Files.delete(out.resolve(Output.CURVES));
    Files.delete(damaged.manifest());
    assertThat(files()).isEmpty();
    DamagedOutput.flip(damaged.segment());
    assertThat(files()).hasSize(1);
  }

  @Test
  void otherNumericsAreRefusedForTheirBitsMayDiffer() throws IOException {
    damaged.edit("\"numerics\" : 1", "\"numerics\" : 0");
    assertThatThrownBy(this::files).isInstanceOf(InputException.class)
        .hasMessageContaining("was trained by numerics 0, and this program has 1: its bits may differ by design");
    assertThat(verify(2)).isEmpty();
  }

  @Test
  void whatIsNoOutputIsBadInput() {
    out = folder.resolve("nowhere");
    assertThat(verify(2)).isEmpty();
    assertThat(verify(2, "--sample", "-1")).isEmpty();
    assertThat(verify(2, "--sample", "3", "--all")).isEmpty();
    assertThat(out).doesNotExist();
  }

  /** The complaints about files, without training a trial. */
  private List<String> files() throws IOException {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    VerifyRequest request = new VerifyRequest(Output.at(out.toString()), 0, name -> List.of(), file -> List.of(), new SparkStart(Map.of()));
    return new VerifyJob(request, nowhere, nowhere).run();
  }

  private String verify(int expected, String... options) {
    List<String> arguments = new ArrayList<>(List.of("verify", out.toString()));
    arguments.addAll(List.of(options));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(expected);
    } finally {
      System.setOut(standard);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String ids() throws IOException {
    return String.join(", ", damaged.records().stream().limit(5).map(TrialRecord::trialId).toList()) + ", ...";
  }
}
