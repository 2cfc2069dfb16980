package rote.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a test set out of the examples of a data set that has none. */
final class TestShare {
  private TestShare() {}

  /**
   * Returns the examples of a test set, ascending. Every class has its share of them, rounded up or down (the largest remainders
   * up), and the members of each class are drawn by a stream of their own, so that a larger test set holds a smaller one of the
   * same shares.
   *
   * @param count of the test set
   */
  static int[] rows(byte[] labels, int classes, int count, RandomStreams streams) {
    int[] sizes = new int[classes];
    for (byte label : labels) {
      sizes[label & 0xff]++;
    }
    int[] quotas = quotas(sizes, labels.length, count);
    return IntStream.range(0, classes).flatMap(c -> {
      int[] members = IntStream.range(0, labels.length).filter(e -> (labels[e] & 0xff) == c).toArray();
      int[] order = Permutation.of(members.length, streams.stream("test-share", c));
      return Arrays.stream(order, 0, quotas[c]).map(place -> members[place]);
    }).sorted().toArray();
  }

  /**
   * Returns the examples of a test set, ascending, where groups stay whole. Groups are looked at in a random order, and each is taken
   * that brings the numbers of examples of the classes nearer to their shares. At least one group is taken, and one is not.
   */
  static int[] rows(byte[] labels, int classes, Grouping groups, int count, RandomStreams streams) {
    int[][] members = groups.members();
    int[] wanted = quotas(Folds.counts(labels, classes, IntStream.range(0, labels.length).toArray()), labels.length, count);
    List<Integer> taken = new ArrayList<>();
    for (int group : Permutation.of(members.length, streams.stream("test-share", 0))) {
      int[] more = Folds.counts(labels, classes, members[group]);
      if (taken.size() < members.length - 1 && distance(wanted, more) < distance(wanted, new int[classes])) {
        taken.add(group);
        IntStream.range(0, classes).forEach(c -> wanted[c] -= more[c]);
      }
    }
    if (taken.isEmpty()) {
      taken.add(IntStream.range(0, members.length).boxed()
          .min(Comparator.comparingLong(group -> distance(wanted, Folds.counts(labels, classes, members[group])))).orElseThrow());
    }
    return taken.stream().flatMapToInt(group -> Arrays.stream(members[group])).sorted().toArray();
  }

  private static long distance(int[] wanted, int[] more) {
    return IntStream.range(0, wanted.length).mapToLong(c -> (long) (wanted[c] - more[c]) * (wanted[c] - more[c])).sum();
  }

  /** Divides by the largest remainders; of equal ones, that of the lower class. */
  private static int[] quotas(int[] sizes, int all, int count) {
    int[] quotas = Arrays.stream(sizes).map(size -> (int) ((long) size * count / all)).toArray();
    IntStream.range(0, sizes.length).boxed()
        .sorted(Comparator.comparingLong((Integer c) -> -((long) sizes[c] * count % all)).thenComparing(c -> c))
        .limit(count - Arrays.stream(quotas).sum()).forEach(c -> quotas[c]++);
    return quotas;
  }
}
