package rote.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.metrics.Metric;
import rote.analysis.statistics.Statistics;
import rote.trial.Status;

/** A page's data of every group. */
record GroupData(List<Integer> planned, List<Long> completed, TextColumn ended, Map<String, Means> metrics) {

  /**
   * One metric of every group; null for a group without a value.
   *
   * @param deviation null if all groups have a single value
   * @param interval half the 95 % interval of the mean; null like the deviation
   * @param overImages half the interval over seeds and test examples; null unless some group has one for this metric
   */
  record Means(List<Integer> n, List<Number> mean, List<Number> deviation, List<Number> interval, List<Number> overImages) {
    private static Means of(List<Group> groups, Metric metric) {
      List<Optional<Statistics>> all = groups.stream().map(group -> group.statistics(metric)).toList();
      boolean single = all.stream().flatMap(Optional::stream).allMatch(of -> of.n() == 1);
      return new Means(all.stream().map(of -> of.map(Statistics::n).orElse(0)).toList(), column(all, Statistics::mean),
          single ? null : column(all, Statistics::standardDeviation), single ? null : column(all, Means::half),
          metric == Metric.TEST_ACCURACY ? overImages(groups) : null);
    }

    private static List<Number> overImages(List<Group> groups) {
      List<Optional<Statistics>> all = groups.stream().map(Group::overTestImages).toList();
      return all.stream().allMatch(Optional::isEmpty) ? null : column(all, Means::half);
    }

    private static double half(Statistics of) {
      return (of.high() - of.low()) / 2;
    }

    private static List<Number> column(List<Optional<Statistics>> all, ToDoubleFunction<Statistics> part) {
      return all.stream().map(of -> PageData.number(of.map(part::applyAsDouble).orElse(Double.NaN))).toList();
    }
  }

  static GroupData of(Groups groups, List<Metric> metrics) {
    List<Group> all = groups.all();
    return new GroupData(all.stream().map(Group::planned).toList(),
        all.stream().map(group -> group.count(Status.COMPLETED)).toList(), TextColumn.of(all, Group::statusCounts),
        metrics.stream().collect(Collectors.toMap(Metric::column, metric -> Means.of(all, metric))));
  }
}
