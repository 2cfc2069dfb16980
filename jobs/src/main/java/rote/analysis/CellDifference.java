package rote.analysis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import rote.analysis.statistics.PairedDifference;
import rote.analysis.statistics.Statistics;
import rote.trial.TrialRecord;

/**
 * Compares a metric of one group with that of the same group in the first run.
 *
 * @param mean of the difference, the other run minus the first
 * @param low lower end of its 95 % interval; NaN if there are too few values
 * @param p two-sided; NaN if there are too few values
 * @param smallestP the smallest p that this many trials can reach
 * @param paired whether trials of the same seed are compared
 */
public record CellDifference(Statistics first, Statistics other, double mean, double low, double high, double p, double smallestP,
    boolean paired) {
  private static final int MIN_PAIRS = 2;
  private static final double TAIL = 0.025;

  /** Empty if one of the groups has no value. */
  static Optional<CellDifference> of(Metric metric, Group first, Group other) {
    Map<Long, Double> before = values(metric, first);
    Map<Long, Double> now = values(metric, other);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    List<Long> common = now.keySet().stream().filter(before::containsKey).toList();
    return Optional.of(common.size() < MIN_PAIRS
        ? unpaired(statistics(before, before.keySet()), statistics(now, now.keySet()))
        : paired(statistics(before, common), statistics(now, common), PairedDifference.of(
            common.stream().mapToDouble(seed -> now.get(seed) - before.get(seed)).toArray())));
  }

  private static CellDifference paired(Statistics first, Statistics other, PairedDifference pairs) {
    Statistics of = pairs.difference();
    return new CellDifference(first, other, of.mean(), of.low(), of.high(), pairs.p(), pairs.smallestP(), true);
  }

  /** By Welch, which does not assume equal variances. */
  private static CellDifference unpaired(Statistics first, Statistics other) {
    double mean = other.mean() - first.mean();
    double a = first.standardDeviation() * first.standardDeviation() / first.n();
    double b = other.standardDeviation() * other.standardDeviation() / other.n();
    double freedom = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (other.n() - 1));
    if (Double.isNaN(freedom)) { // a single value, or equal values
      return new CellDifference(first, other, mean, Double.NaN, Double.NaN, Double.NaN, 1, false);
    }
    TDistribution student = TDistribution.of(freedom);
    double error = Math.sqrt(a + b);
    double half = student.inverseSurvivalProbability(TAIL) * error;
    return new CellDifference(first, other, mean, mean - half, mean + half,
        2 * student.survivalProbability(Math.abs(mean) / error), 0, false);
  }

  /** By seed; a trial that never fitted counts as its last epoch. */
  private static Map<Long, Double> values(Metric metric, Group group) {
    Map<Long, Double> values = new LinkedHashMap<>();
    for (TrialRecord record : group.completed()) {
      double value = Pairs.value(metric, record.result());
      if (!Double.isNaN(value)) {
        values.put(record.trial().seed(), value);
      }
    }
    return values;
  }

  private static Statistics statistics(Map<Long, Double> values, Collection<Long> seeds) {
    return Statistics.of(seeds.stream().mapToDouble(values::get));
  }

  public String n() {
    return paired ? Words.count(first.n(), "pair") : first.n() + " and " + other.n();
  }
}
