package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.harness.TableFixtures;

/** Tables in several Parquet files, and names in them that are numbers of many digits. */
class ParquetFilesTest {
  private static final String PARTS = "{file: parts, format: parquet, label: y}";

  @TempDir Path folder;

  @BeforeEach
  void makeParts() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    write("parts/a.parquet", "select i as a, i % 2 as y, i as g from range(5) t(i) order by i");
  }

  @Test
  void aRowIsNamedByItsFileAndItsNumberThere() {
    write("parts/b.parquet", "select 0 as a, 0 as y, 0 as g union all select null, 1, 1");
    refuses("parts/b.parquet: row 2: 1 value is missing, in column a (1)", PARTS);
    write("parts/b.parquet", "select 0 as a, 0 as y, 0 as g union all select 1, 1, 1 union all select 2, null, 2");
    refuses("parts/b.parquet: row 3: 1 of 8 rows have no label in column \"y\"; take them out", PARTS);
    write("parts/b.parquet", "select 0 as a, 0 as y, null as g union all select 1, null, 1");
    refuses("parts/b.parquet: row 2: 1 of 7 rows have no label in column \"y\"", "{file: parts, format: parquet, label: y, group-column: g}");
    write("parts/b.parquet", "select 0 as a, 0 as y, null as g");
    refuses("parts/b.parquet: row 1: 1 of 6 rows have no group in column \"g\"", "{file: parts, format: parquet, label: y, group-column: g}");
    write("parts/b.parquet", "select 'infinity'::double as a, 0 as y, 0 as g");
    refuses("parts/b.parquet: row 1: column \"a\": is infinite", PARTS);
    write("parts/b.parquet", "select '1' as a, '0' as y, 0 as g union all select 'x', '0', 0");
    refuses("parts/b.parquet: row 2: column \"a\": \"x\" is not a number", PARTS);
  }

  @Test
  void aColumnIsOfOneKindInAllFiles() {
    String data = "{file: parts, format: parquet, label: y, columns: [a]}";
    write("parts/a.parquet", "select [1, 2] as a, i as y from range(2) t(i)");
    write("parts/b.parquet", "select 'PNG'::blob as a, 1 as y");
    refuses("parts/b.parquet: column \"a\" is of type BINARY, and of type LIST in the file before it", data);
    write("parts/b.parquet", "select 1.5 as a, 1 as y");
    refuses("parts/b.parquet: column \"a\" is of type DECIMAL(2,1), and of type LIST in the file before it", data);
    write("parts/a.parquet", "select 'PNG'::blob as a, 1 as y where false");
    write("parts/b.parquet", "select [1, 2] as a, i as y from range(2) t(i)");
    refuses("parts/b.parquet: column \"a\" is of type LIST, and of type BINARY in the file before it", data);
    write("parts/a.parquet", "select 1.5 as a, 1 as y");
    write("parts/b.parquet", "select '2.5' as a, 'p' as y");
    assertThat(read(data).training().values()).containsExactly(1.5f, 2.5f);
  }

  @Test
  void groupsGoOnFromFileToFile() throws IOException {
    write("parts/b.parquet", "select i as a, i % 2 as y, i + 3 as g from range(3) t(i) order by i");
    Files.writeString(folder.resolve("t.csv"), "a,y,g\n0,0,0\n1,1,1\n2,0,2\n3,1,3\n4,0,4\n0,0,3\n1,1,4\n2,0,5\n");
    Dataset table = read("{file: parts, format: parquet, label: y, group-column: g}");
    assertThat(table.groups().count()).isEqualTo(6);
    assertThat(table.digest()).isEqualTo(read("{file: t.csv, label: y, group-column: g}").digest());
  }

  @Test
  void groupsThatDifferInTheirLastDigitsAreDifferent() throws IOException {
    String rows = "(values (9007199254740992, 1, 'p'), (9007199254740993, 2, 'q'), (9007199254740992, 3, 'p'), (-9223372036854775808, 4, 'q'))";
    write("t.parquet", "select * from " + rows + " t(g, a, y)");
    Files.writeString(folder.resolve("t.csv"), "g,a,y\n9007199254740992,1,p\n9007199254740993,2,q\n9007199254740992,3,p\n-9223372036854775808,4,q\n");
    Dataset table = read("{file: t.parquet, label: y, group-column: g}");
    assertThat(table.groups().count()).isEqualTo(3);
    assertThat(table.digest()).isEqualTo(read("{file: t.csv, label: y, group-column: g}").digest());
    for (String type : List.of("ubigint", "decimal(20, 0)")) {
      write("t.parquet", "select i + 18446744073709551600::hugeint as h, h::" + type + " as g, i as a, i % 2 as y from range(8) t(i)");
      assertThat(read("{file: t.parquet, label: y, group-column: g, ignore: [h]}").groups().count()).as(type).isEqualTo(8);
    }
    write("t.parquet", "select 10::double ** (20 + i) as g, i as a, i % 2 as y from range(8) t(i)");
    assertThat(read("{file: t.parquet, label: y, group-column: g}").groups().count()).isEqualTo(8);
  }

  @Test
  void valuesForOneHotKeepAllTheirDigits() {
    write("t.parquet", "select 9007199254740992 + i % 2 as a, i % 2 as y from range(4) t(i) order by i");
    Dataset table = read("{file: t.parquet, label: y, one-hot: [a]}");
    assertThat(table.names().features()).containsExactly("a=9007199254740992", "a=9007199254740993");
    assertThat(table.training().values()).containsExactly(1, 0, /**/ 0, 1, /**/ 1, 0, /**/ 0, 1);
    write("t.parquet", "select (12 + i % 2 / 2)::decimal(9, 2) as a, i % 2 as y from range(4) t(i)");
    assertThat(read("{file: t.parquet, label: y, one-hot: [a]}").names().features()).containsExactly("a=12", "a=12.5");
  }

  @Test
  void labelsOfManyDigitsAreClassesBySize() throws IOException {
    write("t.parquet", "select i as a, 9007199254740994 - i % 3 as y from range(6) t(i) order by i");
    Files.writeString(folder.resolve("t.csv"), "a,y\n0,9007199254740994\n1,9007199254740993\n2,9007199254740992\n"
        + "3,9007199254740994\n4,9007199254740993\n5,9007199254740992\n");
    for (String file : List.of("t.parquet", "t.csv")) {
      Dataset table = read("{file: " + file + ", label: y}");
      assertThat(table.names().classes()).containsExactly("9007199254740992", "9007199254740993", "9007199254740994");
      assertThat(table.training().labels()).containsExactly(2, 1, 0, 2, 1, 0);
    }
  }

  @Test
  void aTextThatIsNoNameIsRefused() throws IOException {
    String text = "x".repeat(1_001);
    Files.writeString(folder.resolve("t.csv"), "a,g,y\n1,s,p\n2," + text + ",q\n");
    refuses("t.csv:3: column \"g\": has a text of 1001 characters; labels, groups and values for one-hot have at most 1000",
        "{file: t.csv, label: y, group-column: g}");
    refuses("t.csv:3: column \"g\": has a text of 1001 characters", "{file: t.csv, label: y, one-hot: [g]}");
    refuses("t.csv:3: column \"g\": has a text of 1001 characters", "{file: t.csv, label: g, ignore: [y]}");
    Files.writeString(folder.resolve("nul.csv"), "a,y\n1,p\n2,p\0\n3,q\n");
    refuses("nul.csv:3: column \"y\": has a text with a NUL character, so the file is damaged or no table of text; save it again as UTF-8",
        "{file: nul.csv, label: y}");
    assertThat(read("{file: t.csv, label: y, ignore: [g]}").training().count()).isEqualTo(2);
  }

  private void write(String name, String query) {
    TableFixtures.parquet(folder.resolve(name), query);
  }

  private void refuses(String message, String data) {
    assertThatThrownBy(() -> read(data)).isInstanceOf(InputException.class).message().contains(message).doesNotContain("\n");
  }

  private Dataset read(String data) {
    DataFile file = ExperimentFile.experiment("x", YamlText.map("x", "name: x\ndata: " + data + "\n")).data().table().orElseThrow();
    return TableSet.read(file, List.of(folder.toString()), new FileSystems());
  }
}
