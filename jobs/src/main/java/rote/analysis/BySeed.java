package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Observed;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/**
 * The completed trials of several groups, side by side by seed.
 *
 * @param rows one per seed that all groups have, with a result per group
 */
record BySeed(List<List<TrialResult>> rows) {

  static BySeed of(List<Group> groups) {
    List<Map<Long, TrialResult>> others = groups.stream().map(group -> group.completed().stream()
        .collect(Collectors.toMap(record -> record.trial().seed(), TrialRecord::result))).toList();
    List<List<TrialResult>> rows = new ArrayList<>();
    for (TrialRecord record : groups.get(0).completed()) {
      List<TrialResult> row = others.stream().map(results -> results.get(record.trial().seed()))
          .flatMap(result -> Optional.ofNullable(result).stream()).toList();
      if (row.size() == groups.size()) {
        rows.add(row);
      }
    }
    return new BySeed(rows);
  }

  List<TrialResult> column(int group) {
    return rows.stream().map(row -> row.get(group)).toList();
  }

  /** Rows in which every trial has the value. */
  List<List<Observed>> observed(Metric metric) {
    return rows.stream().map(row -> row.stream().map(result -> Observed.of(metric, result)).toList())
        .filter(row -> row.stream().allMatch(Optional::isPresent))
        .map(row -> row.stream().flatMap(Optional::stream).toList()).toList();
  }
}
