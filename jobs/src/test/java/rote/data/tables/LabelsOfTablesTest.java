package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.yaml.YamlText;

/** Which labels are classes, and which are real numbers however they are written. */
class LabelsOfTablesTest {
  private static final String GERMAN = ", separator: ';', decimal: ','";

  @TempDir Path folder;

  @Test
  void wholeNumbersWithDecimalCommasAreClassesBySize() throws IOException {
    Dataset table = read(GERMAN, "10,0", "9", "-1,0", "9,00");
    assertThat(table.names().classes()).containsExactly("-1", "9", "10");
    assertThat(table.training().labels()).containsExactly(2, 1, 0, 1);
  }

  @Test
  void realNumbersAreNoClassesWhateverTheirDecimalMark() {
    refuses("has 2 distinct numbers, such as 1.5", GERMAN, "1,5", "2,7");
    refuses("has 2 distinct numbers, such as 1.5", GERMAN, "1.5", "2.7");
    refuses("has 2 distinct numbers, such as 1.5", ", separator: ';'", "1.5", "2.7");
    refuses("has 2 distinct numbers, such as \"1,5\"", ", separator: ';'", "1,5", "2,7");
    refuses("has 3 distinct numbers, such as \"-2,75\"", ", separator: ';'", "1", "3,0", "-2,75");
    refuses("has 2 distinct numbers, such as 0.5", ", separator: ';'", "0.5", "3,0");
    refuses("has 2 distinct numbers, such as 1.0E-4", GERMAN, "1e-4", "1");
  }

  @Test
  void infinitiesAreNoClasses() {
    for (String infinity : List.of("inf", "-Infinity", "1e999", "+INF")) {
      refuses("column \"y\": 1 label is infinite; correct it, or take its row out", "", "1", infinity, "2");
    }
    refuses("column \"y\": 2 labels are infinite; correct them, or take their rows out", GERMAN, "1,5", "inf", "-inf");
  }

  @Test
  void amongTextsNumbersAreTexts() throws IOException {
    assertThat(read(", separator: ';'", "1,5", "other", "0.5").names().classes()).containsExactly("0.5", "1,5", "other");
    assertThat(read("", "infinity", "finite").names().classes()).containsExactly("Infinity", "finite");
  }

  private void refuses(String message, String keys, String... labels) {
    assertThatThrownBy(() -> read(keys, labels)).isInstanceOf(InputException.class).message().contains(message).doesNotContain("\n");
  }

  private Dataset read(String keys, String... labels) throws IOException {
    StringBuilder lines = new StringBuilder(keys.isEmpty() ? "a,y\n" : "a;y\n");
    for (String label : labels) {
      lines.append(lines.length()).append(keys.isEmpty() ? ',' : ';').append(label).append('\n');
    }
    Files.writeString(folder.resolve("t.csv"), lines);
    DataFile file = ExperimentFile.experiment("x", YamlText.map("x", "name: x\ndata: {file: t.csv, label: y" + keys + "}\n")).data().table().orElseThrow();
    return TableSet.read(file, List.of(folder.toString()), new FileSystems());
  }
}
