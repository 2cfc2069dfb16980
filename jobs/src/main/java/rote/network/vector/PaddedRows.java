package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.network.MiniBatch;
import rote.network.PixelRows;

/**
 * The nonzero pixels of a mini-batch's images, one list per image, shorter ones first: padded rows (ELL).
 *
 * <p>The images of a mini-batch are scattered in memory, so they are fetched once, here. List i begins at {@code i * SLOT}, with
 * a constant SLOT, so that the compiler needs no register for the start of each of several lists.
 */
final class PaddedRows {
  /** The pixels of the largest images that are listed. */
  static final int MAX_PIXELS = 784;
  /** The distance between two lists: the longest list and a vector, and not a multiple of a page. */
  static final int SLOT = MAX_PIXELS + 16;

  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();

  private int[] places = {}; // [lists][SLOT], where each pixel's row of weights begins, relative to the first row
  private float[] values = {}; // [lists][SLOT]
  private long[] lengths = {}; // [lists], length << 32 | example, ascending
  private int[] listOf = {}; // [examples]
  private Object batch; // whose pixels these are
  private int count;
  private int stride;
  private final Prefetch prefetch = new Prefetch();

  /**
   * Lists the pixels of a mini-batch, unless they were listed last.
   *
   * @param rows of the images
   * @param stride of the rows of weights
   */
  void list(MiniBatch next, PixelRows rows, int stride) {
    if (next.id() == batch && stride == this.stride) {
      return;
    }
    batch = next.id();
    count = next.count();
    this.stride = stride;
    int n = next.count();
    reserve(n);
    for (int e = 0; e < n; e++) {
      int image = next.inputs().row(next.example(e));
      int begin = rows.start(image);
      int end = rows.start(image + 1);
      lengths[e] = (long) (end - begin) << 32 | e;
      prefetch.ints(rows.entries(), begin, end);
    }
    Arrays.sort(lengths, 0, n);
    for (int i = 0; i < n; i++) {
      int image = next.inputs().row(next.example(example(i)));
      listOf[example(i)] = i;
      decode(rows.entries(), rows.start(image), length(i), stride, places, values, i * SLOT);
    }
  }

  private void reserve(int n) {
    if (lengths.length < n) {
      lengths = new long[n];
      listOf = new int[n];
      places = new int[n * SLOT];
      values = new float[n * SLOT];
    }
  }

  /** Writes whole vectors, so up to LANES - 1 numbers after the last. */
  private static void decode(
      int[] entries, int begin, int count, int stride, int[] places, float[] values, int to) {
    for (int k = 0; k < count; k += LANES) {
      IntVector entry = IntVector.fromArray(INTS, entries, begin + k);
      entry.lanewise(VectorOperators.LSHR, PixelRows.PIXEL_SHIFT).mul(stride).intoArray(places, to + k);
      VectorFunctions.byteValues(entry).intoArray(values, to + k);
    }
  }

  /** Pads some lists, by pixels of value 0 at the first position, to the length of the last, which is the longest. */
  int pad(int first, int lists) {
    int longest = length(first + lists - 1);
    for (int i = first; i < first + lists - 1; i++) {
      Arrays.fill(places, i * SLOT + length(i), i * SLOT + longest, 0);
      Arrays.fill(values, i * SLOT + length(i), i * SLOT + longest, 0f);
    }
    return longest;
  }

  /** Returns how many lists there are, one per example. */
  int count() {
    return count;
  }

  /** Returns the example of a list. */
  int example(int list) {
    return (int) lengths[list];
  }

  /** Returns the list of an example. */
  int list(int example) {
    return listOf[example];
  }

  int length(int list) {
    return (int) (lengths[list] >>> 32);
  }

  /** Returns where each pixel's row of weights begins, relative to the first row, [lists][SLOT]. */
  int[] places() {
    return places;
  }

  /** Returns the value of each pixel, [lists][SLOT]. */
  float[] values() {
    return values;
  }
}
