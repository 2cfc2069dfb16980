package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** An output of an earlier version opens, resumes, verifies, and keeps its records. */
class FinishedOutputIT {
  private static final Path FIXTURES = Path.of("src/test/resources/outputs").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void copyTheFixture() throws IOException {
    Path fixture = FIXTURES.resolve("format-1");
    try (Stream<Path> paths = Files.walk(fixture)) {
      for (Path path : paths.toList()) {
        Files.copy(path, folder.resolve("finished").resolve(fixture.relativize(path).toString()));
      }
    }
  }

  @Test
  void itVerifiesToTheBit() {
    assertThat(Main.run("verify", out(), "--sample", "3", "--master", "local[2]")).isZero();
  }

  @Test
  void itOpens() throws IOException {
    assertThat(Main.run("show", out())).isZero();
    assertThat(Program.here("verify", out(), "--sample", "0").out()).doesNotContain("edited");
    Program.Ended report = Program.here("report", out());
    assertThat(report.code()).isZero();
    assertThat(report.err()).doesNotContain("edited");
    assertItNamesWhatTrainedIt();
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  /** The facts come from the fixture's manifest and must stay in the next one. */
  private void assertItNamesWhatTrainedIt() throws IOException {
    Map<String, Object> manifest = new ObjectMapper().readValue(Files.readString(Path.of(out(), Output.MANIFEST)),
        new TypeReference<LinkedHashMap<String, Object>>() {});
    assertThat(manifest).containsEntry("format", 2).containsEntry("git_commit", "460a66c1e95f2c99dc4b971443ea737481d49edd")
        .containsEntry("started", "2026-11-28T19:10:54.775535108Z").containsEntry("kernels", "vector")
        .containsEntry("seconds", 5.875432338);
    assertThat((List<?>) manifest.get("runs")).hasSize(1);
    assertThat(Files.readString(Path.of(out(), Output.REPORT))).contains("commit 460a66c1", "trained in 6 s");
    assertThat(Files.readString(Path.of(out(), Output.NOTEBOOK))).contains("460a66c1e95f2c99dc4b971443ea737481d49edd");
  }

  @Test
  void ofANewerFormatItIsRefusedInALineByEveryCommand() throws IOException {
    Path manifest = Path.of(out(), Output.MANIFEST);
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\{", "{\"format\": 3,"));
    String file = FIXTURES.resolve("finished.yaml").toString();
    for (List<String> command : List.of(List.of("show", out()), List.of("report", out()), List.of("verify", out()),
        List.of("compare", out(), folder.toString()), List.of("plan", file, "--out", out()), List.of("run", file, "--out", out()),
        List.of("run", file, "--out", out(), "--overwrite"))) {
      Program.here(command.toArray(String[]::new)).demandComplaint(2, "manifest.json: has format 3");
    }
  }

  @Test
  void anEditedNotebookIsNoDamageAndIsKept() throws IOException {
    Path notebook = Path.of(out(), Output.NOTEBOOK);
    Files.writeString(notebook, Files.readString(notebook).replaceFirst("\\{", "{ \"mine\": 1,"));
    Program.Ended verified = Program.here("verify", out(), "--sample", "0");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("edited: " + notebook, "verified: nothing is wrong with ");
    assertThat(Program.here("report", out()).err()).contains(notebook + " was edited: kept as " + notebook + ".edited");
    assertThat(Path.of(notebook + ".edited")).content().contains("\"mine\"");
    assertThat(Program.here("verify", out(), "--sample", "0").out()).doesNotContain("edited:");
  }

  @Test
  void itResumesWithNothingToTrain() throws IOException {
    List<TrialRecord> before = records();
    assertThat(Main.run("run", FIXTURES.resolve("finished.yaml").toString(), "--out", out(), "--master", "local[2]")).isZero();
    assertRecords(records()).containsExactlyInAnyOrderElementsOf(before).hasSize(10);
    assertItNamesWhatTrainedIt();
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  private String out() {
    return folder.resolve("finished").toString();
  }

  private List<TrialRecord> records() throws IOException {
    return new Tables(Output.at(out())).read();
  }
}
