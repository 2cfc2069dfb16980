package rote.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Shape;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;

public class CatalogTest {
  @TempDir Path folder;

  @Test
  void penDigitsArePinnedAndAFifthOfTheirPixelsIsInk() {
    Dataset digits = Catalog.load("pen-digits", List.of());
    assertThat(DatasetInfo.of(digits)).isEqualTo(Catalog.known("pen-digits").orElseThrow());
    int[] counts = new int[10];
    for (byte label : digits.training().labels()) {
      counts[label]++;
    }
    assertThat(java.util.Arrays.stream(counts)).allMatch(count -> count > 1_800 && count < 2_200);
    int zeros = 0;
    for (byte pixel : digits.training().pixels()) {
      zeros += pixel == 0 ? 1 : 0;
    }
    assertThat((double) zeros / digits.training().pixels().length).isBetween(0.78, 0.84);
  }

  @Test
  void mnistIsGenuine() {
    String data = System.getenv("ROTE_DATA");
    if (data == null) {
      assertThat(System.getenv("CI")).as("ROTE_DATA must be set where CI=true").isNotEqualTo("true");
      System.err.println("SKIPPED: CatalogTest.mnistIsGenuine needs ROTE_DATA, the folder that holds mnist/");
      Assumptions.abort("ROTE_DATA is not set");
    }
    assertThat(DatasetInfo.of(Catalog.load("mnist", at(data + "/mnist")))).isEqualTo(Catalog.known("mnist").orElseThrow());
  }

  @Test
  void anySetInFourFilesCanBeRead() throws IOException {
    write("train-images-idx3-ubyte", 0x803, 2, 1, 3);
    write("train-labels-idx1-ubyte", 0x801, 2);
    write("t10k-images-idx3-ubyte", 0x803, 1, 1, 3);
    write("t10k-labels-idx1-ubyte", 0x801, 1);
    Dataset set = Catalog.load("idx", at("nowhere", folder.toUri().toString()));
    assertThat(set.shape()).isEqualTo(new Shape(1, 1, 3));
    assertThat(set.classes()).isEqualTo(2);
    assertThat(set.training().count()).isEqualTo(2);
    assertThatThrownBy(() -> Catalog.load("mnist", at(folder.toString())))
        .isInstanceOf(InputException.class).hasMessageContaining("wrong shape");
  }

  @Test
  void refusesImagesWithoutALabelEach() throws IOException {
    write("train-images-idx3-ubyte", 0x803, 2, 1, 3);
    write("train-labels-idx1-ubyte", 0x801, 3);
    write("t10k-images-idx3-ubyte", 0x803, 1, 1, 3);
    write("t10k-labels-idx1-ubyte", 0x801, 1);
    assertThatThrownBy(() -> Catalog.load("idx", at(folder.toString())))
        .isInstanceOf(InputException.class).hasMessage(
            folder + "/train-images-idx3-ubyte: 2 images, but " + folder + "/train-labels-idx1-ubyte: 3 labels");
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    write("train-images-idx3-ubyte", 0x803, 2, 1, 3);
    assertThatThrownBy(() -> Catalog.load("idx", at(folder.toString()))).isInstanceOf(InputException.class)
        .hasMessage(folder + ": holds neither train-labels-idx1-ubyte nor "
            + "train-labels-idx1-ubyte.gz; it holds train-images-idx3-ubyte");
  }

  @Test
  void listsThePlacesWhereNothingWasFound() {
    assertThatThrownBy(() -> Catalog.load("mnist", at("here", "there"))).isInstanceOf(InputException.class)
        .hasMessageContaining("of mnist in here (which does not exist) or there (which does not exist); "
            + "name its folder by --data URI");
  }

  @Test
  void cifarIsCompleteIfItsArchiveExists() throws IOException {
    List<DataFolder> folders = List.of(new DataFolder(folder.toString(), new FileSystems()));
    assertThat(Catalog.absence(DataKeys.of("cifar-10"), folders)).get().asString()
        .contains("no data_batch_1.bin or cifar-10-binary.tar.gz of cifar-10 in " + folder);
    Files.writeString(folder.resolve("cifar-10-binary.tar.gz"), "");
    assertThat(Catalog.absence(DataKeys.of("cifar-10"), folders)).isEmpty();
    assertThat(Catalog.isIn("cifar-10", folders)).isTrue();
  }

  @Test
  void namesTheKnownSets() {
    assertThatThrownBy(() -> Catalog.load("mnits", List.of())).isInstanceOf(InputException.class)
        .hasMessage("unknown value \"mnits\"; known: pen-digits, mnist, fashion-mnist, cifar-10, cifar-100, idx, npz");
  }

  private static List<DataFolder> at(String... locations) {
    return Stream.of(locations).map(location -> new DataFolder(location, new FileSystems())).toList();
  }

  private void write(String name, int magic, int... dimensions) throws IOException {
    int size = java.util.Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + size).putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    for (int k = 0; k < size; k++) {
      file.put((byte) (k % 2));
    }
    Files.write(folder.resolve(name), file.array());
  }
}
