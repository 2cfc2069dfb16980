package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.CifarFixtures.batch;
import static rote.harness.CifarFixtures.gzip;
import static rote.harness.CifarFixtures.pixel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.harness.CifarFixtures;

class CifarFileTest {
  private static final int ROWS = 3;

  @TempDir Path folder;

  @Test
  void aRowIsALabelAndThePixelsOfThreeChannels() throws IOException {
    ByteBuffer labels = ByteBuffer.allocate(ROWS);
    ByteBuffer pixels = ByteBuffer.allocate(ROWS * 3072);
    CifarFile.read(CifarForm.CIFAR_10, new ByteArrayInputStream(batch(ROWS, 4)), "some.bin", labels, pixels);
    assertThat(pixels.hasRemaining()).isFalse();
    assertThat(labels.array()).containsExactly(0, 1, 2);
    for (int k : new int[] {0, 31, 32, 1_023, 1_024, 3_071}) {
      assertThat(pixels.get(2 * 3072 + k)).isEqualTo(pixel(4, 2, k));
    }
  }

  @Test
  void refusesAFileThatIsTooShortOrTooLong() {
    byte[] whole = batch(ROWS, 1);
    byte[] packed = gzip(whole);
    refuses("some.bin: too short: has 9218 bytes; 3 rows of 3073 bytes are 9219", () -> read(Arrays.copyOf(whole, 9218)));
    refuses("some.bin: too short: has 0 bytes; 3 rows of 3073 bytes are 9219", () -> read(new byte[0]));
    refuses("some.bin: too long: has more than 9219 bytes; 3 rows of 3073 bytes are 9219",
        () -> read(Arrays.copyOf(whole, 9220)));
    refuses("some.bin: too short: ends within its header or its gzip frame", () -> read(Arrays.copyOf(packed, packed.length - 9)));
  }

  @Test
  void refusesALabelOutOfRange() {
    byte[] file = batch(ROWS, 1);
    file[2 * 3073] = 10;
    refuses("some.bin: label 2 is 10; labels are 0 to 9", () -> read(file));
    file[2 * 3073] = -1;
    refuses("some.bin: label 2 is 255; labels are 0 to 9", () -> read(file));
  }

  @Test
  void anArchiveHoldsTheBatchesInAnyOrder() throws IOException {
    Dataset set = archive(CifarFixtures.tar(ROWS));
    assertThat(set.shape()).isEqualTo(new Shape(3, 32, 32));
    assertThat(set.classes()).isEqualTo(10);
    assertThat(set.training().count()).isEqualTo(5 * ROWS);
    for (int row = 0; row < 5 * ROWS; row++) {
      assertThat(set.training().labels()[row]).isEqualTo((byte) (row % ROWS));
      assertThat(set.training().pixels()[row * 3072 + 77]).isEqualTo(pixel(row / ROWS, row % ROWS, 77));
    }
    assertThat(set.test().pixels()).startsWith(pixel(5, 0, 0), pixel(5, 0, 1)).hasSize(ROWS * 3072);
    assertThat(archive(gzip(CifarFixtures.tar(ROWS))).digest()).isEqualTo(set.digest());
  }

  @Test
  void refusesAnArchiveOfOtherFiles() throws IOException {
    refuses("some.tgz: lacks data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin, test_batch.bin",
        () -> archive(tar("x/data_batch_1.bin", batch(ROWS, 0))));
    refuses("some.tgz!data_batch_1.bin: is there twice",
        () -> archive(tar("data_batch_1.bin", batch(ROWS, 0), "data_batch_1.bin", batch(ROWS, 0))));
    refuses("some.tgz!test_batch.bin: too short: has 9218 bytes; 3 rows of 3073 bytes are 9219",
        () -> archive(tar("test_batch.bin", Arrays.copyOf(batch(ROWS, 0), 9218))));
    refuses("some.tgz: holds more than the batches of CIFAR-10: a file of 2000000 bytes",
        () -> archive(tar("film", new byte[2_000_000])));
  }

  @Test
  void refusesASingleClassAndTestLabelsThatTrainingLacks() throws IOException {
    refuses("some.tgz: all labels are 0; to tell classes apart there must be two",
        () -> archive(CifarForm.COARSE, tar("train.bin", new byte[4 * 3074], "test.bin", new byte[2 * 3074])));
    refuses("some.tgz: the test set has classes that the training set lacks: labels 97 (1 of 3 examples), and some.tgz has 98 to 99;"
        + " take those examples out of the test set, or put some of them into training",
        () -> new CifarBatches(CifarForm.FINE.withRows(2, 3)).readArchive(new ByteArrayInputStream(tar("train.bin", rows100(2, 7), "test.bin", rows100(3, 3))),
            "some.tgz").dataset("some.tgz"));
  }

