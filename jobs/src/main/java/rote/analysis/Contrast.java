package rote.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Observed;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.JointStatistic;
import rote.analysis.statistics.Lead;
import rote.analysis.statistics.SubsetMeans;

/**
 * An estimate of how far groups differ in a metric, from the trials of one seed after another.
 *
 * @param censored how many trials have no value but a bound; then only the order of values counts
 */
record Contrast(Estimate estimate, Scale scale, int censored) {

  /** What the number is: how a metric's values are compared. */
  enum Scale {
    /** Ours minus theirs. */
    DIFFERENCE,
    /** The logarithm of ours divided by theirs. */
    RATIO,
    /** The logarithm of the ratio of mean distances from the median. */
    SPREADS,
    /** The difference of Fisher's z of two correlations. */
    FISHER_Z,
    /** The share of pairs in which ours is larger minus the share in which it is smaller. */
    ORDER,
    /** Kendall's tau with the values of a setting. */
    TAU
  }

  /** Compares a group with another. Empty if no pair has values, or if a ratio needs values above 0. */
  static Optional<Contrast> difference(BySeed pairs, Metric metric, boolean ratio) {
    if (metric.joint().isPresent()) {
      Scale scale = metric.joint().get() == JointStatistic.SPREAD ? Scale.SPREADS : Scale.FISHER_Z;
      return pairs.rows().isEmpty() ? Optional.empty()
          : metric.joint().get().difference(metric.rows(pairs.column(0)), metric.rows(pairs.column(1)))
              .map(estimate -> new Contrast(estimate, scale, 0));
    }
    return of(pairs.observed(metric), ratio, row -> value(row, 0, ratio) - value(row, 1, ratio));
  }

  /** Compares a difference of two groups with that of two others. Empty also if a trial has no value but a bound. */
  static Optional<Contrast> ofDifferences(BySeed four, Metric metric, boolean ratio) {
    List<List<Observed>> rows = four.observed(metric);
    return censored(rows) > 0 ? Optional.empty() : of(rows, ratio, row ->
        value(row, 0, ratio) - value(row, 1, ratio) - value(row, 2, ratio) + value(row, 3, ratio));
  }

  /** Compares two metrics of the same trials. */
  static Optional<Contrast> ofMetrics(Group group, Metric metric, Metric other) {
    List<List<Observed>> rows = group.completed().stream().flatMap(record -> Observed.of(metric, record.result()).stream()
        .flatMap(one -> Observed.of(other, record.result()).stream().map(two -> List.of(one, two)))).toList();
    return of(rows, false, row -> value(row, 0, false) - value(row, 1, false));
  }

  /** Kendall's tau of the metric with the place on an axis, for each seed. */
  static Optional<Contrast> trend(BySeed series, Metric metric) {
    List<List<Observed>> rows = series.observed(metric);
    double[] tau = rows.stream().mapToDouble(Contrast::tau).toArray();
    return tau.length == 0 ? Optional.empty() : Optional.of(new Contrast(SubsetMeans.of(tau), Scale.TAU, censored(rows)));
  }

  private static double tau(List<Observed> row) {
    int sum = 0;
    for (int later = 1; later < row.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        sum += row.get(later).order(row.get(earlier));
      }
    }
    return sum / (row.size() * (row.size() - 1) / 2.0);
  }

  /**
   * Compares the highest place inside with every place elsewhere ({@link Lead}).
   *
   * @param inside for each group of the series; empty unless some are, and some are not
   */
  static Optional<Contrast> peak(BySeed series, Metric metric, boolean[] inside) {
    List<List<Observed>> rows = series.observed(metric);
    long places = IntStream.range(0, inside.length).filter(group -> inside[group]).count();
    return rows.isEmpty() || censored(rows) > 0 || places == 0 || places == inside.length ? Optional.empty()
        : Optional.of(new Contrast(Lead.of(values(rows, inside, true), values(rows, inside, false)), Scale.DIFFERENCE, 0));
  }

  private static double[][] values(List<List<Observed>> rows, boolean[] inside, boolean wanted) {
    return rows.stream().map(row -> IntStream.range(0, inside.length).filter(group -> inside[group] == wanted)
        .mapToDouble(group -> row.get(group).value()).toArray()).toArray(double[][]::new);
  }

  private static Optional<Contrast> of(List<List<Observed>> rows, boolean ratio, ToDoubleFunction<List<Observed>> difference) {
    int censored = censored(rows);
    double[] values = rows.stream()
        .mapToDouble(censored > 0 ? row -> row.get(0).order(row.get(1)) : difference).toArray();
    return values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite) ? Optional.empty()
        : Optional.of(new Contrast(SubsetMeans.of(values),
            censored > 0 ? Scale.ORDER : ratio ? Scale.RATIO : Scale.DIFFERENCE, censored));
  }

  private static int censored(List<List<Observed>> rows) {
    return rows.stream().mapToInt(Observed::censored).sum();
  }

  private static double value(List<Observed> row, int group, boolean ratio) {
    double value = row.get(group).value();
    return ratio ? Math.log(value) : value;
  }
}
