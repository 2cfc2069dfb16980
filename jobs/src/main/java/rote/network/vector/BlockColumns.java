package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.network.MiniBatch;

/**
 * For each block of neighbouring pixels, the examples of a mini-batch in which one of them is nonzero, in ascending order: the
 * transpose of a mini-batch's {@link BlockRows}.
 *
 * <p>In larger blocks, fewer vectors of sums or deltas are read and written per pixel, but more pixels are zero: of a digit's 784
 * pixels 150 are nonzero; their blocks of two have 175 pixels, their blocks of four 222.
 *
 * <p>The images of a mini-batch are scattered in memory, so they are fetched once, here. The starts of lists and the distances of
 * their values are constants, so that the compiler needs no registers for them.
 */
final class BlockColumns {
  /** Pixels per block: four if there are enough registers for four rows of weights. */
  static final int SIZE = VectorKernels.SPECIES.length() >= 16 ? 4 : 2;
  /** The distance between two lists: the most examples and a vector, and not a multiple of a page. */
  static final int SLOT = VectorKernels.MAX_EXAMPLES + 16;
  /** The distance between the values of two pixels of a block. */
  static final int PLANE = (PaddedRows.MAX_PIXELS + SIZE - 1) / SIZE * SLOT;

  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();

  private int[] counts = {}; // [blocks], the number of examples
  private int[] bytes = {}; // [blocks][SLOT], the pixels' bytes, the first one lowest
  private int[] places = {}; // [blocks][SLOT], where each example's row begins, relative to the first
  private float[] values = {}; // [SIZE][PLANE], of each plane [blocks][SLOT]
  private final int[] begins = new int[VectorKernels.MAX_EXAMPLES]; // [examples], where each image's blocks begin
  private final int[] ends = new int[VectorKernels.MAX_EXAMPLES];
  private Object batch; // whose pixels these are
  private int stride;
  private final Prefetch prefetch = new Prefetch();

  /**
   * Lists the pixels of a mini-batch, unless they were listed last.
   *
   * @param next at most {@link VectorKernels#MAX_EXAMPLES}
   * @param stride of the rows of sums or deltas, one per example
   */
  void list(MiniBatch next, BlockRows rows, int stride) {
    if (next.id() == batch && stride == this.stride) {
      return;
    }
    batch = next.id();
    this.stride = stride;
    reserve((next.inputs().width() + SIZE - 1) / SIZE);
    int n = next.count();
    for (int e = 0; e < n; e++) {
      int image = next.inputs().row(next.example(e));
      begins[e] = rows.start(image);
      ends[e] = rows.start(image + 1);
    }
    for (int e = 0; e < n; e++) {
      prefetch.ints(rows.bytes(), begins[e], ends[e]);
      prefetch.chars(rows.blocks(), begins[e], ends[e]);
    }
    Arrays.fill(counts, 0);
    for (int e = 0; e < n; e++) {
      transpose(rows.blocks(), rows.bytes(), begins[e], ends[e], e * stride, counts, places, bytes);
    }
    for (int g = 0; g < counts.length; g++) {
      decode(bytes, g * SLOT, counts[g], values);
    }
  }

  private void reserve(int blocks) {
    if (counts.length != blocks) {
      counts = new int[blocks];
      bytes = new int[blocks * SLOT];
      places = new int[blocks * SLOT];
      values = new float[SIZE * PLANE];
    }
  }

  /** Adds one example to the list of each of its blocks. */
  private static void transpose(
      char[] blocks, int[] pixels, int begin, int end, int place, int[] counts, int[] places, int[] bytes) {
    for (int k = begin; k < end; k++) {
      int block = blocks[k];
      int n = counts[block];
      bytes[block * SLOT + n] = pixels[k];
      places[block * SLOT + n] = place;
      counts[block] = n + 1;
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

  /** Returns how many blocks there are; the last may have fewer pixels. */
  int blocks() {
    return counts.length;
  }

  /** Returns how many examples a block's list has. */
  int count(int block) {
    return counts[block];
  }

  /** Returns where each example's row begins, relative to the first example's, [blocks][SLOT]. */
  int[] places() {
    return places;
  }

  /** Returns the value of each pixel in each example, or 0 after the last pixel: [SIZE][PLANE], each plane [blocks][SLOT]. */
  float[] values() {
    return values;
  }
}
