package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rote.trial.Seeds;

/** Folds and test sets: every example is tested once, classes and groups are where they belong. */
class FoldsTest {
  private static final int MAX_CLASSES = 5;

  @Property(tries = 300, seed = "1")
  void foldsHaveAsMuchOfEveryClassAsOthers(@ForAll @IntRange(min = 2, max = 90) int rows, @ForAll @IntRange(min = 2, max = 9) int folds,
      @ForAll @IntRange(min = 1, max = MAX_CLASSES) int classes, @ForAll long seed) {
    byte[] labels = labels(rows, classes, seed);
    int[] of = Folds.of(labels, classes, folds, new Seeds(seed));
    assertThat(apart(of, folds, e -> true)).isLessThanOrEqualTo(1);
    for (int c = 0; c < classes; c++) {
      int label = c;
      assertThat(apart(of, folds, e -> labels[e] == label)).isLessThanOrEqualTo(1);
    }
    assertThat(Folds.of(labels, classes, folds, new Seeds(seed))).isEqualTo(of);
  }

  @Property(tries = 300, seed = "2")
  void groupsStayWhole(@ForAll @IntRange(min = 2, max = 90) int rows, @ForAll @IntRange(min = 2, max = 30) int groups,
      @ForAll @IntRange(min = 1, max = MAX_CLASSES) int classes, @ForAll long seed) {
    byte[] labels = labels(rows, classes, seed);
    Grouping grouping = grouping(rows, groups, seed);
    int folds = Math.min(grouping.count(), 4);
    int[] of = Folds.of(labels, classes, grouping, folds, new Seeds(seed));
    for (int[] members : grouping.members()) {
      assertThat(Arrays.stream(members).map(e -> of[e]).distinct().count()).isEqualTo(1);
    }
    assertThat(Arrays.stream(of).distinct().count()).as("no fold is empty").isEqualTo(folds);
    if (grouping.count() > 1) {
      int[] test = TestShare.rows(labels, classes, grouping, Math.max(1, rows / 3), new Seeds(seed));
      List<Integer> tested = Arrays.stream(test).mapToObj(grouping::of).distinct().toList();
      assertThat(IntStream.range(0, rows).filter(e -> tested.contains(grouping.of(e))).toArray()).isEqualTo(test);
      assertThat(tested.size()).isBetween(1, grouping.count() - 1);
    }
  }

  @Example
  void groupsOfOneSizeAreSharedEvenly() {
    byte[] labels = new byte[120];
    int[] of = new int[120];
    Arrays.setAll(of, e -> e / 4);
    IntStream.range(0, 120).forEach(e -> labels[e] = (byte) (e / 4 % 3));
    Grouping grouping = new Grouping(of);
    int[] folds = Folds.of(labels, 3, grouping, 5, new Seeds(3));
    for (int c = 0; c < 3; c++) {
      int label = c;
      assertThat(apart(folds, 5, e -> labels[e] == label)).as("10 groups of each class in 5 folds").isZero();
    }
    int[] test = TestShare.rows(labels, 3, grouping, 36, new Seeds(3));
    assertThat(Folds.counts(labels, 3, test)).containsExactly(12, 12, 12);
  }

  @Example
  void everyExampleIsTestedInOneFold() {
    byte[] labels = labels(31, 3, 1);
    Dataset data = Dataset.ofTable("t.csv", Shape.ofFeatures(1), new Names(List.of("a"), List.of("x", "y", "z")),
        Examples.ofValues(numbers(31), labels), Examples.none());
    float[] tested = new float[0];
    for (int fold = 1; fold <= 5; fold++) {
      Dataset dealt = data.withFold(fold, 5, new Seeds(2));
      float[] of = dealt.test().values();
      int before = tested.length;
      tested = Arrays.copyOf(tested, before + of.length);
      System.arraycopy(of, 0, tested, before, of.length);
      assertThat(dealt.training().count() + dealt.test().count()).isEqualTo(31);
    }
    Arrays.sort(tested);
    assertThat(tested).isEqualTo(numbers(31));
  }

  private static int apart(int[] of, int folds, java.util.function.IntPredicate which) {
    int[] counts = new int[folds];
    IntStream.range(0, of.length).filter(which).forEach(e -> counts[of[e]]++);
    IntSummaryStatistics sizes = Arrays.stream(counts).summaryStatistics();
    return sizes.getMax() - sizes.getMin();
  }

  static byte[] labels(int rows, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] labels = new byte[rows];
    IntStream.range(0, rows).forEach(e -> labels[e] = (byte) random.nextInt(classes));
    return labels;
  }

  static Grouping grouping(int rows, int groups, long seed) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    int[] of = new int[rows];
    int count = Math.min(groups, rows);
    Arrays.setAll(of, e -> e < count ? e : random.nextInt(count)); // every number occurs
    return new Grouping(of);
  }

  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    IntStream.range(0, count).forEach(e -> numbers[e] = e);
    return numbers;
  }
}
