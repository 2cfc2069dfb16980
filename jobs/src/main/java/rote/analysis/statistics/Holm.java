package rote.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction (1979) of tests for their number: the chance of any false alarm stays below the level. */
public final class Holm {
  private Holm() {}

  /** p-values that may be compared with the level of all tests. */
  public static double[] adjusted(double... p) {
    double[] adjusted = new double[p.length];
    double largest = 0;
    List<Integer> ascending = ascending(p);
    for (int rank = 0; rank < p.length; rank++) {
      int at = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[at]));
      adjusted[at] = largest;
    }
    return adjusted;
  }

  /** The level at which each test is judged: it rejects where its p is at most this. From the first that does not, all have its level. */
  public static double[] levels(double level, double... p) {
    double[] levels = new double[p.length];
    Arrays.fill(levels, level);
    List<Integer> ascending = ascending(p);
    boolean rejects = true;
    double own = level;
    for (int rank = 0; rank < p.length; rank++) {
      own = rejects ? level / (p.length - rank) : own;
      levels[ascending.get(rank)] = own;
      rejects &= p[ascending.get(rank)] <= own;
    }
    return levels;
  }

  private static List<Integer> ascending(double... p) {
    return IntStream.range(0, p.length).boxed().sorted((a, b) -> Double.compare(p[a], p[b])).toList();
  }
}
