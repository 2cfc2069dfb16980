package rote.data.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.data.catalog.Catalog;

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
  void imagesHaveNone() {
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
