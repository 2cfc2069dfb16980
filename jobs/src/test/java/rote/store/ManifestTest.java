package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.completed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.files.InputException;
import rote.harness.Fixtures;

class ManifestTest {
  @TempDir
  Path folder;

  @Test
  void givesBackTheFactsAndTheFiles() throws IOException {
    Output output = Output.at(folder.toString());
    new Segments(output, Fixtures.OWNER).append(List.of(completed("t1")));
    new Tables(output).write(List.of(completed("t1")));
    output.writeText(Output.REPORT, "abc");
    TrainingRun run = new TrainingRun("r", 1, "vector", null, "ab", "J17", "4.1", "2026-01-01T10:00:00Z", 1.5, null);
    Manifest facts = Fixtures.asked("n.yaml", Map.of("name", "n"), Fixtures.OWNER).with(
        new Manifest.Counts(2, 1, 0, 0, 3), List.of(run), new Manifest.Written("run", "now", null, "ab", "J17"));
    Manifest.write(output, facts);
    Manifest read = Manifest.read(output);
    assertThat(read).usingRecursiveComparison().ignoringFields("format", "files").isEqualTo(facts);
    assertThat(read.files()).hasSize(4).contains(new Manifest.Content(Output.REPORT, 3L,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(Files.readString(folder.resolve(Output.MANIFEST))).endsWith("}\n").containsSubsequence("{\n  \"format\" : 3,\n",
        "\"file\" : \"n.yaml\"", "\"experiment\" : {\n    \"name\" : \"n\"\n  }", "\"dataset\"", "\"name\"", "\"digest\"",
        "\"classes\" : 10", "\n  \"numerics\"", "\n  \"kernels\" : \"vector\"", "\n  \"git_commit\" : null", "\n  \"jar_sha256\"",
        "\n  \"jvm\"", "\n  \"spark\"", "\n  \"started\"", "\n  \"seconds\" : 1.5,\n  \"trials\" : {\n    \"planned\" : 2",
        "\"completed\" : 1", "\"diverged\" : 0", "\"failed\" : 0", "\"not_shown\" : 3", "\n  \"runs\"", "\"run\" : \"r\"",
        "\"trials\" : 1", "\"kernels\"", "\"seconds\" : 1.5\n", "\n  \"written\"", "\"by\"", "\"at\"", "\"jar_sha256\"", "\n  \"files\"");
  }

  @Test
  void saysWhereThereIsNone() {
    assertThatThrownBy(() -> Manifest.read(Output.at(folder.toString()))).isInstanceOf(InputException.class)
        .hasMessageContaining("has no manifest.json");
  }

  @Test
  void namesADamagedManifest() throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{");
    assertThatThrownBy(() -> Manifest.read(Output.at(folder.toString()))).isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve(Output.MANIFEST).toString());
  }

  @Test
  void keepsADamagedManifestBesideTheNewOne() throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{\"kernels\": ");
    Manifest.write(Output.at(folder.toString()), Manifest.asked("new.yaml", null, null, null));
    assertThat(folder.resolve("manifest.json.damaged")).hasContent("{\"kernels\": ");
    assertThat(Manifest.read(Output.at(folder.toString())).file()).isEqualTo("new.yaml");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
      "7 | must be a map, was 7", "[1] | must be a map, was [1]", "null | must be a map, was null", "`` | must be a map, was empty",
      "{\"dataset\": \"x\"} | dataset must be a map, was \"x\"",
      "{\"dataset\": {\"classes\": \"10\"}} | dataset.classes must be a whole number, was \"10\"",
      "{\"dataset\": {\"classes\": 1.5}} | dataset.classes must be a whole number, was 1.5",
      "{\"dataset\": {\"name\": 7}} | dataset.name must be a text, was 7",
      "{\"dataset\": {\"labels\": 7}} | dataset.labels must be a list, was 7",
      "{\"experiment\": []} | experiment must be a map, was []",
      "{\"numerics\": 99999999999} | numerics must be in range, was 99999999999",
      "{\"trials\": 7} | trials must be a map, was 7", "{\"trials\": {\"not_shown\": true}} | trials.not_shown must be a whole number, was true",
      "{\"runs\": 7} | runs must be a list, was 7", "{\"runs\": [{}, {\"seconds\": \"1\"}]} | runs[1].seconds must be a number, was \"1\"",
      "{\"started\": [1]} | started must be a text, was [1]", "{\"files\": [1]} | files[0] must be a map, was 1"})
  void namesThePlaceOfAValueOfTheWrongTypeAndKeepsTheFile(String json, String complaint) throws IOException {
    String text = json == null ? "" : json;
    Files.writeString(folder.resolve(Output.MANIFEST), text);
    Output output = Output.at(folder.toString());
    assertThatThrownBy(() -> Manifest.read(output)).isExactlyInstanceOf(IOException.class)
        .hasMessageContainingAll(folder.resolve(Output.MANIFEST).toString(), complaint).hasMessageNotContaining("\n");
    assertThat(Manifest.readIfAny(output)).isEqualTo(Manifest.NONE);
    Manifest.write(output, Manifest.NONE);
    assertThat(folder.resolve("manifest.json.damaged")).hasContent(text);
  }

  @Test
  void ignoresWhatItDoesNotKnow() throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{\"new\": 1, \"trials\": {\"trained\": 10, \"planned\": 2}, \"runs\": [null]}");
    Manifest read = Manifest.read(Output.at(folder.toString()));
    assertThat(read.trials().planned()).isEqualTo(2);
    assertThat(read.runs()).isEmpty();
  }
}
