package rote.network.vector;

/** Reads a number from each cache line of an array without waiting for it, so that all lines load at once. */
final class Prefetch {
  private static final int LINE = 64; // bytes

  private float sum; // keeps the compiler from removing the reads; may overflow

  void bytes(byte[] array, int begin, int end) {
    int own = array[end - 1];
    for (int k = begin; k < end; k += LINE) {
      own += array[k];
    }
    sum += own;
  }

  void chars(char[] array, int begin, int end) {
    int own = 0;
    for (int k = begin; k < end; k += LINE / Character.BYTES) {
      own += array[k];
    }
    sum += own;
  }

  void ints(int[] array, int begin, int end) {
    int own = 0;
    for (int k = begin; k < end; k += LINE / Integer.BYTES) {
      own += array[k];
    }
    sum += own;
  }

  /** Reads some rows of a matrix, each from a column on. */
  void rows(float[] array, int at, int stride, int rows, int columns) {
    float own = 0;
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < columns; k += LINE / Float.BYTES) {
        own += array[at + r * stride + k];
      }
    }
    sum += own;
  }
}
