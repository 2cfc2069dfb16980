package rote.data.description;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Grouping;

/**
 * Examples that are the same, label apart.
 *
 * @param training how many training examples are those of an earlier one; with groups, of one of another group, which may be tested on
 * @param test how many test examples are those of an earlier one
 * @param both how many test examples are training examples too
 * @param contradictory how many examples are the same as an earlier one that has another label
 */
public record Duplicates(int training, int test, int both, int contradictory) {

  /** An example by its numbers. */
  private record Key(Examples set, int row) {
    @Override
    public int hashCode() {
      int hash = 1;
      for (int k = row * set.size(); k < (row + 1) * set.size(); k++) {
        hash = 31 * hash + (set.isReal() ? Float.hashCode(set.values()[k]) : set.pixels()[k]);
      }
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Key key) || set.size() != key.set.size() || set.isReal() != key.set.isReal()) {
        return false;
      }
      int size = set.size();
      int from = row * size;
      int to = key.row * size;
      return set.isReal() ? Arrays.equals(set.values(), from, from + size, key.set.values(), to, to + size)
          : Arrays.equals(set.pixels(), from, from + size, key.set.pixels(), to, to + size);
    }
  }

  public static Duplicates in(Dataset data) {
    Map<Key, Integer> trained = new HashMap<>(); // with the label of the first
    int[] training = repeated(data.training(), data.groups(), trained);
    int[] test = repeated(data.test(), null, new HashMap<>());
    int both = 0;
    int contradictory = training[1] + test[1];
    for (int row = 0; row < data.test().count(); row++) {
      Integer label = trained.get(new Key(data.test(), row));
      both += label == null ? 0 : 1;
      contradictory += label == null || label == data.test().labels()[row] ? 0 : 1;
    }
    return new Duplicates(training[0], test[0], both, contradictory);
  }

  /** Counts examples that an earlier one equals, and those of them with another label. */
  private static int[] repeated(Examples set, Grouping groups, Map<Key, Integer> seen) {
    int[] counts = new int[2];
    Map<Key, Integer> groupOf = new HashMap<>(); // of the first
    for (int row = 0; row < set.count(); row++) {
      Integer before = seen.putIfAbsent(new Key(set, row), (int) set.labels()[row]);
      int group = groups == null ? row : groups.of(row);
      counts[0] += before == null || groupOf.get(new Key(set, row)) == group ? 0 : 1;
      groupOf.putIfAbsent(new Key(set, row), group);
      counts[1] += before == null || before == set.labels()[row] ? 0 : 1;
    }
    return counts;
  }
}
