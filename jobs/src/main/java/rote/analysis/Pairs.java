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

/** The completed trials of two groups, paired by seed. */
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

  /** The group's metric minus the other's, over pairs in which both have a value; empty if there are none. */
  Optional<PairedDifference> difference(Metric metric) {
    if (metric.joint().isPresent()) {
      return ours.isEmpty() ? Optional.empty() : metric.joint().get().difference(metric.rows(ours), metric.rows(theirs));
    }
    double[] differences = IntStream.range(0, ours.size())
        .mapToDouble(i -> value(metric, ours.get(i)) - value(metric, theirs.get(i)))
        .filter(difference -> !Double.isNaN(difference)).toArray();
    return differences.length == 0 ? Optional.empty() : Optional.of(PairedDifference.of(differences));
  }

  long bounded(Metric metric) {
    return Stream.concat(ours.stream(), theirs.stream())
        .filter(result -> metric.reader().of(result).isEmpty() && bound(metric, result).isPresent()).count();
  }

  /** NaN if it has neither a value nor a bound. */
  static double value(Metric metric, TrialResult result) {
    return metric.reader().of(result).orElseGet(() -> bound(metric, result).orElse(Double.NaN));
  }

  /** A trial that never fitted would have fitted after its last epoch at the earliest. */
  private static OptionalDouble bound(Metric metric, TrialResult result) {
    return metric.column().equals(Metric.FIT_EPOCH.column()) ? Metric.EPOCHS_RUN.reader().of(result) : OptionalDouble.empty();
  }
}
