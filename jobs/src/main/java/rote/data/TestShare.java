package rote.data;

import java.util.Arrays;
import java.util.Comparator;
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

  /** Divides by the largest remainders; of equal ones, that of the lower class. */
  private static int[] quotas(int[] sizes, int all, int count) {
    int[] quotas = Arrays.stream(sizes).map(size -> (int) ((long) size * count / all)).toArray();
    IntStream.range(0, sizes.length).boxed()
        .sorted(Comparator.comparingLong((Integer c) -> -((long) sizes[c] * count % all)).thenComparing(c -> c))
        .limit(count - Arrays.stream(quotas).sum()).forEach(c -> quotas[c]++);
    return quotas;
  }
}
