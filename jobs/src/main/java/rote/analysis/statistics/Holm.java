package rote.analysis.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction (1979) of p-values for their number: the chance of any false alarm stays below the level. */
public final class Holm {
  private Holm() {}

  public static double[] adjusted(double... p) {
    List<Integer> ascending = IntStream.range(0, p.length).boxed().sorted((a, b) -> Double.compare(p[a], p[b])).toList();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int at = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[at]));
      adjusted[at] = largest;
    }
    return adjusted;
  }
}
