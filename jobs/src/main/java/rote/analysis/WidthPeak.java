package rote.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.trial.Curve;
import rote.trial.Setting;

/**
 * Finds the peak of the test cost as a hidden layer grows. In double descent (Belkin et al. 2018) it is near the width from
 * which the training set is fitted.
 */
final class WidthPeak {
  private static final String NOTE =
      "The width with the highest mean test cost, if its cost is above that of the narrowest and that of the widest layer, seed by seed"
      + " (its neighbours may not differ significantly; the test is corrected for the choice among all widths); and the narrowest"
      + " layer from which the training set is fitted: a training accuracy of " + Curve.FITTED + " in all trials of it and of all"
      + " wider ones. The interval of the cost at the peak is a plain 95 % interval; that the peak was chosen afterwards is not in it.";
  private static final int MIN_WIDTHS = 5;

  private WidthPeak() {}

  /** Empty unless one hidden layer grows in several steps, the training set stays the same, and there is a peak. */
  static Optional<AnalysisTable> of(Groups groups) {
    if (groups.axes().contains(Setting.TRAINING_EXAMPLES)) {
      return Optional.empty();
    }
    List<Setting<?>> others = groups.axesBut(Setting.HIDDEN);
    Map<List<String>, List<Group>> series = Groups.series(others, groups.all().stream()
        .filter(group -> group.trial().get(Setting.HIDDEN).size() == 1).sorted(Comparator.comparing(WidthPeak::width)));
    List<String> headings = new ArrayList<>(others.stream().map(Words::of).toList());
    headings.addAll(List.of("width at the peak", "test cost there", "narrowest", "widest", "fitted from width"));
    List<List<String>> rows = new ArrayList<>();
    series.forEach((values, widths) -> peak(widths).ifPresent(peak -> rows.add(row(values, widths, peak))));
    return rows.isEmpty() ? Optional.empty()
        : Optional.of(new AnalysisTable("Where the test cost has a peak", NOTE, headings, rows));
  }

  /** The width with the highest cost, if both ends are lower; empty unless all are measured. */
  private static Optional<Group> peak(List<Group> widths) {
    if (widths.size() < MIN_WIDTHS || widths.stream().anyMatch(group -> group.statistics(Metric.TEST_COST).isEmpty())) {
      return Optional.empty();
    }
    Group peak = widths.stream().max(Comparator.comparing(WidthPeak::cost)).orElseThrow();
    double level = Statistics.LEVEL / widths.size();
    return isAbove(peak, widths.get(0), level) && isAbove(peak, widths.get(widths.size() - 1), level)
        ? Optional.of(peak) : Optional.empty();
  }

  private static boolean isAbove(Group peak, Group end, double level) {
    return Contrast.difference(BySeed.of(List.of(peak, end)), Metric.TEST_COST, false)
        .filter(contrast -> contrast.estimate().interval(level).low() > 0).isPresent();
  }

  private static List<String> row(List<String> values, List<Group> widths, Group peak) {
    List<String> row = new ArrayList<>(values);
    row.add(String.valueOf(width(peak)));
    row.add(cost(peak, true));
    row.add(cost(widths.get(0), false));
    row.add(cost(widths.get(widths.size() - 1), false));
    int fitted = widths.size();
    while (fitted > 0 && widths.get(fitted - 1).isFitted()) {
      fitted--;
    }
    row.add(fitted == widths.size() ? "none" : String.valueOf(width(widths.get(fitted))));
    return row;
  }

  private static String cost(Group group, boolean interval) {
    Statistics cost = group.statistics(Metric.TEST_COST).orElseThrow();
    return Metric.TEST_COST.format(cost.mean()) + (interval ? " " + Numbers.interval(Metric.TEST_COST, cost) : "");
  }

  private static double cost(Group group) {
    return group.statistics(Metric.TEST_COST).orElseThrow().mean();
  }

  private static int width(Group group) {
    return group.trial().get(Setting.HIDDEN).get(0);
  }
}
