package rote.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Metric;
import rote.analysis.statistics.Statistics;
import rote.trial.Status;

/** What a page says of every group, column by column: how many trials, and each metric's mean with its uncertainty. */
final class GroupData {
  private final Groups groups;
  private final List<Metric> metrics;

  GroupData(Groups groups, List<Metric> metrics) {
    this.groups = groups;
    this.metrics = metrics;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("planned", groups.all().stream().map(Group::planned).toList());
    values.put("completed", groups.all().stream().map(group -> group.count(Status.COMPLETED)).toList());
    values.put("ended", TrialRows.texts(groups.all(), Group::statusCounts));
    Map<String, Object> columns = new LinkedHashMap<>();
    metrics.forEach(metric -> columns.put(metric.column(), statistics(metric)));
    values.put("metrics", columns);
    return values;
  }

  /** {@code interval} is half the 95 % interval of the mean; where all groups have a single value there is none. */
  private Map<String, Object> statistics(Metric metric) {
    List<Optional<Statistics>> all = groups.all().stream().map(group -> group.statistics(metric)).toList();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("n", all.stream().map(of -> of.map(Statistics::n).orElse(0)).toList());
    columns.put("mean", column(all, Statistics::mean));
    if (all.stream().anyMatch(of -> of.isPresent() && of.get().n() > 1)) {
      columns.put("deviation", column(all, Statistics::standardDeviation));
      columns.put("interval", column(all, of -> (of.high() - of.low()) / 2));
    }
    return columns;
  }

  private static List<Number> column(List<Optional<Statistics>> all, ToDoubleFunction<Statistics> part) {
    return all.stream().map(of -> PageData.number(of.map(part::applyAsDouble).orElse(Double.NaN))).toList();
  }
}
