package rote.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import rote.analysis.statistics.Statistics;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/** The few numbers that a reader wants first: how good, how sure, and for which setting. */
public final class KeyFigures {
  private final Groups groups;

  public KeyFigures(Groups groups) {
    this.groups = groups;
  }

  /** Each a heading, a number, and what is to be known about it. */
  public List<Map<String, Object>> values() {
    List<Group> measured = groups.all().stream().filter(group -> group.finalTestAccuracy().isPresent()).toList();
    List<Map<String, Object>> values = new ArrayList<>();
    measured.stream().filter(Group::chosen).forEach(chosen -> values.add(value("chosen setting, test accuracy", chosen,
        Metric.TEST_ACCURACY)));
    List<Group> compared = measured.stream().filter(group -> !group.chosen() && !groups.haveParts()).toList();
    Comparator<Group> byAccuracy = Comparator.comparingDouble(KeyFigures::mean);
    if (compared.size() == 1) {
      values.add(value("test accuracy", compared.get(0), Metric.TEST_ACCURACY));
      values.add(value("training accuracy", compared.get(0), Metric.TRAINING_ACCURACY));
    } else if (!compared.isEmpty()) {
      Group highest = Collections.max(compared, byAccuracy);
      Group lowest = Collections.min(compared, byAccuracy);
      int more = Digits.more(Metric.TEST_ACCURACY, new double[] {mean(lowest)}, mean(highest));
      values.add(value("highest test accuracy", highest, Metric.TEST_ACCURACY, more));
      values.add(value("lowest test accuracy", lowest, Metric.TEST_ACCURACY, more));
    }
    if (!measured.isEmpty()) {
      values.add(fitted(measured));
    }
    return values;
  }

  private static double mean(Group group) {
    return group.finalTestAccuracy().orElseThrow().mean();
  }

  private static Map<String, Object> value(String heading, Group group, Metric metric) {
    return value(heading, group, metric, 0);
  }

  private static Map<String, Object> value(String heading, Group group, Metric metric, int more) {
    Statistics of = group.statistics(metric).orElseThrow();
    String interval = of.n() > 1 ? "95 % interval " + Numbers.interval(metric, of, more) + ", " : "";
    return Map.of("heading", heading, "number", metric.format(of.mean(), more),
        "words", interval + "n = " + of.n() + (group.axes().isEmpty() ? "" : "; " + group.label()));
  }

  /** A group is fitted where every trial that completed fitted its training set. */
  private static Map<String, Object> fitted(List<Group> measured) {
    List<TrialRecord> completed =
        TrialRecord.byTrial(measured.stream().flatMap(group -> group.completed().stream()).toList()).all();
    long fitted = completed.stream().filter(record -> record.result().curve().fitEpoch().isPresent()).count();
    return Map.of("heading", "fitted the training set", "number", fitted + " of " + completed.size(),
        "words", "completed trials with a training accuracy of " + Curve.FITTED + " or more");
  }
}
