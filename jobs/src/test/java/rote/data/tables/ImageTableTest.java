package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.harness.TableFixtures;

/** Tables of encoded images, as public data hubs store them: PNG by Pillow, Parquet by DuckDB. */
class ImageTableTest {
  private static final Path MADE = Path.of("src/test/resources/png").toAbsolutePath();
  private static final String ROWS = "select {'bytes': content, 'path': parse_filename(filename)} as image, ";

  @TempDir Path folder;

  @Test
  void greyAndColouredImagesAreReadPixelByPixel() throws IOException {
    for (String name : List.of("grey", "colour")) {
      write("t.parquet", ROWS + "i % 2 as label " + from(name) + ", range(3) t(i) order by i");
      Dataset table = read("{file: t.parquet, label: label}");
      assertThat(table.isReal()).isFalse();
      assertThat(table.shape()).isEqualTo(new Shape(name.equals("grey") ? 1 : 3, 5, 7));
      assertThat(table.training().pixels()).isEqualTo(repeated(name, 3));
      assertThat(table.training().labels()).containsExactly(0, 1, 0);
      assertThat(table.names().classes()).containsExactly("0", "1");
      assertThat(table.names().features()).isEmpty();
    }
  }

  @Test
  void theSameImagesInAnotherFormatAreTheSameData() throws IOException {
    write("t.parquet", ROWS + "i as y, i as id " + from("grey") + ", range(2) t(i) order by i");
    write("test.parquet", ROWS + "1 as y, 7 as id " + from("with-text"));
    Dataset table = read("{file: t.parquet, test-file: test.parquet, label: y, columns: [image]}");
    Dataset plain = new Dataset("any", table.shape(), 2, new Examples(repeated("grey", 2), new byte[] {0, 1}),
        new Examples(repeated("with-text", 1), new byte[] {1}));
    assertThat(table.digest()).isEqualTo(plain.digest());
  }

  @Test
  void aColumnOfBytesWithoutAPathIsReadToo() throws IOException {
    write("t.parquet", "select content as png, i as y " + from("palette") + ", range(2) t(i) order by i");
    assertThat(read("{file: t.parquet, label: y}").training().pixels()).isEqualTo(repeated("palette", 2));
  }

