package rote.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Quantile;
import rote.trial.Seeds;

/**
 * The 95 % interval of a statistic by the bootstrap (Efron's percentile interval): what it would be in samples drawn, with
 * replacement, from the sample.
 *
 * <p>Its draws are seeded, so that a report made anew says the same. With fewer than about ten values it is too narrow.
 */
record Bootstrap(double low, double high) {
  private static final int RESAMPLES = 10_000;

  /**
   * Of a sample of n, of which any columns may be drawn together.
   *
   * @param statistic of those whose indices it is given; NaN where they have none, such as a spread of equal values, is left out
   */
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
