package rote.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The logarithm of the ratio of two paired samples' mean distances from their medians, judged by exchanging the distances of pairs.
 *
 * <p>If the ratio is the one supposed, both orders of a pair are equally likely once the first sample is divided by it. Exchanging
 * two distances flips the sign of their difference, so this is the sign-flip test. Distances from medians, and not standard deviations:
 * their ratio would depend on the longest tail (Brown and Forsythe 1974).
 *
 * @param ratio of the mean distances
 */
record SpreadRatio(SubsetMeans ratio) implements Estimate {

  /** Empty if a sample has no spread. */
  static Optional<Estimate> of(double[] ours, double[] theirs) {
    double[] our = distances(ours);
    double[] their = distances(theirs);
    return Arrays.stream(our).sum() > 0 && Arrays.stream(their).sum() > 0
        ? Optional.of(new SpreadRatio(SubsetMeans.ofRatio(our, their))) : Optional.empty();
  }

  private static double[] distances(double[] values) {
    double median = Median.withDefaults().evaluate(values.clone());
    return Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
  }

  @Override
  public int n() {
    return ratio.n();
  }

  @Override
  public double value() {
    return Math.log(ratio.value());
  }

  @Override
  public double p(double supposed) {
    return ratio.p(Math.exp(supposed));
  }

  @Override
  public double pBelow(double bound) {
    return ratio.pBelow(Math.exp(bound));
  }

  @Override
  public double pAbove(double bound) {
    return ratio.pAbove(Math.exp(bound));
  }

  @Override
  public Interval interval(double level) {
    Interval of = ratio.interval(level);
    return of.exists() ? new Interval(Math.log(of.low()), Math.log(of.high())) : Interval.NONE;
  }

  @Override
  public double smallestP() {
    return ratio.smallestP();
  }
}