  @Test
  void manyImagesInAFolderOfFilesAreRead() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    for (int part = 0; part < 3; part++) {
      write("parts/train-0000" + part + "-of-00003.parquet", ROWS + "(i + " + part + ") % 3 as y " + from("grey") + ", range(400) t(i) order by i");
    }
    Dataset table = read("{file: parts, format: parquet, label: y}");
    assertThat(table.training().pixels()).isEqualTo(repeated("grey", 1_200));
    Files.move(folder.resolve("parts/train-00002-of-00003.parquet"), folder.resolve("parts/test-00000-of-00001.parquet"));
    refuses("parts: holds files of test and train, such as test-00000-of-00001.parquet, which would be one table; name a file of it by file,",
        "{file: parts, format: parquet, label: y}");
  }

  /** A mount table's view of a local folder, which only Hadoop can open. */
  @Test
  void filesAndFoldersAreReadOnAnyFileSystemOfHadoop() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.lab.link./disk", folder.toUri().toString());
    hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
    Files.createDirectory(folder.resolve("parts"));
    write("parts/a.parquet", ROWS + "0 as y " + from("colour"));
    write("parts/b.parquet", ROWS + "1 as y " + from("colour"));
    Dataset all = read("{file: viewfs://lab/disk/parts, format: parquet, label: y}", new FileSystems(hadoop));
    assertThat(all.training().pixels()).isEqualTo(repeated("colour", 2));
    write("all.parquet", ROWS + "i as y " + from("colour") + ", range(2) t(i)");
    Dataset two = read("{file: viewfs://lab/disk/all.parquet, test-file: viewfs://lab/disk/parts/b.parquet, label: y}", new FileSystems(hadoop));
    assertThat(two.test().pixels()).isEqualTo(repeated("colour", 1));
  }

  @Test
  void whatIsWrongWithAnImageIsSaidWithFileRowAndColumn() throws IOException {
    write("t.parquet", ROWS + "1 as y " + from("grey") + " union all " + ROWS + "2 " + from("grey-small"));
    refuses("t.parquet: row 2: column \"image\": is an image of 5 x 6 pixels in grey, and the first is one of 5 x 7 pixels in grey; all must be alike",
        "{file: t.parquet, label: y}");
    write("t.parquet", ROWS + "1 as y " + from("grey") + " union all " + ROWS + "2 " + from("bomb"));
    refuses("t.parquet: row 2: column \"image\": is an image of 50000 x 50000 pixels in colour;", "{file: t.parquet, label: y}");
    write("t.parquet", ROWS + "1 as y " + from("grey") + " union all select {'bytes': null, 'path': 'a.png'}, 2");
    refuses("t.parquet: row 2: 1 of 2 rows have no bytes of an image in column image (1); take them out", "{file: t.parquet, label: y, missing: mean}");
    write("t.parquet", ROWS + "1 as y " + from("grey") + " union all select null, 2");
    refuses("t.parquet: row 2: 1 of 2 rows have no bytes", "{file: t.parquet, label: y}");
    write("t.parquet", "select {'bytes': ''::blob, 'path': 'x'} as image, 1 as y");
    refuses("t.parquet: row 1: column \"image\": is not a PNG image: it is empty", "{file: t.parquet, label: y}");
  }

  @Test
  void imagesAreAloneAndNoClasses() throws IOException {
    write("t.parquet", ROWS + "i as y, i as fine, i as coarse " + from("grey") + ", range(2) t(i)");
    refuses("t.parquet: column \"image\" holds images, beside which there can be no other feature; leave the other columns out by ignore: [fine, coarse]",
        "{file: t.parquet, label: y}");
    refuses("t.parquet: column \"image\" holds images, which are no classes; name another for label", "{file: t.parquet, label: image}");
    refuses("t.parquet: column \"image\" holds images, which are no classes; name another for label, and none of images for one-hot",
        "{file: t.parquet, label: y, columns: [image], one-hot: [image]}");
    write("test.parquet", ROWS + "i as y " + from("colour") + ", range(2) t(i)");
    refuses("test.parquet: the test set has images of 5 x 7 pixels in colour, and the training set has images of 5 x 7 pixels in grey; both must be alike",
        "{file: t.parquet, test-file: test.parquet, label: y, columns: [image]}");
  }

  @Test
  void filesOfOneTableHoldTheSame() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    write("parts/a.parquet", "select [i, 2] as a, i as y from range(2) t(i)");
    write("parts/b.parquet", "select 1 as a, 0 as y");
    refuses("b.parquet: column \"a\" is of type INTEGER(32,true), and of type LIST in the file before it", "{file: parts, format: parquet, label: y}");
    write("long.parquet", "select [i, 2, 3] as a, i as y from range(2) t(i)");
    refuses("long.parquet: the lists of the test set are not as long as those of the training set; make them so",
        "{file: parts/a.parquet, test-file: long.parquet, label: y}");
  }

  private void write(String name, String query) {
    TableFixtures.parquet(folder.resolve(name), query);
  }

  private static String from(String name) {
    return "from read_blob('" + MADE.resolve(name + ".png") + "')";
  }

  private static byte[] repeated(String name, int count) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int k = 0; k < count; k++) {
      all.writeBytes(Files.readAllBytes(MADE.resolve(name + ".raw")));
    }
    return all.toByteArray();
  }

  private void refuses(String message, String data) {
    assertThatThrownBy(() -> read(data)).isInstanceOf(InputException.class).message().contains(message).doesNotContain("\n");
  }

  private Dataset read(String data) {
    return read(data, new FileSystems());
  }

  private Dataset read(String data, FileSystems systems) {
    DataFile file = ExperimentFile.experiment("x", YamlText.map("x", "name: x\ndata: " + data + "\n")).data().table().orElseThrow();
    return TableSet.read(file, List.of(folder.toString()), systems);
  }
}
