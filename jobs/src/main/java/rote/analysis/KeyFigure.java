package rote.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/** A number that a reader wants first. */
public record KeyFigure(String heading, String number, String words) {

  static List<KeyFigure> of(Groups groups) {
    List<Group> measured =
        groups.all().stream().filter(group -> group.statistics(Metric.TEST_ACCURACY).isPresent()).toList();
    List<KeyFigure> figures = new ArrayList<>();
    List<Group> compared = measured.stream().filter(group -> group.chosen() == groups.haveParts()).toList();
    if (compared.size() == 1 && groups.haveParts()) {
      figures.add(of("chosen setting, test accuracy", compared.get(0), Metric.TEST_ACCURACY, 0));
    } else if (compared.size() == 1) {
      figures.add(of("test accuracy", compared.get(0), Metric.TEST_ACCURACY, 0));
      figures.add(of("training accuracy", compared.get(0), Metric.TRAINING_ACCURACY, 0));
    } else if (!compared.isEmpty()) {
      Group highest = Collections.max(compared, Comparator.comparingDouble(KeyFigure::accuracy));
      Group lowest = Collections.min(compared, Comparator.comparingDouble(KeyFigure::accuracy));
      int more = Digits.more(Metric.TEST_ACCURACY, new double[] {accuracy(lowest)}, accuracy(highest));
      String afterwards = "; chosen afterwards from " + compared.size() + " groups, which the interval leaves out";
      figures.add(of("highest test accuracy", highest, Metric.TEST_ACCURACY, more).and(afterwards));
      figures.add(of("lowest test accuracy", lowest, Metric.TEST_ACCURACY, more).and(afterwards));
    }
    if (!measured.isEmpty()) {
      figures.add(fitted(measured));
    }
    return figures;
  }

  private KeyFigure and(String more) {
    return new KeyFigure(heading, number, words + more);
  }

  private static double accuracy(Group group) {
    return group.statistics(Metric.TEST_ACCURACY).orElseThrow().mean();
  }

  private static KeyFigure of(String heading, Group group, Metric metric, int more) {
    Statistics of = group.statistics(metric).orElseThrow();
    String interval = !Double.isNaN(of.low())
        ? "95 % interval " + Numbers.interval(metric, of, more) + overImages(group, metric, more) + ", " : "";
    return new KeyFigure(heading, metric.format(of.mean(), more),
        interval + "n = " + of.n() + (group.axes().isEmpty() ? "" : "; " + group.label()));
  }

  private static String overImages(Group group, Metric metric, int more) {
    return group.overTestImages().filter(any -> metric == Metric.TEST_ACCURACY).map(both ->
        " over seeds, " + Numbers.interval(metric, both, more) + " over seeds and test examples").orElse("");
  }

  private static KeyFigure fitted(List<Group> measured) {
    List<TrialRecord> completed =
        TrialRecord.byTrial(measured.stream().flatMap(group -> group.completed().stream()).toList()).all();
    long fitted = completed.stream().filter(record -> record.result().curve().fitEpoch().isPresent()).count();
    return new KeyFigure("fitted the training set", fitted + " of " + completed.size(),
        "completed trials with a training accuracy of " + Curve.FITTED + " or more");
  }
}
