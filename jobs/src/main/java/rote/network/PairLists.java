package rote.network;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.data.ActivePairs;

/**
 * For each pair of neighbouring pixels, the examples of a mini-batch in which one of the two is not zero, in ascending
 * order.
 *
 * <p>The images of a mini-batch lie anywhere in memory, so each is fetched once, here. The list of pair p begins at
 * {@code p * room()} in each array.
 */
final class PairLists {
  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();
  /** Behind each list: for whole vectors, and so that the lists of a usual mini-batch do not all begin in the same cache sets. */
  private static final int SLACK = 16;

  private static final int EXAMPLE_SHIFT = 16;

  private int[] counts = {}; // [pairs], how many examples there are
  private int[] entries = {}; // [pairs][room], example << EXAMPLE_SHIFT | second byte << 8 | first byte
  private int[] places = {}; // [pairs][room], where each example's row begins, from the first one's on
  private float[] firsts = {}; // [pairs][room]
  private float[] seconds = {}; // [pairs][room]
  private int room;
  private Batch batch; // whose pixels these are
  private int position; // of the first example, in the order of the batch
  private int first;
  private int count;
  private int stride;
  private int touched; // keeps the compiler from leaving the touch out; may wrap round

  /**
   * Takes the pixels of some examples of a batch, unless they were taken last.
   *
   * @param first the first of them
   * @param stride of the rows, one an example, that the pixels meet
   */
  void take(Batch next, int first, int n, int stride) {
    if (next == batch && next.position() + first == position && first == this.first && n == count && stride == this.stride) {
      return;
    }
    batch = next;
    position = next.position() + first;
    this.first = first;
    count = n;
    this.stride = stride;
    reserve((next.inputs().width() + 1) / 2, n);
    ActivePairs pairs = next.inputs().active().pairs();
    for (int e = 0; e < n; e++) {
      int image = image(e);
      touched += PixelLists.touch(pairs.entries(), pairs.start(image), pairs.start(image + 1));
    }
    Arrays.fill(counts, 0);
    for (int e = 0; e < n; e++) {
      int image = image(e);
      scatter(pairs.entries(), pairs.start(image), pairs.start(image + 1), e << EXAMPLE_SHIFT, room, counts, entries);
    }
    for (int p = 0; p < counts.length; p++) {
      decode(entries, p * room, counts[p], stride, places, firsts, seconds);
    }
  }

  private int image(int e) {
    return batch.inputs().row(batch.example(first + e));
  }

  private void reserve(int pairs, int n) {
    if (counts.length != pairs || room < n + SLACK) {
      room = n + SLACK;
      counts = new int[pairs];
      entries = new int[pairs * room];
      places = new int[pairs * room];
      firsts = new float[pairs * room];
      seconds = new float[pairs * room];
    }
  }

  private static void scatter(int[] pairs, int begin, int end, int example, int room, int[] counts, int[] entries) {
    for (int k = begin; k < end; k++) {
      int pair = pairs[k] >>> ActivePairs.PAIR_SHIFT;
      int n = counts[pair];
      entries[pair * room + n] = example | pairs[k] & 0xffff;
      counts[pair] = n + 1;
    }
  }

  /** Whole vectors, so that up to LANES - 1 numbers are written behind the last. */
  private static void decode(
      int[] entries, int begin, int count, int stride, int[] places, float[] firsts, float[] seconds) {
    for (int k = begin; k < begin + count; k += LANES) {
      IntVector entry = IntVector.fromArray(INTS, entries, k);
      entry.lanewise(VectorOperators.LSHR, EXAMPLE_SHIFT).mul(stride).intoArray(places, k);
      VectorFunctions.byteValues(entry).intoArray(firsts, k);
      VectorFunctions.byteValues(entry.lanewise(VectorOperators.LSHR, Byte.SIZE)).intoArray(seconds, k);
    }
  }

  /** The first example that is listed; the others are those behind it. */
  int first() {
    return first;
  }

  /** How many examples are listed. */
  int examples() {
    return count;
  }

  /** How many pairs there are; of an odd number of pixels, the last has one only. */
  int pairs() {
    return counts.length;
  }

  /** The distance between the beginnings of two lists. */
  int room() {
    return room;
  }

  /** How many examples there are in a pair's list. */
  int count(int pair) {
    return counts[pair];
  }

  /** Where each example's row begins, from the first example's on. */
  int[] places() {
    return places;
  }

  /** What the first pixel of the pair counts as, in each example. */
  float[] firsts() {
    return firsts;
  }

  /** What the second counts as. */
  float[] seconds() {
    return seconds;
  }
}
