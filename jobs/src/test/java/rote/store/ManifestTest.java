package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.completed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("experiment", Map.of("name", "n"));
    facts.put("git_commit", null);
    facts.put("trials", 1);
    Manifest.write(output, facts);
    Map<String, Object> read = Manifest.read(output);
    assertThat(read).containsAllEntriesOf(facts).containsOnlyKeys("format", "experiment", "git_commit", "trials", "files");
    assertThat(read.get("files")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(4).contains(Map.of("path", Output.REPORT, "bytes", 3,
        "sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(Files.readString(folder.resolve(Output.MANIFEST))).contains("\n  \"trials\" : 1,\n").endsWith("}\n");
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
    Manifest.write(Output.at(folder.toString()), Map.of("trials", 1));
    assertThat(folder.resolve("manifest.json.damaged")).hasContent("{\"kernels\": ");
    assertThat(Manifest.read(Output.at(folder.toString()))).containsEntry("trials", 1);
  }
}
