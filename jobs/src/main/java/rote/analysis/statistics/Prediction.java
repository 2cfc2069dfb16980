package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;
import rote.data.Normals;
import rote.trial.Seeds;

/** Where further runs of the same kind would come out, with a chance of 95 %, if runs are normally distributed. */
public final class Prediction {
  private static final int DRAWS = 40_000;
  private static final Map<Sizes, double[]> PIVOTS = new ConcurrentHashMap<>();

  private record Sizes(int n, int runs) {}

  private Prediction() {}

  /** The mean of so many further runs: mean ± t s √(1/k + 1/n). None for fewer than two values. */
  public static Interval ofMean(Statistics of, int runs) {
    if (of.n() < 2 || !(of.standardDeviation() > 0)) {
      return Interval.NONE;
    }
    double half = TDistribution.of(of.n() - 1).inverseSurvivalProbability(Statistics.LEVEL / 2)
        * of.standardDeviation() * Math.sqrt(1.0 / runs + 1.0 / of.n());
    return new Interval(of.mean() - half, of.mean() + half);
  }

  /** The best of so many further runs. @param isHighest whether the best is the highest, and not the lowest */
  public static Interval ofBest(Statistics of, int runs, boolean isHighest) {
    if (of.n() < 2 || !(of.standardDeviation() > 0)) {
      return Interval.NONE;
    }
    double[] ascending = PIVOTS.computeIfAbsent(new Sizes(of.n(), runs), sizes -> pivots(sizes.n(), sizes.runs()));
    double low = ascending[(int) (DRAWS * Statistics.LEVEL / 2)];
    double high = ascending[(int) (DRAWS * (1 - Statistics.LEVEL / 2))];
    double s = of.standardDeviation();
    return isHighest ? new Interval(of.mean() + s * low, of.mean() + s * high) : new Interval(of.mean() - s * high, of.mean() - s * low);
  }

  /** Draws (the highest of k further values - the mean of n) / the standard deviation of these n. */
  private static double[] pivots(int n, int runs) {
    Normals normals = new Normals(new Seeds(0).stream("best-of-runs", runs));
    double[] pivots = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      double mean = normals.next() / Math.sqrt(n);
      double squares = 0;
      for (int i = 1; i < n; i++) {
        double deviate = normals.next();
        squares += deviate * deviate;
      }
      double highest = Double.NEGATIVE_INFINITY;
      for (int run = 0; run < runs; run++) {
        highest = Math.max(highest, normals.next());
      }
      pivots[d] = (highest - mean) / Math.sqrt(squares / (n - 1));
    }
    Arrays.sort(pivots);
    return pivots;
  }
}
