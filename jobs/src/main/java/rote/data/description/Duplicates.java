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
  private record Key(Examples set, int row, int hash) {
    static Key of(Examples set, int row) {
      int size = set.size();
      int hash = 1;
      for (int k = row * size; k < (row + 1) * size; k++) {
        hash = 31 * hash + (set.isReal() ? Float.hashCode(set.values()[k]) : set.pixels()[k]);
      }
      return new Key(set, row, hash);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    int label() {
      return set.labels()[row];
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Key key) || hash != key.hash || set.size() != key.set.size() || set.isReal() != key.set.isReal()) {
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
    Map<Key, Key> trained = new HashMap<>(); // the first of those that are the same
    int[] training = repeated(data.training(), data.groups(), trained);
    int[] test = repeated(data.test(), null, new HashMap<>());
    int both = 0;
    int contradictory = training[1] + test[1];
    for (int row = 0; row < data.test().count(); row++) {
      Key first = trained.get(Key.of(data.test(), row));
      both += first == null ? 0 : 1;
      contradictory += first == null || first.label() == data.test().labels()[row] ? 0 : 1;
    }
    return new Duplicates(training[0], test[0], both, contradictory);
  }

  /** Counts examples that an earlier one equals, and those of them with another label. */
  private static int[] repeated(Examples set, Grouping groups, Map<Key, Key> seen) {
    int[] counts = new int[2];
    for (int row = 0; row < set.count(); row++) {
      Key key = Key.of(set, row);
      Key first = seen.putIfAbsent(key, key);
      boolean isApart = first != null && (groups == null || groups.of(first.row()) != groups.of(row));
      counts[0] += isApart ? 1 : 0;
      counts[1] += first == null || first.label() == key.label() ? 0 : 1;
    }
    return counts;
  }
}
