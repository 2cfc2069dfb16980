package rote.data.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Classes;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Grouping;
import rote.data.Names;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.data.tables.ColumnName;
import rote.data.tables.DataFile;
import rote.data.tables.TableSet;
import rote.files.FileSystems;

class DataWarningsTest {
  private static final byte[] LABELS = {0, 1, 0, 1};

  @Test
  void aColumnThatNumbersTheRowsGivesTheVerdictAway() {
    assertThat(warnings(0, 1, 2, 3)).singleElement().asString().startsWith("column n: numbers the rows: where these are sorted by class,"
        + " it alone gives a perfect and false verdict; leave it out by ignore");
    assertThat(warnings(1_000, 1_001, 1_002, 1_003)).hasSize(1);
  }

  @Test
  void distinctWholeNumbersMayNameTheRowsAndMeasurementsDoNot() {
    assertThat(warnings(17, 4, 99, 23)).singleElement().asString()
        .startsWith("column n: has another whole number in every row, as a name of the row has");
    assertThat(warnings(1.5f, 4, 9, 2)).isEmpty();
    assertThat(warnings(3, 4, 3, 5)).singleElement().asString().startsWith("1 row is the same as an earlier row");
  }

  @Test
  void constantColumnsAreNamedTogether() {
    Dataset data = set(2, new float[] {7, 0.1f, /**/ 7, 0.1f}, new byte[] {0, 1}, Examples.none());
    assertThat(DataWarnings.of(data)).contains("columns n, m: each has the same value in all rows, so nothing can be learned from it");
    assertThat(warnings(7, Float.NaN, 7, Float.NaN)).anyMatch(line -> line.startsWith("column n: has the same value"));
  }

  @Test
  void rowsThatAreTheSameAreCountedWithinAndBetweenTheSets() {
    Examples test = Examples.ofValues(new float[] {1.5f, 9.5f, 9.5f}, new byte[] {1, 0, 0});
    Dataset data = set(1, new float[] {1.5f, 2.5f, 2.5f, 3.5f}, new byte[] {0, 1, 0, 1}, test);
    assertThat(Duplicates.in(data)).isEqualTo(new Duplicates(1, 1, 1, 2));
    assertThat(DataWarnings.of(data)).containsExactly(
        "1 of 3 test rows is a training row too, which a network may know by heart",
        "2 rows are the same as another row that has another label, so not all can be right");
  }

  /** Squares repeat in the numbers modulo 1009, each with its negative. */
  @Test
  void manyRowsAreCompared() {
    int count = 50_000;
    float[] values = new float[2 * count];
    byte[] labels = new byte[count];
    for (int e = 0; e < count; e++) {
      values[2 * e] = e / 1009;
      values[2 * e + 1] = (e % 1009) * (e % 1009) % 1009;
    }
    Set<List<Float>> seen = new HashSet<>();
    int repeated = (int) IntStream.range(0, count).filter(e -> !seen.add(List.of(values[2 * e], values[2 * e + 1]))).count();
    assertThat(repeated).isBetween(24_000, 25_000);
    assertThat(Duplicates.in(set(2, values, labels, Examples.ofValues(values, labels)))).isEqualTo(new Duplicates(repeated, repeated, count, 0));
  }

  @Test
  void missingValuesAreEqualToEachOther() {
    assertThat(Duplicates.in(set(1, new float[] {Float.NaN, Float.NaN}, new byte[] {0, 1}, Examples.none())))
        .isEqualTo(new Duplicates(1, 0, 0, 1));
  }

  @Test
  void aClassOfNearlyAllRowsAndAClassOfOneAreNamed() {
    float[] values = new float[20];
    IntStream.range(0, 20).forEach(e -> values[e] = e / 2f);
    byte[] labels = new byte[20];
    labels[7] = 1;
    assertThat(DataWarnings.of(set(1, values, labels, Examples.none()))).containsExactly(
        "class no has 19 of 20 rows: always answering it is right as often; balanced_accuracy, of probe test-answers, counts all"
            + " classes alike", "class yes has a single row or none to train on");
  }

