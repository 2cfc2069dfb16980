package rote.jobs.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import rote.analysis.Groups;
import rote.analysis.metrics.Metric;
import rote.experiment.Claim;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialKey;
import rote.trial.TrialRecord;

/**
 * The mean and the best value of each group so far, of the first metric that a claim is about and that every trial has; else of test
 * accuracy. Every record is looked at once.
 */
public final class GroupScores {
  /** Of more groups, those with the best means are shown. */
  static final int MAX_SHOWN = 6;

  private final Metric metric;
  private final boolean isHighBest;
  private final List<Tally> groups = new ArrayList<>();
  private final Map<TrialKey, Tally> groupOf = new HashMap<>(); // a trial of several groups counts in the first

  /** @param best a word for it: highest or lowest */
  public record Shown(String metric, String best, List<Line> lines, int more) {
    /** No groups. */
    public static final Shown NONE = new Shown("", "", List.of(), 0);
  }

  /** A group's numbers, as they are written. */
  public record Line(String group, int n, String mean, String best) {}

  private static final class Tally {
    private final String label;
    private int n;
    private double sum;
    private double best;

    Tally(String label) {
      this.label = label;
    }
  }

  /** @param recorded the records so far */
  public GroupScores(Experiment experiment, List<TrialRecord> recorded) {
    this.metric = experiment.claims().stream().map(Claim::metric).map(Metric::of).filter(Metric::isOfTrials).findFirst()
        .orElse(Metric.TEST_ACCURACY);
    this.isHighBest = metric.kind() == MetricName.Kind.ACCURACY && metric.name() != MetricName.GENERALISATION_GAP
        && metric.name() != MetricName.TEST_ACCURACY_DROP;
    Groups known = Groups.of(experiment, recorded);
    List<List<Trial>> trials = known.experiment().groups();
    for (int g = 0; g < trials.size(); g++) {
      Tally tally = new Tally(known.all().get(g).label());
      groups.add(tally);
      trials.get(g).forEach(trial -> groupOf.putIfAbsent(TrialKey.of(trial), tally));
    }
    recorded.forEach(this::add);
  }

  /** Takes one more record. */
  public void add(TrialRecord record) {
    Tally tally = groupOf.get(TrialKey.of(record.trial()));
    OptionalDouble value = record.result().status() == Status.COMPLETED && !record.trial().isPermuted() ? metric.reader().of(record.result()) : OptionalDouble.empty();
    if (tally != null && value.isPresent()) {
      double seen = value.getAsDouble();
      tally.best = tally.n == 0 || (isHighBest ? seen > tally.best : seen < tally.best) ? seen : tally.best;
      tally.sum += seen;
      tally.n++;
    }
  }

  /** Returns the label of a trial's group, its seed, its fold and its permutation. */
  public String label(Trial trial) {
    Tally tally = groupOf.get(TrialKey.of(trial));
    Integer fold = trial.get(Setting.FOLD);
    return (tally == null ? "" : tally.label + ", ") + "seed " + trial.seed() + (fold == null ? "" : ", fold " + fold)
        + (trial.isPermuted() ? ", permutation " + trial.get(Setting.PERMUTATION) : "");
  }

  /** Returns the numbers so far. */
  public Shown shown() {
    List<Tally> begun = groups.stream().filter(group -> group.n > 0).toList();
    List<Tally> first = begun.size() <= MAX_SHOWN ? begun
        : begun.stream().sorted(Comparator.comparingDouble(this::rank)).limit(MAX_SHOWN).toList();
    return new Shown(metric.words(), isHighBest ? "highest" : "lowest",
        first.stream().map(group -> new Line(group.label, group.n, metric.format(group.sum / group.n), metric.format(group.best))).toList(),
        begun.size() - first.size());
  }

  private double rank(Tally group) {
    return (isHighBest ? -1 : 1) * group.sum / group.n;
  }
}
