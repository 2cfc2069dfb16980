package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Batch;

/**
 * Lists, for each group of neighbouring pixels, the examples of a mini-batch in which one of them is nonzero, in ascending
 * order: the transpose of {@link PixelGroups} for one mini-batch.
 *
 * <p>In larger groups, fewer vectors of sums or deltas are read and written per pixel, but more pixels are zero: of a digit's 784
 * pixels 150 are nonzero; their groups of two have 175 pixels, their groups of four 222.
 *
 * <p>The images of a mini-batch are scattered in memory, so they are fetched once, here. The starts of lists and the distances of
 * their values are constants, so that the compiler needs no registers for them.
 */
final class GroupLists {
  /** Pixels per group: four if there are registers for so many rows of weights. */
  static final int SIZE = VectorKernels.SPECIES.length() >= 16 ? 4 : 2;
  /** The distance between two lists: a block of examples and a vector, and not a multiple of a page. */
  static final int SLOT = VectorKernels.BLOCK + 16;
  /** The distance between the values of two pixels of a group. */
  static final int PLANE = (PixelLists.MAX_PIXELS + SIZE - 1) / SIZE * SLOT;

  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();
  private static final int LINE = 32; // chars in a cache line

  private int[] counts = {}; // [groups], the number of examples
  private int[] bytes = {}; // [groups][SLOT], the pixels' bytes, the first one lowest
  private int[] places = {}; // [groups][SLOT], where each example's row begins, relative to the first
  private float[] values = {}; // [SIZE][PLANE], of each plane [groups][SLOT]
  private final int[] begins = new int[VectorKernels.BLOCK]; // [examples], where each image's groups begin
  private final int[] ends = new int[VectorKernels.BLOCK];
  private Batch batch; // whose pixels these are
  private int position; // of the first example, in the order of the batch
  private int first;
  private int count;
  private int stride;
  private int touched; // keeps the compiler from removing the prefetch; may overflow

  /**
   * Lists the pixels of some examples of a batch, unless they were listed last.
   *
   * @param first the first of them
   * @param n at most {@link VectorKernels#BLOCK}
   * @param stride of the rows of sums or deltas, one per example
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

  /** Writes whole vectors, so up to LANES - 1 numbers after the last. */
  private static void decode(int[] bytes, int begin, int count, float[] values) {
    for (int k = begin; k < begin + count; k += LANES) {
      IntVector pixels = IntVector.fromArray(INTS, bytes, k);
      for (int i = 0; i < SIZE; i++) {
        VectorFunctions.byteValues(pixels.lanewise(VectorOperators.LSHR, i * Byte.SIZE)).intoArray(values, k + i * PLANE);
      }
    }
  }

  /** Returns the first example that is listed. */
  int first() {
    return first;
  }

  /** Returns how many examples are listed. */
  int examples() {
    return count;
  }

  /** Returns how many groups there are; the last may have fewer pixels. */
  int groups() {
    return counts.length;
  }

  /** Returns how many examples a group's list has. */
  int count(int group) {
    return counts[group];
  }

  /** Returns where each example's row begins, relative to the first example's, [groups][SLOT]. */
  int[] places() {
    return places;
  }

  /** Returns the value of each pixel in each example, or 0 after the last pixel: [SIZE][PLANE], each plane [groups][SLOT]. */
  float[] values() {
    return values;
  }
}