  @Test
  void rowsOfOneGroupMayBeTheSameSinceTheyAreOnOneSide() {
    Dataset data = set(1, new float[] {1.5f, 2.5f, 1.5f, 2.5f}, new byte[] {0, 1, 0, 0}, Examples.none()).grouped(new Grouping(new int[] {0, 1, 0, 2}));
    assertThat(Duplicates.in(data)).isEqualTo(new Duplicates(1, 0, 0, 1));
    assertThat(DataWarnings.of(data)).containsExactly(
        "1 row is the same as an earlier row of another group, so some may be both trained on and tested on",
        "1 row is the same as another row that has another label, so not all can be right",
        "class yes has a single row or none to train on");
  }

  @Test
  void aColumnOfTextsThatHasAnotherInEveryRowIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a,id,city,y\n1.5,r,Oslo,p\n2,s,Bonn,q\n3,t,Oslo,p\n4,,Bonn,q\n");
    List<ColumnName> texts = List.of(ColumnName.of("id"), ColumnName.of("city"));
    DataFile asked = new DataFile("t.csv", null, DataFile.Format.CSV, ColumnName.of("y"), List.of(), List.of(), texts, true, DataFile.CsvForm.USUAL, null);
    assertThat(DataWarnings.of(TableSet.read(asked, List.of(folder.toString()), new FileSystems())))
        .containsExactly("column id: has another text in every row, which says nothing of other rows; leave it out by ignore");
  }

  @Test
  void imagesOfOnesOwnThatAreTheSameAreCounted() {
    Examples training = new Examples(new byte[] {1, 2, /**/ 3, 4, /**/ 1, 2, /**/ 5, 6}, new byte[] {0, 1, 1, 1});
    Examples test = new Examples(new byte[] {1, 2, /**/ 1, 3, /**/ 5, 6}, new byte[] {0, 1, 0});
    for (String name : List.of("npz", "idx", "images.parquet")) {
      Dataset data = new Dataset(name, new Shape(1, 1, 2), 2, training, test);
      assertThat(DataWarnings.of(data)).containsExactly(
          "2 of 3 test images are training images too, which a network may know by heart",
          "2 images are the same as another image that has another label, so not all can be right",
          "class 0 has a single image or none to train on");
      assertThat(Description.of(data).warnings()).isEqualTo(DataWarnings.of(data));
    }
  }

  @Test
  void aClassOfNearlyAllImagesIsNamed() {
    byte[] labels = {3, 3, 3, 3, 3, 3, 3, 3, 4, 4};
    Dataset data = new Dataset("npz", new Shape(1, 1, 1), Classes.in(labels), new Examples(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 8},
        new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1}), Examples.none(), Map.of());
    assertThat(DataWarnings.of(data)).containsExactly(
        "1 image is the same as an earlier image, so some may be both trained on and tested on",
        "class 3 has 8 of 10 images: always answering it is right as often; balanced_accuracy, of probe test-answers, counts all classes alike");
  }

  @Test
  void publishedSetsHaveNone() {
    Dataset published = new Dataset("cifar-10", new Shape(1, 1, 1), 2, new Examples(new byte[2], new byte[] {0, 1}), Examples.none());
    assertThat(DataWarnings.of(published)).isEmpty();
    assertThat(Description.of(published).warnings()).isEmpty();
    assertThat(DataWarnings.of(Catalog.load("pen-digits", List.of()))).isEmpty();
  }

  private static List<String> warnings(float... values) {
    return DataWarnings.of(set(1, values, LABELS, Examples.none()));
  }

  private static Dataset set(int width, float[] values, byte[] labels, Examples test) {
    return Dataset.ofTable("t.csv", Shape.ofFeatures(width), new Names(List.of("n", "m").subList(0, width), List.of("no", "yes")),
        Examples.ofValues(values, labels), test);
  }
}
