package rote.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import rote.analysis.Groups;
import rote.analysis.Metric;
import rote.files.yaml.YamlName;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/** What a page says of every recorded trial, column by column, group after group: of a trial in two groups it says it twice. */
final class TrialRows {
  private final Groups groups;
  private final List<Metric> metrics;

  TrialRows(Groups groups, List<Metric> metrics) {
    this.groups = groups;
    this.metrics = metrics;
  }

  Map<String, Object> values() {
    List<TrialRecord> records = groups.all().stream().flatMap(group -> group.records().stream()).toList();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", records.stream().map(TrialRecord::trialId).toList());
    values.put("group", positions());
    values.put("seed", records.stream().map(record -> String.valueOf(record.trial().seed())).toList());
    values.put("status", texts(records, record -> YamlName.of(record.result().status())));
    values.put("reason", texts(records, TrialRows::reason));
    Map<String, Object> columns = new LinkedHashMap<>();
    metrics.forEach(metric -> columns.put(metric.column(), records.stream().map(record -> number(metric, record)).toList()));
    values.put("metrics", columns);
    return values;
  }

  /** Why a trial did not complete: the first line of its error, or after which epoch it diverged. */
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

  private List<Integer> positions() {
    List<Integer> positions = new ArrayList<>();
    for (int g = 0; g < groups.all().size(); g++) {
      for (int r = 0; r < groups.all().get(g).records().size(); r++) {
        positions.add(g);
      }
    }
    return positions;
  }

  /** Each text once, and which of them a row has. */
  static <T> Map<String, Object> texts(List<T> rows, Function<T, String> text) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Integer> of = rows.stream().map(text).map(value -> {
      places.putIfAbsent(value, places.size());
      return places.get(value);
    }).toList();
    return Map.of("values", List.copyOf(places.keySet()), "of", of);
  }

  private static Number number(Metric metric, TrialRecord record) {
    OptionalDouble value = metric.reader().of(record.result());
    return PageData.number(value.orElse(Double.NaN));
  }
}
