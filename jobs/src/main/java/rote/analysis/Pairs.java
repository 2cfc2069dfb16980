package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.analysis.statistics.PairedDifference;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** The completed trials of two groups that share a seed, pair by pair. */
final class Pairs {
  private final List<TrialResult> ours = new ArrayList<>();
  private final List<TrialResult> theirs = new ArrayList<>();

  Pairs(Group group, Group other) {
    Map<Long, TrialRecord> others = other.completed().stream()
        .collect(Collectors.toMap(record -> record.trial().seed(), Function.identity()));
    for (TrialRecord record : group.completed()) {
      TrialRecord partner = others.get(record.trial().seed());
      if (partner != null) {
        ours.add(record.result());
        theirs.add(partner.result());
      }
    }
  }

  /** The group's metric less the other's; pairs of which one has no value are left out; empty if none is left. */
  Optional<PairedDifference> difference(Metric metric) {
    if (metric.joint().isPresent()) {
      return ours.isEmpty() ? Optional.empty() : metric.joint().get().difference(metric.rows(ours), metric.rows(theirs));
    }
    double[] differences = IntStream.range(0, ours.size())
        .mapToDouble(i -> value(metric, ours.get(i)) - value(metric, theirs.get(i)))
        .filter(difference -> !Double.isNaN(difference)).toArray();
    return differences.length == 0 ? Optional.empty() : Optional.of(PairedDifference.of(differences));
  }

  /** How many of the trials stand with a bound of the metric instead of a value. */
  long bounded(Metric metric) {
    return Stream.concat(ours.stream(), theirs.stream())
        .filter(result -> metric.reader().of(result).isEmpty() && bound(metric, result).isPresent()).count();
  }

  /** A trial's value, or the bound that stands for it; NaN where it has neither. */
  static double value(Metric metric, TrialResult result) {
    return metric.reader().of(result).orElseGet(() -> bound(metric, result).orElse(Double.NaN));
  }

  /** A trial that never fitted has fitted no sooner than after its last epoch: the bound stands for it. */
  private static OptionalDouble bound(Metric metric, TrialResult result) {
    return metric.column().equals(Metric.FIT_EPOCH.column()) ? Metric.EPOCHS_RUN.reader().of(result) : OptionalDouble.empty();
  }
}
