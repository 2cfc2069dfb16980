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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Program;
import rote.store.Output;
import rote.store.OutputFormat;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** An output of an earlier format opens, resumes, verifies, and keeps its records. */
class FinishedOutputIT {
  private static final Path FIXTURES = Path.of("src/test/resources/outputs").toAbsolutePath();

  @TempDir Path folder;

  private void copy(String fixture) throws IOException {
    Path from = FIXTURES.resolve(fixture);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, folder.resolve("finished").resolve(from.relativize(path).toString()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void itVerifiesToTheBit(String fixture) throws IOException {
    copy(fixture);
    assertThat(Main.run("verify", out(), "--sample", "3", "--master", "local[2]")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void itOpens(String fixture) throws IOException {
    copy(fixture);
    Map<String, Object> before = manifest();
    assertThat(Main.run("show", out())).isZero();
    assertThat(Program.here("verify", out(), "--sample", "0").out()).doesNotContain("edited");
    Program.Ended report = Program.here("report", out());
    assertThat(report.code()).isZero();
    assertThat(report.err()).doesNotContain("edited");
    assertItNamesWhatTrainedIt(before);
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  /** The facts come from the fixture's manifest and must stay in the next one. */
  private void assertItNamesWhatTrainedIt(Map<String, Object> before) throws IOException {
    Map<String, Object> manifest = manifest();
    assertThat(manifest).containsEntry("format", OutputFormat.CURRENT);
    for (String fact : List.of("git_commit", "started", "kernels", "seconds")) {
      assertThat(manifest.get(fact)).as(fact).isNotNull().isEqualTo(before.get(fact));
    }
    assertThat((List<?>) manifest.get("runs")).hasSize(1);
    String commit = (String) before.get("git_commit");
    assertThat(Files.readString(Path.of(out(), Output.REPORT)))
        .contains("commit " + commit.substring(0, 8), "trained in " + Math.round((double) before.get("seconds")) + " s");
    assertThat(Files.readString(Path.of(out(), Output.NOTEBOOK))).contains(commit);
  }

  private Map<String, Object> manifest() throws IOException {
    return new ObjectMapper().readValue(Files.readString(Path.of(out(), Output.MANIFEST)),
        new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  @Test
  void ofANewerFormatItIsRefusedInALineByEveryCommand() throws IOException {
    copy("format-1");
    Path manifest = Path.of(out(), Output.MANIFEST);
    int newer = OutputFormat.CURRENT + 1;
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\{", "{\"format\": " + newer + ","));
    String file = FIXTURES.resolve("finished.yaml").toString();
    for (List<String> command : List.of(List.of("show", out()), List.of("report", out()), List.of("verify", out()),
        List.of("compare", out(), folder.toString()), List.of("plan", file, "--out", out()), List.of("run", file, "--out", out()),
        List.of("run", file, "--out", out(), "--overwrite"))) {
      Program.here(command.toArray(String[]::new)).demandComplaint(2, "manifest.json: has format " + newer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void anEditedNotebookIsNoDamageAndIsKept(String fixture) throws IOException {
    copy(fixture);
    Path notebook = Path.of(out(), Output.NOTEBOOK);
    Files.writeString(notebook, Files.readString(notebook).replaceFirst("\\{", "{ \"mine\": 1,"));
    Program.Ended verified = Program.here("verify", out(), "--sample", "0");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("edited: " + notebook, "verified: nothing is wrong with ");
    assertThat(Program.here("report", out()).err()).contains(notebook + " was edited: kept as " + notebook + ".edited");
    assertThat(Path.of(notebook + ".edited")).content().contains("\"mine\"");
    assertThat(Program.here("verify", out(), "--sample", "0").out()).doesNotContain("edited:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void itResumesWithNothingToTrain(String fixture) throws IOException {
    copy(fixture);
    Map<String, Object> manifest = manifest();
    List<TrialRecord> before = records();
    assertThat(Main.run("run", FIXTURES.resolve("finished.yaml").toString(), "--out", out(), "--master", "local[2]")).isZero();
    assertRecords(records()).containsExactlyInAnyOrderElementsOf(before).hasSize(10);
    assertItNamesWhatTrainedIt(manifest);
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  private String out() {
    return folder.resolve("finished").toString();
  }

  private List<TrialRecord> records() throws IOException {
    return new Tables(Output.at(out())).read();
  }
}
