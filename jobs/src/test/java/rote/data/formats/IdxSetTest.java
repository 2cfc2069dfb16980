package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Classes;
import rote.data.CorruptedLabels;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.LabelNoise;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.data.download.DownloadSource;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Sha256;
import rote.harness.IdxFixtures;

/** Classes are the labels that occur, and the digest names them where they are not 0 to the highest. */
class IdxSetTest {
  private static final int[] LETTERS = IntStream.rangeClosed(1, 26).toArray();
  private static final int[] DIGITS = IntStream.range(0, 10).toArray();

  @TempDir Path folder;

  @Test
  void lettersFromOneTo26Are26Classes() throws IOException {
    Dataset letters = load(IdxFixtures.write(folder, LETTERS, LETTERS));
    assertThat(letters.classes()).isEqualTo(26);
    assertThat(letters.labels()).containsExactlyElementsOf(IntStream.of(LETTERS).boxed().toList());
    assertThat(letters.training().labels()).startsWith(0, 1, 2).contains(25).doesNotContain(26);
    assertThat(letters.label(25)).isEqualTo(26);
  }

  @Test
  void replacedLabelsAreAmongThoseThatOccur() throws IOException {
    Dataset set = load(IdxFixtures.write(folder, new int[] {0, 130, 255}, new int[] {255, 0}));
    assertThat(set.labels()).containsExactly(0, 130, 255);
    int[] rows = IntStream.range(0, set.training().count()).toArray();
    for (LabelNoise noise : LabelNoise.values()) {
      CorruptedLabels told = CorruptedLabels.of(set.training(), set.classes(), rows, 1, noise,
          (name, index) -> RandomSource.XO_SHI_RO_256_PP.create(7));
      assertThat(told.labels()).containsOnly(0, 1, 2);
    }
  }

  @Test
  void aSetWithEveryLabelUpToTheHighestKeepsItsDigest() throws IOException {
    Dataset digits = load(IdxFixtures.write(folder, DIGITS, new int[] {3, 1}));
    assertThat(digits.digest()).isEqualTo(digestOfTheFiles());
    assertThat(DatasetInfo.of(digits).former()).isEmpty();
  }

  @Test
  void otherwiseTheDigestNamesTheClassesAndTheFormerDigestIsKnown() throws IOException {
    Dataset letters = load(IdxFixtures.write(folder, LETTERS, LETTERS));
    assertThat(letters.digest()).isEqualTo(Sha256.hex(Sha256.of(fileDigests() + "classes 1 to 26\n")));
    assertThat(DatasetInfo.of(letters).former()).containsOnlyKeys(digestOfTheFiles()).containsValue(
        "its trials count 27 classes, and the classes are the 26 labels that occur (1 to 26)");
  }

  @Test
  void theFormerDigestCoversASingleChannelInTheHeader() throws IOException {
    Dataset plain = load(IdxFixtures.write(folder, LETTERS, LETTERS, 4, 4));
    Dataset named = load(IdxFixtures.write(folder, LETTERS, LETTERS, 1, 4, 4));
    assertThat(named.digest()).isEqualTo(plain.digest());
    assertThat(DatasetInfo.of(named).former()).isEqualTo(DatasetInfo.of(plain).former()).isNotEmpty();
    Dataset last = load(IdxFixtures.write(folder, LETTERS, LETTERS, 6, 6, 1));
    assertThat(last.shape()).isEqualTo(new Shape(1, 6, 6));
    assertThat(DatasetInfo.of(last).former()).as("its rows were channels").containsOnlyKeys(digestOfTheFiles());
  }

  @Test
  void channelsLastAreTheSameSetAsChannelsFirst() throws IOException {
    Dataset set = load(IdxFixtures.write(folder, DIGITS, DIGITS, 6, 6, 3));
    assertThat(set.shape()).isEqualTo(new Shape(3, 6, 6));
    assertThat(DatasetInfo.of(set).former()).containsOnlyKeys(digestOfTheFiles())
        .containsValue("its trials read image rows as channels, and images are 6x6 pixels of 3 channels");
    assertThat(set.croppedTo(new Shape(3, 4, 4)).training().size()).isEqualTo(48);
  }

  @Test
  void aClassThatTrainingLacksIsReported() throws IOException {
    IdxFixtures.write(folder, new int[] {0, 1, 2, 3, 4}, DIGITS);
    assertThatThrownBy(() -> load(folder)).isInstanceOf(InputException.class).hasMessage(folder
        + "/t10k-labels-idx1-ubyte: the test set has classes that the training set lacks: labels 5 to 9 (50 of 100 examples), and "
        + folder + "/train-labels-idx1-ubyte has 0 to 4; take those examples out of the test set, or put some of them into training");
  }

  @Test
  void aLowerClassThatTrainingLacksIsReportedToo() throws IOException {
    IdxFixtures.write(folder, new int[] {0, 1, 3}, new int[] {0, 1, 2, 3});
    assertThatThrownBy(() -> load(folder)).isInstanceOf(InputException.class).hasMessage(folder
        + "/t10k-labels-idx1-ubyte: the test set has classes that the training set lacks: labels 2 (10 of 40 examples), and " + folder
        + "/train-labels-idx1-ubyte has 0 to 1, 3; take those examples out of the test set, or put some of them into training");
  }

  @Test
  void aTestSetMayLackAClassOfTraining() throws IOException {
    Dataset set = load(IdxFixtures.write(folder, new int[] {0, 1, 2}, new int[] {1}));
    assertThat(set.classes()).isEqualTo(3);
    assertThat(set.digest()).isEqualTo(digestOfTheFiles());
  }

  @Test
  void oneClassIsNothingToTellApart() throws IOException {
    IdxFixtures.write(folder, new int[] {7}, new int[] {7});
    assertThatThrownBy(() -> load(folder)).isInstanceOf(InputException.class)
        .hasMessage(folder + "/train-labels-idx1-ubyte: all labels are 7; to tell classes apart there must be two");
  }

  private static Dataset load(Path folder) {
    return Catalog.load("idx", List.of(new DataFolder(folder.toString(), new FileSystems())));
  }

  private String digestOfTheFiles() throws IOException {
    return Sha256.hex(Sha256.of(fileDigests()));
  }

  private String fileDigests() throws IOException {
    StringBuilder digests = new StringBuilder();
    for (String file : DownloadSource.IDX_FILES) {
      digests.append(Sha256.hex(Sha256.digest().digest(Files.readAllBytes(folder.resolve(file))))).append('\n');
    }
    return digests.toString();
  }
}