  @Test
  void theCatalogReadsSixFilesOrTheArchive() throws IOException {
    byte[] rows = new byte[CifarForm.CIFAR_10.testRows() * 3073];
    rows[3073] = 1;
    byte[] batch = gzip(rows);
    for (String name : CifarForm.CIFAR_10.files()) {
      Files.write(folder.resolve(name + ".gz"), batch);
    }
    Dataset set = Catalog.load("cifar-10", at(folder));
    assertThat(set.training().count()).isEqualTo(50_000);
    assertThat(set.test().count()).isEqualTo(10_000);
    Files.delete(folder.resolve("test_batch.bin.gz"));
    refuses(folder + ": holds neither test_batch.bin nor test_batch.bin.gz; it holds data_batch_1.bin.gz, data_batch_2.bin.gz, "
        + "data_batch_3.bin.gz, data_batch_4.bin.gz, data_batch_5.bin.gz", () -> Catalog.load("cifar-10", at(folder)));
    refuses("no data_batch_1.bin or cifar-10-binary.tar.gz of cifar-10 in nowhere (which does not exist); name its folder by --data URI, or set "
        + "ROTE_DATA to the folder above it, or let rote fetch cifar-10 download it",
        () -> Catalog.load("cifar-10", at(Path.of("nowhere"))));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.write(other.resolve("cifar-10-binary.tar.gz"), gzip(CifarFixtures.tar(ROWS)));
    refuses(other + "/cifar-10-binary.tar.gz!data_batch_1.bin: too short: has 9219 bytes; "
        + "10000 rows of 3073 bytes are 30730000",
        () -> Catalog.load("cifar-10", at(other)));
  }

  @Test
  void aRowOfCifar100HasASuperclassAndAClass() throws IOException {
    byte[] training = rows100(4, 7);
    byte[] archive = tar("cifar-100-binary/test.bin", rows100(2, 3), "cifar-100-binary/train.bin", training,
        "cifar-100-binary/fine_label_names.txt", new byte[9]);
    Dataset fine = archive(CifarForm.FINE, archive);
    assertThat(fine.name()).isEqualTo("cifar-100");
    assertThat(fine.classes()).isEqualTo(100);
    assertThat(fine.training().labels()).containsExactly(99, 98, 97, 96);
    assertThat(fine.test().labels()).containsExactly(99, 98);
    Dataset coarse = archive(CifarForm.COARSE, archive);
    assertThat(coarse.classes()).isEqualTo(20);
    assertThat(coarse.training().labels()).containsExactly(0, 1, 2, 3);
    assertThat(coarse.training().pixels()).isEqualTo(fine.training().pixels()).startsWith(pixel(7, 0, 0), pixel(7, 0, 1));
    assertThat(coarse.training().pixels()[3 * 3072 + 3071]).isEqualTo(pixel(7, 3, 3071));
    training[0] = 20;
    refuses("some.tgz!train.bin: label 0 is 20; labels are 0 to 19",
        () -> archive(CifarForm.COARSE, tar("train.bin", training, "test.bin", rows100(2, 3))));
    refuses("some.tgz!train.bin: too short: has 3074 bytes; 4 rows of 3074 bytes are 12296",
        () -> archive(CifarForm.FINE, tar("train.bin", rows100(1, 3))));
  }

  /** Superclasses 0, 1, 2 ... and classes 99, 98, 97 ... */
  private static byte[] rows100(int rows, int salt) {
    ByteBuffer file = ByteBuffer.allocate(rows * 3074);
    for (int row = 0; row < rows; row++) {
      file.put((byte) row).put((byte) (99 - row));
      for (int k = 0; k < 3072; k++) {
        file.put(pixel(salt, row, k));
      }
    }
    return file.array();
  }

  private static Dataset archive(CifarForm form, byte[] file) {
    return new CifarBatches(form.withRows(4, 2)).readArchive(new ByteArrayInputStream(file), "some.tgz").dataset("some.tgz");
  }

  private static Dataset archive(byte[] file) {
    return new CifarBatches(CifarForm.CIFAR_10.withRows(ROWS, ROWS)).readArchive(new ByteArrayInputStream(file), "some.tgz").dataset("some.tgz");
  }

  private static void read(byte[] file) {
    new CifarBatches(CifarForm.CIFAR_10.withRows(ROWS, ROWS)).read("data_batch_3.bin", new ByteArrayInputStream(file), "some.bin");
  }

  private static byte[] tar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int k = 0; k < namesAndContents.length; k += 2) {
        CifarFixtures.put(tar, (String) namesAndContents[k], (byte[]) namesAndContents[k + 1]);
      }
    }
    return out.toByteArray();
  }

  private static List<DataFolder> at(Path folder) {
    return List.of(new DataFolder(folder.toString(), new FileSystems()));
  }

  private static void refuses(String message, ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(InputException.class).hasMessage(message);
  }
}
