package rote.analysis.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.analysis.Group;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Observed;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Statistics;
import rote.analysis.statistics.SubsetMeans;
import rote.analysis.statistics.WelchDifference;
import rote.trial.TrialRecord;

/**
 * Compares a metric of one group with that of the same group in the first run.
 *
 * @param mean of the difference, the other run minus the first
 * @param test of the difference; of the order in pairs alone, if a trial has no value but a bound
 * @param isOrder whether it is
 * @param isPaired whether trials of the same seed are compared
 */
public record CellDifference(Statistics first, Statistics other, double mean, Estimate test, boolean isOrder, boolean isPaired) {
  private static final int MIN_PAIRS = 2;
  private static final int ENOUGH_PAIRS = 6; // can decide something

  /** Empty if one of the groups has no value. @param isSameData whether trials of one seed share their data */
  static Optional<CellDifference> of(Metric metric, Group first, Group other, boolean isSameData) {
    Map<Long, Observed> before = values(metric, first);
    Map<Long, Observed> now = values(metric, other);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    List<Long> common = now.keySet().stream().filter(before::containsKey).toList();
    boolean allPair = common.size() == Math.min(before.size(), now.size()) && common.size() >= MIN_PAIRS;
    return Optional.of(isSameData && (allPair || common.size() >= ENOUGH_PAIRS)
        ? paired(common.stream().map(before::get).toList(), common.stream().map(now::get).toList())
        : independent(List.copyOf(before.values()), List.copyOf(now.values())));
  }

  private static CellDifference paired(List<Observed> first, List<Observed> other) {
    boolean isOrder = censored(first, other) > 0;
    double[] differences = new double[first.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = isOrder ? other.get(i).order(first.get(i)) : other.get(i).value() - first.get(i).value();
    }
    return of(first, other, SubsetMeans.of(differences), isOrder, true);
  }

  private static CellDifference independent(List<Observed> first, List<Observed> other) {
    return of(first, other, WelchDifference.of(numbers(other), numbers(first)), censored(first, other) > 0, false);
  }

  private static CellDifference of(List<Observed> first, List<Observed> other, Estimate test, boolean isOrder, boolean isPaired) {
    Statistics ours = Statistics.of(numbers(first));
    Statistics theirs = Statistics.of(numbers(other));
    return new CellDifference(ours, theirs, theirs.mean() - ours.mean(), test, isOrder, isPaired);
  }

  private static double[] numbers(List<Observed> values) {
    return values.stream().mapToDouble(Observed::value).toArray();
  }

  private static int censored(List<Observed> first, List<Observed> other) {
    return Observed.censored(first) + Observed.censored(other);
  }

  /** By seed. */
  private static Map<Long, Observed> values(Metric metric, Group group) {
    Map<Long, Observed> values = new LinkedHashMap<>();
    for (TrialRecord record : group.completed()) {
      Observed.of(metric, record.result()).ifPresent(value -> values.put(record.trial().seed(), value));
    }
    return values;
  }

  /** Whether there is a test: independent values of which some are only bounds have none. */
  boolean isTested() {
    return test.smallestP() < 1 && (isPaired || !isOrder);
  }

  double p() {
    return isTested() ? test.p(0) : Double.NaN;
  }

  double smallestP() {
    return isTested() ? test.smallestP() : 1;
  }

  /** Of the difference; none if only the order is known. */
  public Interval interval(double level) {
    return isTested() && !isOrder ? test.interval(level) : Interval.NONE;
  }

  public String n() {
    return isPaired ? Words.count(first.n(), "pair") : first.n() + " and " + other.n();
  }
}
