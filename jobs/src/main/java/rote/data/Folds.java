package rote.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Deals the examples of a data set into folds, each of which is the test set once. */
final class Folds {
  private Folds() {}

  /**
   * Returns the fold of each example, from 0. Every fold has as many examples of each class as the others, but for one; and as many in
   * all, but for one.
   */
  static int[] of(byte[] labels, int classes, int folds, RandomStreams streams) {
    int[] of = new int[labels.length];
    int dealt = 0;
    for (int c = 0; c < classes; c++) {
      int label = c;
      int[] members = IntStream.range(0, labels.length).filter(e -> (labels[e] & 0xff) == label).toArray();
      for (int place : Permutation.of(members.length, streams.stream("folds", c))) {
        of[members[place]] = dealt++ % folds;
      }
    }
    return of;
  }

  /**
   * Returns the fold of each example, from 0, where groups stay whole. The largest groups come first, those of one size in a random
   * order, and each joins the fold that has the smallest share of its classes so far; of equal ones that with the fewest examples.
   */
  static int[] of(byte[] labels, int classes, Grouping groups, int folds, RandomStreams streams) {
    int[][] members = groups.members();
    int[] order = Arrays.stream(Permutation.of(members.length, streams.stream("folds", 0))).boxed()
        .sorted(Comparator.comparingInt((Integer group) -> -members[group].length)).mapToInt(group -> group).toArray();
    int[] sizes = counts(labels, classes, IntStream.range(0, labels.length).toArray());
    int[][] have = new int[folds][classes];
    int[] of = new int[labels.length];
    for (int group : order) {
      int[] more = counts(labels, classes, members[group]);
      int fold = IntStream.range(0, folds).boxed().min(Comparator.<Integer>comparingDouble(f -> share(have[f], more, sizes))
          .thenComparingInt(f -> Arrays.stream(have[f]).sum())).orElseThrow();
      IntStream.range(0, classes).forEach(c -> have[fold][c] += more[c]);
      Arrays.stream(members[group]).forEach(e -> of[e] = fold);
    }
    return of;
  }

  static int[] counts(byte[] labels, int classes, int[] rows) {
    int[] counts = new int[classes];
    Arrays.stream(rows).forEach(e -> counts[labels[e] & 0xff]++);
    return counts;
  }

  private static double share(int[] have, int[] more, int[] sizes) {
    return IntStream.range(0, have.length).filter(c -> more[c] > 0).mapToDouble(c -> (double) more[c] * have[c] / sizes[c]).sum();
  }
}
