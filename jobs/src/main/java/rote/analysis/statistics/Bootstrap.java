package rote.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Quantile;
import rote.trial.Seeds;

/**
 * A 95 % interval by the bootstrap: Efron's percentile interval. The draws are seeded, so a report can be reproduced. For
 * fewer than about ten values the interval is too narrow.
 */
record Bootstrap(double low, double high) {
  private static final int RESAMPLES = 10_000;

  /** @param statistic takes the indices drawn; samples for which it is NaN are left out */
  static Bootstrap of(int n, ToDoubleFunction<int[]> statistic) {
    UniformRandomProvider draws = new Seeds(0).stream("bootstrap", 0);
    double[] values = new double[RESAMPLES];
    int[] drawn = new int[n];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = draws.nextInt(n);
      }
      values[r] = statistic.applyAsDouble(drawn);
    }
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double[] ends = Quantile.withDefaults().evaluate(known, 0.025, 0.975);
    return new Bootstrap(ends[0], ends[1]);
  }
}
