package rote.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Permutes the labels of all examples, as if none had to do with its example.
 *
 * <p>With groups only what belongs together alike is exchanged. Groups of one label each exchange their labels, whatever their sizes; where
 * every group has several labels, these are permuted within each group.
 */
final class LabelPermutation {
  private LabelPermutation() {}

  /** @param groups null if all examples stand for themselves */
  static byte[] of(byte[] labels, Grouping groups, UniformRandomProvider draws) {
    if (groups == null) {
      return taken(labels, Permutation.of(labels.length, draws));
    }
    Grouping.Facts facts = groups.facts(labels);
    if (!facts.areExchangeable()) {
      throw new IllegalArgumentException("some groups have one label and some have several");
    }
    return facts.areWhole() ? between(labels, groups, draws) : within(labels, groups, draws);
  }

  private static byte[] taken(byte[] labels, int[] order) {
    byte[] permuted = new byte[labels.length];
    IntStream.range(0, labels.length).forEach(e -> permuted[e] = labels[order[e]]);
    return permuted;
  }

  private static byte[] between(byte[] labels, Grouping groups, UniformRandomProvider draws) {
    int[] first = groups.firstLabels(labels);
    int[] order = Permutation.of(groups.count(), draws);
    byte[] permuted = new byte[labels.length];
    IntStream.range(0, labels.length).forEach(e -> permuted[e] = (byte) first[order[groups.of(e)]]);
    return permuted;
  }

  private static byte[] within(byte[] labels, Grouping groups, UniformRandomProvider draws) {
    int[] order = new int[labels.length];
    for (int[] members : groups.members()) {
      int[] places = Permutation.of(members.length, draws);
      IntStream.range(0, members.length).forEach(k -> order[members[k]] = members[places[k]]);
    }
    return taken(labels, order);
  }
}
