package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.data.formats.CifarForm;
import rote.harness.CifarFixtures;
import rote.harness.IdxFixtures;

/** Files are found under several names, and messages list what a folder holds instead. */
class DataFolderTest {
  private static final int[] LABELS = {0, 1};

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data = IdxFixtures.write(folder.resolve("data"), LABELS, LABELS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train-images.idx3-ubyte", "train-images-idx3-ubyte.gz", "train-images.idx3-ubyte.gz",
    "TRAIN-IMAGES-IDX3-UBYTE", "Train-Images.idx3-ubyte.GZ", "train-images-idx3-ubyte/train-images-idx3-ubyte",
    "train-images.idx3-ubyte/train-images-idx3-ubyte.gz"})
  void readsAFileUnderEachCommonSpellingOfItsName(String name) throws IOException {
    String digest = load(data.toString()).digest();
    move("train-images-idx3-ubyte", name);
    assertThat(load(data.toString()).digest()).isEqualTo(digest);
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.lab.link./disk", data.toUri().toString());
    hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
    DataFolder far = new DataFolder("viewfs://lab/disk", new FileSystems(hadoop));
    assertThat(Catalog.load("idx", List.of(far)).digest()).isEqualTo(digest);
  }

  @Test
  void thePublishedNameIsPreferred() throws IOException {
    String digest = load(data.toString()).digest();
    Files.writeString(data.resolve("train-images.idx3-ubyte"), "something else");
    Files.createDirectory(data.resolve("train-images-idx3-ubyte.gz"));
    assertThat(load(data.toString()).digest()).isEqualTo(digest);
  }

  /** A pipe without a writer never begins, and some devices never end. */
  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void pipesAndDevicesAreNotRead() throws Exception {
    Path labels = data.resolve("train-labels-idx1-ubyte");
    Files.delete(labels);
    assertThat(new ProcessBuilder("mkfifo", labels.toString()).start().waitFor()).isZero();
    refuses(data.toString(), labels + ": cannot be read: is not a regular file");
    assertThatThrownBy(() -> new FileSystems().open(labels.toString())).hasMessageContaining("is not a regular file");
    Files.delete(labels);
    Files.createSymbolicLink(labels, Path.of("/dev/zero"));
    refuses(data.toString(), labels + ": cannot be read: is not a regular file");
    Files.delete(labels);
  }

  @Test
  void messagesListWhatAFolderHolds() throws IOException {
    move("train-images-idx3-ubyte", "my-train-images-idx3-ubyte");
    Files.createDirectory(data.resolve("raw"));
    refuses(data.toString(), "no train-images-idx3-ubyte or train-images-idx3-ubyte.gz of idx in " + data + " (which holds "
        + "my-train-images-idx3-ubyte, raw/, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, "
        + "train-labels-idx1-ubyte); name its folder by --data URI");
    move("my-train-images-idx3-ubyte", "train-images-idx3-ubyte/x");
    refuses(data.toString(), "; train-images-idx3-ubyte/ is a folder without that file); name its folder");
    move("train-images-idx3-ubyte/x", "train-images-idx3-ubyte/train-images-idx3-ubyte");
    move("t10k-labels-idx1-ubyte", "labels");
    refuses(data.toString(), data + ": holds neither t10k-labels-idx1-ubyte nor t10k-labels-idx1-ubyte.gz; it holds labels, raw/");
  }

  @Test
  void messagesSayWhyAFolderCannotBeRead() throws IOException {
    refuses(data + "/none", data + "/none (which does not exist)");
    refuses(data + "/train-images-idx3-ubyte", data + "/train-images-idx3-ubyte (which is a file, not a folder)");
    refuses(Files.createDirectory(folder.resolve("empty")).toString(), "empty (which is empty)");
    Files.delete(data.resolve("train-images-idx3-ubyte"));
    Files.createSymbolicLink(data.resolve("train-images-idx3-ubyte"), Path.of("nowhere"));
    refuses(data.toString(), data + "/train-images-idx3-ubyte: cannot be read: is a link that leads nowhere");
  }

  @Test
  void hadoopsChecksumFilesAreIgnored() throws IOException {
    String digest = load(data.toString()).digest();
    Files.writeString(data.resolve(".train-images-idx3-ubyte.crc"), "crc\0stale checksum of another file");
    assertThat(load(data.toString()).digest()).isEqualTo(digest);
    assertThat(load(data.toUri().toString()).digest()).isEqualTo(digest);
  }

  @Test
  void cifarIsFoundInTheFolderThatItsArchiveUnpacksTo() throws IOException {
    Path below = Files.createDirectories(folder.resolve("cifar/cifar-10-batches-bin"));
    byte[] rows = new byte[CifarForm.CIFAR_10.testRows() * 3073];
    rows[3073] = 1;
    byte[] batch = CifarFixtures.gzip(rows);
    for (String name : CifarForm.CIFAR_10.files()) {
      Files.write(below.resolve(name), batch);
    }
    assertThat(Catalog.load("cifar-10", at(below.getParent().toString())).training().count()).isEqualTo(50_000);
  }

  private void move(String from, String to) throws IOException {
    Path target = data.resolve(to);
    Path aside = Files.move(data.resolve(from), folder.resolve("aside"));
    Files.createDirectories(target.getParent());
    if (to.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")) {
      Files.write(target, CifarFixtures.gzip(Files.readAllBytes(aside)));
      Files.delete(aside);
    } else {
      Files.move(aside, target);
    }
  }

  private static void refuses(String location, String message) {
    assertThatThrownBy(() -> load(location)).isInstanceOf(InputException.class).hasMessageContaining(message);
  }

  private static Dataset load(String location) {
    return Catalog.load("idx", at(location));
  }

  private static List<DataFolder> at(String location) {
    return List.of(new DataFolder(location, new FileSystems()));
  }
}
