package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.store.verify.Findings;
import rote.store.verify.ManifestCheck;

/** What a person has edited is kept, and what the program wrote is not. */
class EditedFilesTest {
  private static final String NOTEBOOK = "{\"cells\": [], \"metadata\": {\"seal\": \"" + TextSeal.BLANK + "\"}, \"\u00e9\": 1}";

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private Output output;

  @BeforeEach
  void open() {
    output = Output.at(folder.toString());
  }

  @Test
  void whatTheProgramWroteIsReplacedWithoutALine() throws IOException {
    replace();
    Manifest.write(output, Manifest.NONE);
    replace();
    assertThat(lines).isEmpty();
    assertThat(Fixtures.files(folder)).containsExactly(Output.MANIFEST, Output.NOTEBOOK);
    assertThat(read(Output.NOTEBOOK)).hasSameSizeAs(NOTEBOOK).doesNotContain("000000000000");
  }

  @Test
  void everyEditIsKeptUnderANameOfItsOwnAndALineSaysSo() throws IOException {
    for (String note : List.of("first", "second", "third")) {
      replace();
      write(read(Output.NOTEBOOK).replace("[]", "[\"" + note + "\"]"));
      replace();
    }
    assertThat(Fixtures.files(folder)).containsExactly(Output.NOTEBOOK, Output.NOTEBOOK + ".edited",
        Output.NOTEBOOK + ".edited-2", Output.NOTEBOOK + ".edited-3");
    assertThat(read(Output.NOTEBOOK + ".edited")).contains("first");
    assertThat(read(Output.NOTEBOOK + ".edited-3")).contains("third");
    assertThat(lines).hasSize(3).first().isEqualTo(folder.resolve(Output.NOTEBOOK) + " was edited: kept as "
        + folder.resolve(Output.NOTEBOOK) + ".edited");
  }

  @Test
  void ofATimeWithoutSealsTheManifestTells() throws IOException {
    write("as written");
    Manifest.write(output, Manifest.NONE);
    replace();
    assertThat(lines).isEmpty();
    write("as written");
    Manifest.write(output, Manifest.NONE);
    write("edited");
    Manifest.begin(output, Manifest.NONE); // of the next run, which must not take the edit for its own
    replace();
    assertThat(read(Output.NOTEBOOK + ".edited")).isEqualTo("edited");
    assertThat(lines).hasSize(1);
  }

  @Test
  void whatNothingKnowsIsKept() throws IOException {
    write("somebody's");
    replace();
    assertThat(lines).hasSize(1);
    assertThat(read(Output.NOTEBOOK + ".edited")).isEqualTo("somebody's");
  }

  @Test
  void aNotebookThatOpensIsEditedAndOneThatDoesNotIsDamaged() throws IOException {
    replace();
    Manifest.write(output, Manifest.NONE);
    write(read(Output.NOTEBOOK).replace("[]", "[1]"));
    Findings findings = new Findings();
    assertThat(new ManifestCheck(output, Manifest.read(output), findings).edited()).singleElement().asString()
        .startsWith(folder.resolve(Output.NOTEBOOK) + " is not as it was written");
    assertThat(findings.lines()).isEmpty();
    write(read(Output.NOTEBOOK).substring(0, 30));
    assertThat(new ManifestCheck(output, Manifest.read(output), findings).edited()).isEmpty();
    assertThat(findings.lines()).isNotEmpty().allMatch(line -> line.startsWith(folder.resolve(Output.NOTEBOOK) + ": "));
  }

  @Test
  void aFolderWithNothingButWhatWasKeptIsFree() throws IOException {
    Files.writeString(folder.resolve(Output.NOTEBOOK + ".edited-2"), "");
    Files.writeString(folder.resolve(Output.REPORT + ".edited"), "");
    output.checkPlace();
  }

  @Test
  void aTextWithoutAPlaceForTheSealIsAnError() {
    assertThatThrownBy(() -> TextSeal.sealed("text")).isInstanceOf(IllegalArgumentException.class);
  }

  private void replace() throws IOException {
    EditedFiles.replace(output, Output.NOTEBOOK, NOTEBOOK, lines::add);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(Output.NOTEBOOK), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
