package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.data.Dataset;
import rote.data.description.DataWarnings;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.harness.TableFixtures;

/** Tables that pandas, NumPy, gzip and DuckDB have written are read right, value by value. */
class TableSetTest {
  @TempDir static Path made;
  @TempDir Path folder;

  /** 500 rows of numbers that a binary file holds, from which pandas makes the tables. */
  @BeforeAll
  static void byPandas() throws Exception {
    TableFixtures.python(made, """
        random = numpy.random.default_rng(7)
        numbers = random.normal(size=(500, 4)) * [1, 1e-6, 1e9, 1e30]
        numbers.astype('>f8').tofile('numbers.bin')
        labels = random.integers(0, 3, 500)
        labels.astype('u1').tofile('labels.bin')
        frame = pandas.DataFrame(numbers, columns=['a', 'b with blank', 'c,comma', 'd"quote'])
        frame['whole'] = numpy.arange(500) % 7 - 3
        frame['flag'] = numbers[:, 0] > 0
        frame['species'] = numpy.array(['no', 'Yes', 'ärgerlich'])[labels]
        frame.to_csv('plain.csv', index=False)
        frame.to_csv('zipped.csv.gz', index=False)
        frame.to_csv('marked.csv', index=False, encoding='utf-8-sig', lineterminator='\\r\\n')
        frame.to_csv('german.csv', index=False, sep=';', decimal=',')
        frame.to_csv('tabs.tsv', index=False, sep='\\t', quoting=1)
        frame.to_csv('bare.csv', index=False, header=False)
        frame.iloc[:, ::-1].to_csv('reversed.csv', index=False)
        gaps = frame.copy()
        gaps.loc[3, 'a'] = numpy.nan
        gaps.to_csv('gaps.csv', index=False, na_rep='NA')
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{file: plain.csv, label: species}", "{file: zipped.csv.gz, label: species}",
      "{file: marked.csv, label: 7}", "{file: german.csv, label: species, separator: ';', decimal: ','}",
      "{file: tabs.tsv, label: species, separator: \"\\t\"}", "{file: bare.csv, label: 7, header: false}"})
  void whatPandasWroteIsReadNumberByNumber(String data) throws IOException {
    Dataset table = read(made, data);
    ByteBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(made.resolve("numbers.bin")));
    byte[] labels = Files.readAllBytes(made.resolve("labels.bin"));
    assertThat(table.training().count()).isEqualTo(500);
    assertThat(table.test().count()).isZero();
    assertThat(table.names().classes()).containsExactly("Yes", "no", "ärgerlich");
    for (int e = 0; e < 500; e++) {
      for (int k = 0; k < 4; k++) {
        assertThat(table.training().values()[e * 6 + k]).isEqualTo((float) numbers.getDouble((e * 4 + k) * 8));
      }
      assertThat(table.training().values()[e * 6 + 4]).isEqualTo(e % 7 - 3);
      assertThat(table.training().values()[e * 6 + 5]).isEqualTo(numbers.getDouble(e * 32) > 0 ? 1 : 0);
      assertThat(table.training().labels()[e]).isEqualTo((byte) (labels[e] == 0 ? 1 : labels[e] == 1 ? 0 : 2));
    }
  }

  @Test
  void columnsHaveTheirNames() {
    assertThat(read(made, "{file: plain.csv, label: species}").names().features())
        .containsExactly("a", "b with blank", "c,comma", "d\"quote", "whole", "flag");
    assertThat(read(made, "{file: bare.csv, label: 7, header: false}").names().features()).startsWith("column 1", "column 2");
    assertThat(read(made, "{file: plain.csv, label: species, columns: [whole, a]}").names().features()).containsExactly("a", "whole");
    assertThat(read(made, "{file: plain.csv, label: species, ignore: [1, flag]}").names().features())
        .containsExactly("b with blank", "c,comma", "d\"quote", "whole");
  }

  @Test
  void duckDbMakesParquetOfTheSameNumbersWithTheSameDigest() {
    String rows = "select * from read_csv('" + made.resolve("plain.csv") + "')";
    for (String codec : List.of("uncompressed", "gzip", "snappy", "zstd")) {
      TableFixtures.duckDb(folder.resolve(codec + ".parquet"), rows, "format parquet, row_group_size 2048, codec '" + codec + "'");
      Dataset parquet = read(folder, "{file: " + codec + ".parquet, label: species}");
      Dataset csv = read(made, "{file: plain.csv, label: species}");
      assertThat(parquet.training().values()).as(codec).isEqualTo(csv.training().values());
      assertThat(parquet.digest()).isEqualTo(csv.digest());
      assertThat(parquet.names()).isEqualTo(csv.names());
    }
  }

  @Test
  void aFolderOfParquetFilesIsOneTableInTheOrderOfTheirNames() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    for (int part = 0; part < 3; part++) {
      TableFixtures.parquet(parts.resolve("part-" + part + ".parquet"),
          "select x as a, x % 2 = 0 as y from range(" + 10 * part + ", " + 10 * (part + 1) + ") t(x) order by x");
    }
    Files.writeString(parts.resolve("_SUCCESS"), "");
    Dataset table = read(folder, "{file: parts, format: parquet, label: y}");
    assertThat(table.name()).isEqualTo("parts.parquet");
    assertThat(table.training().values()).containsExactly(floats(30));
    assertThat(table.names().classes()).containsExactly("0", "1");
  }

  @Test
  void listsOfNumbersAndAllTypesOfNumbersAreFeatures() {
    TableFixtures.parquet(folder.resolve("t.parquet"), """
        select [1.5, -2.5, null]::float[] as pixels, 200::utinyint as b, -7::smallint as s, 3000000000::uinteger as i,
        18446744073709551615::ubigint as l, 12.25::decimal(6, 2) as d, 1234567890123.5::decimal(30, 1) as wide, true as t,
        'cat' as y union all select [4, 5, 6], 1, 2, 3, 4, 5, 6, false, 'dog'""");
    Dataset table = read(folder, "{file: t.parquet, label: y, missing: mean, ignore: [wide]}");
    assertThat(table.names().features()).containsExactly("pixels[0]", "pixels[1]", "pixels[2]", "b", "s", "i", "l", "d", "t");
    assertThat(table.training().values()).containsExactly(1.5f, -2.5f, Float.NaN, 200, -7, 3e9f, (float) 0x1p64, 12.25f, 1,
        4, 5, 6, 1, 2, 3, 4, 5, 0);
  }

  @Test
  void aTestFileMayHaveItsColumnsInAnotherOrder() {
    Dataset both = read(made, "{file: plain.csv, test-file: reversed.csv, label: species}");
    assertThat(both.test().values()).isEqualTo(both.training().values());
    assertThat(both.test().labels()).isEqualTo(both.training().labels());
  }

  @Test
  void missingValuesAreCountedOrFilled() {
    assertThatThrownBy(() -> read(made, "{file: gaps.csv, label: species}")).isInstanceOf(InputException.class)
        .hasMessageContaining("gaps.csv:5: 1 value is missing, in column a (1)");
    float[] values = read(made, "{file: gaps.csv, label: species, missing: mean}").training().values();
    assertThat(IntStream.range(0, values.length).filter(k -> Float.isNaN(values[k]))).containsExactly(3 * 6);
  }

  @Test
  void oneHotMakesAFeatureOfEachValueInOrder() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "size,city,y\n1,Oslo,p\n2,Bonn,q\n3,Oslo,p\n4,NA,q\n");
    Dataset table = read(folder, "{file: t.csv, label: y, one-hot: [city], missing: mean}");
    assertThat(table.names().features()).containsExactly("size", "city=Bonn", "city=Oslo");
    assertThat(table.training().values()).containsExactly(1, 0, 1, /**/ 2, 1, 0, /**/ 3, 0, 1, /**/ 4, Float.NaN, Float.NaN);
  }

  @Test
  void numbersAreClassesBySize() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a,y\n1,10\n2,9\n3,10.0\n4,-1\n");
    Dataset table = read(folder, "{file: t.csv, label: y}");
    assertThat(table.names().classes()).containsExactly("-1", "9", "10");
    assertThat(table.training().labels()).containsExactly(2, 1, 2, 0);
  }

  /** 2^24 + 1 is the first whole number that no 32-bit float holds. */
  @Test
  void columnsWhoseWholeNumbersLoseDigitsAreNamed() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "small,time,real,even,y\n16777216,16777217,16777217.5,16777218,p\n-16777216,1,0.1,1e20,q\n");
    Dataset table = read(folder, "{file: t.csv, label: y, ignore: [even]}");
    assertThat(table.names().rounded()).containsExactly("time");
    assertThat(DataWarnings.of(table)).anyMatch(line -> line.startsWith("column time: has whole numbers of more digits than 32-bit floats keep, so 16777217"));
    TableFixtures.parquet(folder.resolve("t.parquet"), "select [1, 9007199254740993] as a, -33554433 as b, 1.5e9::float as c, i as y from range(2) t(i)");
    assertThat(read(folder, "{file: t.parquet, label: y}").names().rounded()).containsExactly("a", "b");
    assertThat(DataWarnings.of(read(folder, "{file: t.parquet, label: y}")))
        .anyMatch(line -> line.startsWith("columns a, b: each has whole numbers of more digits"));
    assertThat(DataWarnings.of(read(folder, "{file: t.csv, label: y, columns: [small, real]}"))).noneMatch(line -> line.contains("digits"));
  }

  @Test
  void tenThousandColumnsAreRead() throws IOException {
    String names = IntStream.range(0, 10_000).mapToObj(k -> "f" + k).collect(Collectors.joining(","));
    String row = IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Files.writeString(folder.resolve("wide.csv"), names + ",y\n" + row + ",p\n" + row + ",q\n");
    Dataset table = read(folder, "{file: wide.csv, label: y}");
    assertThat(table.shape().size()).isEqualTo(10_000);
    assertThat(table.training().values()[19_999]).isEqualTo(9_999);
  }

  @Test
  void moreColumnsThanANetworkMayHaveInputsAreRefused() throws IOException {
    String row = "1" + ",1".repeat(70_000);
    Files.writeString(folder.resolve("wide.csv"), row + "\n" + row + "\n");
    refuses("wide.csv: has 70000 features; there can be at most 65536: choose some by columns, or leave some out by ignore",
        "{file: wide.csv, label: 1, header: false}");
  }

  @Test
  void textInAnotherEncodingIsRefused() throws IOException {
    Files.write(folder.resolve("latin.csv"), "a,y\n1,ä\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
    refuses("latin.csv: is not UTF-8 text; save it as UTF-8", "{file: latin.csv, label: y}");
    Files.write(folder.resolve("wide.csv"), "a,y\n1,p\n".getBytes(StandardCharsets.UTF_16));
    refuses("wide.csv: is UTF-16 text, or none at all; save it as UTF-8", "{file: wide.csv, label: y}");
  }

  @Test
  void aFileThatIsNowhereIsNamedWithThePlacesWhereItWasLookedFor() {
    refuses("no such file: " + folder.resolve("none.csv"), "{file: none.csv, label: y}");
  }

  /** 200 megabytes of one cell behind a quote that is not closed. */
  @Test
  void aBombOfOneRowIsRefusedBeforeItIsInMemory() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.csv.gz")))) {
      out.write("a,y\n1,\"".getBytes(StandardCharsets.UTF_8));
      byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k < 200; k++) {
        out.write(megabyte);
      }
    }
    refuses("bomb.csv.gz: has a row of more than 16777216 characters; is a quote not closed?", "{file: bomb.csv.gz, label: y}");
  }

  private void refuses(String message, String data) {
    assertThatThrownBy(() -> read(folder, data)).isInstanceOf(InputException.class).message().contains(message).doesNotContain("\n");
  }

  private static float[] floats(int count) {
    float[] floats = new float[count];
    IntStream.range(0, count).forEach(k -> floats[k] = k);
    return floats;
  }

  @Test
  void aColumnSaysWhichRowsBelongTogether() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "who,a,y\n7,1,p\n8,2,q\n7,3,p\n9,4,q\n");
    TableFixtures.parquet(folder.resolve("t.parquet"), "select * from (values (7, 1, 'p'), (8, 2, 'q'), (7, 3, 'p'), (9, 4, 'q')) t(who, a, y)");
    Dataset csv = read(folder, "{file: t.csv, label: y, group-column: who}");
    assertThat(csv.names().features()).containsExactly("a");
    assertThat(csv.groups().count()).isEqualTo(3);
    assertThat(csv.groups().of(0)).isEqualTo(csv.groups().of(2)).isNotEqualTo(csv.groups().of(1));
    assertThat(csv.groups().facts(csv.training().labels()).areWhole()).isTrue();
    assertThat(csv.digest()).isEqualTo(read(folder, "{file: t.parquet, label: y, group-column: who}").digest())
        .isNotEqualTo(read(folder, "{file: t.csv, label: y, ignore: [who]}").digest());
  }

  private static Dataset read(Path folder, String data) {
    DataFile file = ExperimentFile.experiment("x", YamlText.map("x", "name: x\ndata: " + data + "\n")).data().table().orElseThrow();
    return TableSet.read(file, List.of(folder.toString()), new FileSystems());
  }
}
