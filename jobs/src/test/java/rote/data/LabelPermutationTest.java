package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rote.trial.Seeds;

class LabelPermutationTest {
  @Property(tries = 200, seed = "1")
  void countsOfClassesStay(@ForAll @IntRange(min = 1, max = 200) int rows, @ForAll @IntRange(min = 1, max = 6) int classes, @ForAll long seed) {
    byte[] labels = FoldsTest.labels(rows, classes, seed);
    byte[] permuted = LabelPermutation.of(labels, null, new Seeds(seed).stream("permutation", 1));
    assertThat(Folds.counts(permuted, classes, IntStream.range(0, rows).toArray()))
        .isEqualTo(Folds.counts(labels, classes, IntStream.range(0, rows).toArray()));
  }

  @Property(tries = 200, seed = "2")
  void groupsOfOneLabelExchangeTheirs(@ForAll @IntRange(min = 2, max = 90) int rows, @ForAll @IntRange(min = 2, max = 20) int count, @ForAll long seed) {
    Grouping groups = FoldsTest.grouping(rows, count, seed);
    byte[] ofGroups = FoldsTest.labels(groups.count(), 3, seed);
    byte[] labels = new byte[rows];
    IntStream.range(0, rows).forEach(e -> labels[e] = ofGroups[groups.of(e)]);
    byte[] permuted = LabelPermutation.of(labels, groups, new Seeds(seed).stream("permutation", 1));
    assertThat(groups.facts(permuted).areWhole()).isTrue();
    assertThat(counts(groups.firstLabels(permuted))).as("labels of groups").isEqualTo(counts(groups.firstLabels(labels)));
  }

  @Property(tries = 200, seed = "3")
  void groupsOfSeveralLabelsKeepTheirs(@ForAll @IntRange(min = 1, max = 20) int count, @ForAll @IntRange(min = 2, max = 5) int each, @ForAll long seed) {
    byte[] labels = new byte[count * each];
    int[] of = new int[labels.length];
    IntStream.range(0, labels.length).forEach(e -> {
      of[e] = e % count;
      labels[e] = (byte) (e / count);
    });
    Grouping groups = new Grouping(of);
    byte[] permuted = LabelPermutation.of(labels, groups, new Seeds(seed).stream("permutation", 1));
    for (int[] members : groups.members()) {
      assertThat(Arrays.stream(members).map(e -> permuted[e]).sorted()).containsExactlyElementsOf(IntStream.range(0, each).boxed().toList());
    }
  }

  @Example
  void bothKindsOfGroupsCannotBeExchanged() {
    Grouping groups = new Grouping(new int[] {0, 0, 1, 1});
    assertThat(groups.facts(new byte[] {0, 0, 0, 1})).isEqualTo(new Grouping.Facts(2, 1));
    assertThat(groups.facts(new byte[] {0, 0, 0, 1}).areExchangeable()).isFalse();
    assertThatThrownBy(() -> LabelPermutation.of(new byte[] {0, 0, 0, 1}, groups, new Seeds(1).stream("permutation", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of three examples with three labels there are six orders, each as likely. */
  @Example
  void everyOrderIsAsLikely() {
    Map<String, Long> found = IntStream.range(0, 6000)
        .mapToObj(k -> Arrays.toString(LabelPermutation.of(new byte[] {0, 1, 2}, null, Seeds.ofPermutations().stream("permutation", k))))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(found).hasSize(6);
    assertThat(found.values()).allMatch(count -> count > 880 && count < 1120);
  }

  private static Map<Integer, Long> counts(int[] values) {
    return Arrays.stream(values).boxed().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
