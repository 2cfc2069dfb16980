package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Batch;

/**
 * For each group of neighbouring pixels, the examples of a mini-batch in which one of them is not zero, in ascending order.
 *
 * <p>The larger a group, the fewer vectors of sums or deltas are read and written for each pixel, and the more of its pixels are
 * zeros: of a written digit's 784 pixels 150 are not zero, and its groups of two hold 175, its groups of four 222.
 *
 * <p>The images of a mini-batch lie anywhere in memory, so each is fetched once, here. Where lists begin and how far apart their
 * values stand are constants, for then the compiler needs no registers for them.
 */
final class GroupLists {
  /** Pixels of a group: four where there are registers for so many rows of weights. */
  static final int SIZE = VectorKernels.SPECIES.length() >= 16 ? 4 : 2;
  /** The distance between the beginnings of two lists: a block of examples and a vector, and no multiple of a page. */
  static final int SLOT = VectorKernels.BLOCK + 16;
  /** The distance between the values of two pixels of a group. */
  static final int PLANE = (PixelLists.MAX_PIXELS + SIZE - 1) / SIZE * SLOT;

  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();
  private static final int LINE = 32; // chars of a cache line

  private int[] counts = {}; // [groups], how many examples there are
  private int[] bytes = {}; // [groups][SLOT], the pixels' bytes, the first lowest
  private int[] places = {}; // [groups][SLOT], where each example's row begins, from the first one's on
  private float[] values = {}; // [SIZE][PLANE], of each plane [groups][SLOT]
  private final int[] begins = new int[VectorKernels.BLOCK]; // [examples], where each image's groups begin
  private final int[] ends = new int[VectorKernels.BLOCK];
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
   * @param n {@link VectorKernels#BLOCK} at most
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
    reserve((next.inputs().width() + SIZE - 1) / SIZE);
    PixelGroups groups = PixelGroups.of(next.inputs().active(), SIZE);
    for (int e = 0; e < n; e++) {
      int image = next.inputs().row(next.example(first + e));
      begins[e] = groups.start(image);
      ends[e] = groups.start(image + 1);
    }
    for (int e = 0; e < n; e++) {
      touched += PixelLists.touch(groups.bytes(), begins[e], ends[e]) + touch(groups.groups(), begins[e], ends[e]);
    }
    Arrays.fill(counts, 0);
    for (int e = 0; e < n; e++) {
      scatter(groups.groups(), groups.bytes(), begins[e], ends[e], e * stride, counts, places, bytes);
    }
    for (int g = 0; g < counts.length; g++) {
      decode(bytes, g * SLOT, counts[g], values);
    }
  }

  private void reserve(int groups) {
    if (counts.length != groups) {
      counts = new int[groups];
      bytes = new int[groups * SLOT];
      places = new int[groups * SLOT];
      values = new float[SIZE * PLANE];
    }
  }

  private static int touch(char[] groups, int begin, int end) {
    int sum = 0;
    for (int k = begin; k < end; k += LINE) {
      sum += groups[k];
    }
    return sum;
  }

  private static void scatter(
      char[] groups, int[] pixels, int begin, int end, int place, int[] counts, int[] places, int[] bytes) {
    for (int k = begin; k < end; k++) {
      int group = groups[k];
      int n = counts[group];
      bytes[group * SLOT + n] = pixels[k];
      places[group * SLOT + n] = place;
      counts[group] = n + 1;
    }
  }

  /** Whole vectors, so that up to LANES - 1 numbers are written behind the last. */
  private static void decode(int[] bytes, int begin, int count, float[] values) {
    for (int k = begin; k < begin + count; k += LANES) {
      IntVector pixels = IntVector.fromArray(INTS, bytes, k);
      for (int i = 0; i < SIZE; i++) {
        VectorFunctions.byteValues(pixels.lanewise(VectorOperators.LSHR, i * Byte.SIZE)).intoArray(values, k + i * PLANE);
      }
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

  /** How many groups there are; the last may have fewer pixels than the others. */
  int groups() {
    return counts.length;
  }

  /** How many examples there are in a group's list. */
  int count(int group) {
    return counts[group];
  }

  /** [groups][SLOT], where each example's row begins, from the first example's on. */
  int[] places() {
    return places;
  }

  /** [SIZE][PLANE], of each plane [groups][SLOT], what each pixel counts as, in each example; 0 for one that is not there. */
  float[] values() {
    return values;
  }
}
