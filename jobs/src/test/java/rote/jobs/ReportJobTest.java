package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.assertRecords;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.files.Sha256;
import rote.harness.Fixtures;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.store.Segments;
import rote.store.Tables;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** An output is looked at and reported on at any time: before the first trial, before the end, and after it. */
class ReportJobTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final OutputOwner OWNER = new OutputOwner("e", "pen-digits", DIGEST);
  private static final Map<String, Object> TREE =
      Map.of("name", "e", "grid", Map.of("learning-rate", List.of(0.1, 0.3)), "seeds", 2);
  private static final Manifest ASKED = Fixtures.asked("e.yaml", TREE, OWNER);

  @TempDir Path folder;
  private final Experiment experiment = ExperimentFile.experiment("e.yaml", TREE);
  private final List<TrialRecord> all = experiment.trials().stream().map(ReportJobTest::record).toList();
  private Output output;

  @BeforeEach
  void begin() throws IOException {
    output = Output.at(folder.toString());
    new ResultFiles(output, "run", ASKED, analysis -> List.of(), line -> { })
        .begin(4, SegmentContents.ofTables(List.of()), List.of());
  }

  @Test
  void showsARunThatHasRecordedNothingYet() throws IOException {
    ReportJob job = new ReportJob(output);
    assertThat(job.records()).isEmpty();
    assertThat(job.notShown()).isZero();
    job.write(line -> { });
    assertThat(Files.readString(folder.resolve(Output.REPORT))).contains("4 to do");
    assertThat(output.isComplete()).isFalse();
  }

  @Test
  void showsWhatIsRecordedInPlanOrderAndCountsTheRest() throws IOException {
    record(all.get(2), all.get(0), record(Trial.defaults(77)));
    ReportJob job = new ReportJob(output);
    assertRecords(job.records()).containsExactly(all.get(0), all.get(2));
    assertThat(job.notShown()).isEqualTo(1);
    job.write(line -> { });
    assertRecords(new Tables(output).read()).containsExactly(all.get(0), all.get(2));
    assertThat(Files.readString(folder.resolve(Output.REPORT))).contains("2 failed, 2 to do");
    assertThat(output.isComplete()).isFalse();
  }

  @Test
  void completesAnOutputOfWhichEveryTrialIsRecorded() throws IOException {
    record(all.toArray(TrialRecord[]::new));
    new ReportJob(output).write(line -> { });
    assertThat(output.isComplete()).isTrue();
  }

  @Test
  void makesTheSameReportOfTheSameRecords() throws IOException {
    record(all.toArray(TrialRecord[]::new));
    new ReportJob(output).write(line -> { });
    String page = Files.readString(folder.resolve(Output.REPORT));
    String notebook = Files.readString(folder.resolve(Output.NOTEBOOK));
    new ReportJob(output).write(line -> { });
    assertThat(folder.resolve(Output.REPORT)).hasContent(page);
    assertThat(folder.resolve(Output.NOTEBOOK)).hasContent(notebook);
  }

  @Test
  void changesNothingWhereAnythingCannotBeRead() throws IOException {
    record(all.toArray(TrialRecord[]::new));
    new ReportJob(output).write(line -> { });
    Path segment = folder.resolve(Segments.names(output.folder()).get(0));
    byte[] content = Files.readAllBytes(segment);
    content[300] ^= 16;
    Files.write(segment, content);
    Map<String, String> before = files();
    assertThatThrownBy(() -> new ReportJob(output).write(line -> { })).isInstanceOf(IOException.class)
        .hasMessageContaining(segment.toString());
    assertThat(files()).isEqualTo(before).containsKey(Output.SUCCESS);
  }

  @Test
  void readsTheTablesOfACopyWithoutSegments() throws IOException {
    record(all.get(0));
    new ReportJob(output).write(line -> { });
    for (String name : Segments.names(output.folder())) {
      Files.delete(folder.resolve(name));
    }
    assertRecords(new ReportJob(output).records()).containsExactly(all.get(0));
  }

  @Test
  void saysInALineWhatIsMissing() throws IOException {
    Output nothing = Output.at(folder.resolve("nothing").toString());
    assertThatThrownBy(() -> new ReportJob(nothing)).isInstanceOf(InputException.class)
        .hasMessageContaining("nothing: no such folder; name the output of a run");
    Files.createDirectory(folder.resolve("nothing"));
    assertThatThrownBy(() -> new ReportJob(nothing)).isInstanceOf(InputException.class).hasMessageContaining("has no manifest");
    record(all.get(0));
    Files.delete(folder.resolve(Output.MANIFEST));
    assertThatThrownBy(() -> new ReportJob(output)).isInstanceOf(InputException.class)
        .hasMessageContaining("has no manifest.json, which says what its records are about");
  }

  @Test
  void keepsANotebookThatWasEdited() throws IOException {
    new ReportJob(output).write(line -> { });
    Files.writeString(folder.resolve(Output.NOTEBOOK), "mine");
    List<String> lines = new ArrayList<>();
    new ReportJob(output).write(lines::add);
    assertThat(lines).singleElement().asString().contains("report.ipynb was edited: kept as ");
    assertThat(Files.readString(folder.resolve("report.ipynb.edited"))).isEqualTo("mine");
  }

  private void record(TrialRecord... records) throws IOException {
    new Segments(output, OWNER).append(List.of(records));
  }

  private static TrialRecord record(Trial trial) {
    return new TrialRecord(TrialId.of(trial, DIGEST), "e", "pen-digits", trial,
        new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none"), 0, "host");
  }

  /** The digest of every file, by name. */
  private Map<String, String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).collect(Collectors.toMap(
          path -> folder.relativize(path).toString(), ReportJobTest::digest, (one, same) -> one, TreeMap::new));
    }
  }

  private static String digest(Path file) {
    try {
      return Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
