package rote.report.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Groups;
import rote.analysis.metrics.Metric;
import rote.files.yaml.YamlName;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/**
 * A page's data of every recorded trial, group after group; a trial in two groups comes twice.
 *
 * @param group which group each trial is in
 * @param metrics by column, one value per trial; null if it has none
 */
record TrialValues(List<String> id, List<Integer> group, List<String> seed, TextColumn status, TextColumn reason,
    Map<String, List<Number>> metrics) {

  static TrialValues of(Groups groups, List<Metric> metrics) {
    List<TrialRecord> records = groups.all().stream().flatMap(group -> group.records().stream()).toList();
    List<Integer> places = IntStream.range(0, groups.all().size()).boxed()
        .flatMap(g -> Collections.nCopies(groups.all().get(g).records().size(), g).stream()).toList();
    Function<Metric, List<Number>> values = metric -> records.stream()
        .map(record -> PageData.number(metric.reader().of(record.result()).orElse(Double.NaN))).toList();
    return new TrialValues(records.stream().map(TrialRecord::trialId).toList(), places,
        records.stream().map(record -> String.valueOf(record.trial().seed())).toList(),
        TextColumn.of(records, record -> YamlName.of(record.result().status())), TextColumn.of(records, TrialValues::reason),
        metrics.stream().collect(Collectors.toMap(Metric::column, values)));
  }

  /** Why a trial did not complete: the first line of its error, or the last epoch measured. */
  static String reason(TrialRecord record) {
    String error = record.result().error();
    if (error != null && !error.isBlank()) {
      return error.strip().lines().findFirst().orElse("");
    }
    Curve curve = record.result().curve();
    return switch (record.result().status()) {
      case COMPLETED -> "";
      case DIVERGED, FAILED -> curve.isEmpty() ? "" : "last measured after epoch " + curve.last().epoch();
    };
  }
}
