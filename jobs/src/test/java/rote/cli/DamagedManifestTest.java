package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.harness.Program;
import rote.store.Output;

/** A manifest.json with wrong contents: every command says in one line which file and which place; a run writes it anew. */
class DamagedManifestTest {
  private static final Path FIXTURES = Path.of("src/test/resources/outputs").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void copyAnOutput() throws IOException {
    Path fixture = FIXTURES.resolve("format-1");
    try (Stream<Path> paths = Files.walk(fixture)) {
      for (Path path : paths.toList()) {
        Files.copy(path, folder.resolve("out").resolve(fixture.relativize(path).toString()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
      "7 | must be a map, was 7", "[1] | must be a map, was [1]", "null | must be a map, was null",
      "{\"experiment\": \"x\"} | experiment must be a map, was \"x\"",
      "{\"dataset\": \"x\"} | dataset must be a map, was \"x\"",
      "{\"dataset\": {\"classes\": \"ten\"}} | dataset.classes must be a whole number, was \"ten\"",
      "{\"trials\": [1]} | trials must be a map, was [1]", "{\"runs\": [{\"trials\": \"x\"}]} | runs[0].trials must be a whole number",
      "{\"files\": {}} | files must be a list, was {}"})
  void aValueOfTheWrongTypeIsAnErrorThatNamesFileAndPlace(String json, String complaint) throws IOException {
    Files.writeString(manifest(), json);
    String line = "cannot read " + manifest() + ": " + complaint;
    for (List<String> command : looking()) {
      Program.here(command.toArray(String[]::new)).demandComplaint(1, line);
    }
    Program.Ended verified = Program.here("verify", out(), "--sample", "0");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("wrong: " + line);
  }

  @Test
  void aRunSaysSoKeepsItAndWritesANewOne() throws IOException {
    Files.writeString(manifest(), "{\"dataset\": \"x\"}");
    Program.Ended run = Program.here("run", FIXTURES.resolve("finished.yaml").toString(), "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("cannot read " + manifest() + ": dataset must be a map, was \"x\"; it is kept next to a new one")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("out/manifest.json.damaged")).hasContent("{\"dataset\": \"x\"}");
    assertThat(Program.here("verify", out(), "--sample", "0").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
      "{} | experiment is missing", "{\"experiment\": {\"name\": \"finished\"}} | dataset is missing",
      "{\"experiment\": {\"name\": \"finished\"}, \"dataset\": {\"name\": \"n\", \"digest\": \"d\"}} | dataset.classes is missing",
      "{\"experiment\": {\"name\": \"finished\"}, \"dataset\": {\"name\": \"n\", \"digest\": \"d\", \"classes\": 0}} | dataset.classes must be 1",
      "{\"experiment\": {\"name\": 7}, \"dataset\": {\"name\": \"n\", \"digest\": \"d\", \"classes\": 2}} | name"})
  void whatIsMissingIsBadInput(String json, String complaint) throws IOException {
    Files.writeString(manifest(), json);
    for (List<String> command : looking()) {
      Program.here(command.toArray(String[]::new)).demandComplaint(2, manifest() + ": " + complaint);
    }
    Program.Ended verified = Program.here("verify", out(), "--sample", "0");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.err()).doesNotContain("\tat ");
    assertThat(verified.out()).contains("wrong: " + manifest() + ": ");
  }

  @Test
  void anOutputWithoutSegmentsIsNobodysWhereItsManifestCannotSayWhose() throws IOException {
    try (Stream<Path> segments = Files.list(folder.resolve("out/segments"))) {
      for (Path segment : segments.toList()) {
        Files.delete(segment);
      }
    }
    Files.writeString(manifest(), "{\"dataset\": \"x\"}");
    Program.here("run", FIXTURES.resolve("finished.yaml").toString(), "--out", out())
        .demandComplaint(2, "no manifest.json that says whose they are");
  }

  private List<List<String>> looking() {
    return List.of(List.of("show", out()), List.of("report", out()),
        List.of("compare", FIXTURES.resolve("format-1").toString(), out(), "--out", folder.toString()));
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private Path manifest() {
    return folder.resolve("out").resolve(Output.MANIFEST);
  }
}
