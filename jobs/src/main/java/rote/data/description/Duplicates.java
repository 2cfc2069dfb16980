package rote.data.description;

import java.util.Arrays;
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

  /** The first of all examples that are the same. It takes a few bytes for each, and a map more than many a table has. */
  private static final class Firsts {
    private static final int MOST_SLOTS = Integer.MAX_VALUE - 8;
    private static final int GOLDEN = 0x9e3779b9; // spreads numbers that differ in few bits

    private final Examples set;
    private final int[] slots; // a row and 1; 0 where there is none

    Firsts(Examples set) {
      this.set = set;
      this.slots = new int[(int) Math.min(MOST_SLOTS, 4L * Integer.highestOneBit(Math.max(1, set.count())))];
    }

    /** Returns the row of the same example; -1 if there is none. */
    int find(Examples other, int row) {
      return slots[slot(other, row)] - 1;
    }

    /** Returns the row of the same example, which is this one if it is the first. */
    int findOrAdd(int row) {
      int slot = slot(set, row);
      slots[slot] = slots[slot] == 0 ? row + 1 : slots[slot];
      return slots[slot] - 1;
    }

    private int slot(Examples other, int row) {
      int slot = (hash(other, row) >>> 1) % slots.length;
      while (slots[slot] != 0 && !areEqual(set, slots[slot] - 1, other, row)) {
        slot = (slot + 1) % slots.length;
      }
      return slot;
    }

    private static int hash(Examples set, int row) {
      int size = set.size();
      int hash = 1;
      for (int k = row * size; k < (row + 1) * size; k++) {
        hash = (hash ^ (set.isReal() ? Float.hashCode(set.values()[k]) : set.pixels()[k])) * GOLDEN;
        hash ^= hash >>> 15;
      }
      return hash;
    }

    private static boolean areEqual(Examples one, int oneRow, Examples other, int otherRow) {
      int size = one.size();
      int from = oneRow * size;
      int to = otherRow * size;
      return one.isReal() ? Arrays.equals(one.values(), from, from + size, other.values(), to, to + size)
          : Arrays.equals(one.pixels(), from, from + size, other.pixels(), to, to + size);
    }
  }

  public static Duplicates in(Dataset data) {
    Firsts trained = new Firsts(data.training());
    int[] training = repeated(data.training(), data.groups(), trained);
    int[] test = repeated(data.test(), null, new Firsts(data.test()));
    int both = 0;
    int contradictory = training[1] + test[1];
    for (int row = 0; row < data.test().count(); row++) {
      int first = trained.find(data.test(), row);
      both += first < 0 ? 0 : 1;
      contradictory += first < 0 || data.training().labels()[first] == data.test().labels()[row] ? 0 : 1;
    }
    return new Duplicates(training[0], test[0], both, contradictory);
  }

  /** Counts examples that an earlier one equals, and those of them with another label. */
  private static int[] repeated(Examples set, Grouping groups, Firsts firsts) {
    int[] counts = new int[2];
    for (int row = 0; row < set.count(); row++) {
      int first = firsts.findOrAdd(row);
      boolean isApart = first < row && (groups == null || groups.of(first) != groups.of(row));
      counts[0] += isApart ? 1 : 0;
      counts[1] += set.labels()[first] == set.labels()[row] ? 0 : 1;
    }
    return counts;
  }
}
