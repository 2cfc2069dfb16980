package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import rote.data.ActivePixels;
import rote.network.Batch;

/**
 * Lists the nonzero pixels of each example of a mini-batch, shorter lists first: padded rows, which the field calls ELL.
 *
 * <p>The images of a mini-batch are scattered in memory, so they are fetched once, here. List i begins at {@code i * SLOT}, with
 * a constant SLOT, so that the compiler needs no register for the start of each of several lists.
 */
final class PixelLists {
  /** The pixels of the largest images that are listed. */
  static final int MAX_PIXELS = 784;
  /** The distance between two lists: the longest list and a vector, and not a multiple of a page. */
  static final int SLOT = MAX_PIXELS + 16;

  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final int LANES = INTS.length();
  private static final int LINE = 16; // entries

  private int[] places = {}; // [lists][SLOT], where each pixel's row of weights begins, relative to the first row
  private float[] values = {}; // [lists][SLOT]
  private long[] lengths = {}; // [lists], length << 32 | example of the batch, ascending
  private int[] listOf = {}; // [examples]
  private Batch batch; // whose pixels these are
  private int position; // of the first example, in the order of the batch
  private int first;
  private int count;
  private int stride;
  private int touched; // keeps the compiler from removing the prefetch; may overflow

  /** Returns whether images of so many pixels can be listed. */
  static boolean hold(int pixels) {
    return pixels <= MAX_PIXELS;
  }

  /**
   * Lists the pixels of some examples of a batch, unless they were listed last.
   *
   * @param first the first of them
   * @param stride of the rows of weights
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
    reserve(n);
    ActivePixels active = next.inputs().active();
    for (int e = first; e < first + n; e++) {
      int image = next.inputs().row(next.example(e));
      int begin = active.start(image);
      int end = active.start(image + 1);
      lengths[e - first] = (long) (end - begin) << 32 | e;
      touched += touch(active.entries(), begin, end);
    }
    Arrays.sort(lengths, 0, n);
    for (int i = 0; i < n; i++) {
      int image = next.inputs().row(next.example(example(i)));
      listOf[example(i) - first] = i;
      decode(active.entries(), active.start(image), length(i), stride, places, values, i * SLOT);
    }
  }

  /** Prefetches: reads a number from each cache line without waiting for it, so that all lines load at once. */
  static int touch(int[] entries, int begin, int end) {
    int sum = 0;
    for (int k = begin; k < end; k += LINE) {
      sum += entries[k];
    }
    return sum;
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
      entry.lanewise(VectorOperators.LSHR, ActivePixels.PIXEL_SHIFT).mul(stride).intoArray(places, to + k);
      VectorFunctions.byteValues(entry).intoArray(values, to + k);
    }
  }

  /** Pads some lists, by pixels of value 0 at the first position, to the length of the last, which is the longest. */
  int fill(int first, int lists) {
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

  /** Returns the first example that is listed. */
  int first() {
    return first;
  }

  /** Returns the example of a list. */
  int example(int list) {
    return (int) lengths[list];
  }

  /** Returns the list of an example. */
  int list(int example) {
    return listOf[example - first];
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
