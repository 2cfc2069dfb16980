package rote.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.Shape;
import rote.data.download.DownloadSource;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.harness.CifarFixtures;
import rote.harness.IdxFixtures;

/** IDX files under the names, and with the peculiarities, of those that people have. */
class IdxNamesTest {
  private static final int[] LETTERS = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void emnistsImagesAreTurnedAndItsLabelsBeginAtOne() throws IOException {
    Path upright = IdxFixtures.write(folder.resolve("upright"), LETTERS, LETTERS, 4, 6);
    Dataset plain = Catalog.load("idx", at(upright));
    Dataset letters = Catalog.load("idx", at(renamed(upright, "letters")));
    assertThat(letters.shape()).isEqualTo(new Shape(1, 6, 4));
    assertThat(letters.labels()).containsExactly(1, 2, 3);
    assertThat(letters.training().labels()).startsWith(0, 1, 2, 0);
    for (int image = 0; image < letters.training().count(); image++) {
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 4; column++) {
          assertThat(letters.training().pixels()[image * 24 + row * 4 + column])
              .isEqualTo(plain.training().pixels()[image * 24 + column * 6 + row]);
        }
      }
    }
    Dataset asStored = Catalog.load(keys(Optional.empty(), Optional.of(false)), at(folder.resolve("letters")));
    assertThat(asStored.digest()).isEqualTo(plain.digest());
    Dataset turned = Catalog.load(keys(Optional.empty(), Optional.of(true)), at(upright));
    assertThat(turned.digest()).isEqualTo(letters.digest());
    assertThat(turned.test().pixels()).isEqualTo(letters.test().pixels());
  }

  @Test
  void oneOfSeveralSplitsIsChosenByName() throws IOException {
    Path both = renamed(IdxFixtures.write(folder.resolve("a"), LETTERS, LETTERS), "letters");
    Path digits = renamed(IdxFixtures.write(folder.resolve("b"), new int[] {0, 1}, new int[] {0, 1}), "digits");
    for (String file : IdxNames.ofSplit("digits").files()) {
      Files.write(both.resolve(file + ".gz"), CifarFixtures.gzip(Files.readAllBytes(digits.resolve(file))));
    }
    assertThatThrownBy(() -> Catalog.load("idx", at(both))).isInstanceOf(InputException.class).hasMessage(both
        + ": holds several splits of EMNIST: digits, letters; choose one by data.split, such as --set data.split=digits");
    assertThat(Catalog.load(keys(Optional.of("digits"), Optional.empty()), at(both)).classes()).isEqualTo(2);
    assertThat(Catalog.load(keys(Optional.of("letters"), Optional.empty()), at(both)).classes()).isEqualTo(3);
    assertThatThrownBy(() -> Catalog.load(keys(Optional.of("mnist"), Optional.empty()), at(both))).isInstanceOf(InputException.class)
        .hasMessageContaining("no emnist-mnist-train-images-idx3-ubyte or emnist-mnist-train-images-idx3-ubyte.gz of idx in " + both);
    Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
    Files.move(digits, unpacked.resolve("gzip"));
    assertThat(Catalog.load("idx", at(unpacked)).classes()).as("the folder in EMNIST's archive").isEqualTo(2);
  }

  @Test
  void onlyGreyImagesAreTurned() throws IOException {
    Path colour = IdxFixtures.write(folder, LETTERS, LETTERS, 6, 6, 3);
    assertThatThrownBy(() -> Catalog.load(keys(Optional.empty(), Optional.of(true)), at(colour))).isInstanceOf(InputException.class)
        .hasMessage(colour + "/train-images-idx3-ubyte: wrong shape: 30x6x6x3; only grey images, of 3 dimensions, are transposed");
  }

  @Test
  void filesMayBeCompressedTwiceOrUnpackedUnderTheirOldName() throws IOException {
    String digest = Catalog.load("idx", at(IdxFixtures.write(folder, LETTERS, LETTERS))).digest();
    for (int f = 0; f < 4; f++) {
      Path file = folder.resolve(DownloadSource.IDX_FILES.get(f));
      byte[] content = Files.readAllBytes(file);
      byte[] once = CifarFixtures.gzip(content);
      Files.delete(file);
      Files.write(Path.of(file + (f == 0 ? ".gz.gz" : ".gz")), f < 2 ? CifarFixtures.gzip(once) : f == 2 ? content : once);
    }
    assertThat(Catalog.load("idx", at(folder)).digest()).isEqualTo(digest);
  }

  private Path renamed(Path from, String split) throws IOException {
    Path to = Files.createDirectories(folder.resolve(split));
    for (int f = 0; f < 4; f++) {
      Files.copy(from.resolve(DownloadSource.IDX_FILES.get(f)), to.resolve(IdxNames.ofSplit(split).files().get(f)));
    }
    return to;
  }

  private static DataKeys keys(Optional<String> split, Optional<Boolean> isTransposed) {
    return new DataKeys("idx", Optional.empty(), split, isTransposed, DataKeys.Labels.FINE, Optional.empty());
  }

  private static List<DataFolder> at(Path folder) {
    return List.of(new DataFolder(folder.toString(), new FileSystems()));
  }
}
