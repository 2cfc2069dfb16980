package rote.analysis.statistics;

/** Searches numbers in ascending order. */
final class Ascending {
  private Ascending() {}

  /** How many are below a bound. */
  static int below(double[] ascending, double bound) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many are at a bound or below. */
  static int notAbove(double[] ascending, double bound) {
    return below(ascending, Math.nextUp(bound));
  }
}
