package rote.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.resampling.FoldMeans;
import rote.analysis.resampling.PermutationTest;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.Resampling;
import rote.files.yaml.YamlName;
import rote.trial.ByTrial;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/** An experiment's trials in plan order: one group per point of the grid, also where nothing is recorded yet. */
public record Groups(Experiment experiment, List<Setting<?>> axes, List<Group> all) {
  public Groups {
    axes = List.copyOf(axes);
    all = List.copyOf(all);
  }

  /** Leaves out records of trials that the experiment no longer asks for. */
  public static Groups of(Experiment experiment, List<TrialRecord> records) {
    ByTrial<TrialRecord> recorded = TrialRecord.byTrial(records);
    Experiment known = experiment.after(recorded.map(TrialRecord::result));
    List<Setting<?>> axes = known.axes();
    String dataset = records.isEmpty() ? experiment.dataset() : records.get(0).dataset();
    List<Group> all = known.groups().stream()
        .map(cell -> group(axes, dataset, cell, recorded, known.chosen().contains(cell))).toList();
    return new Groups(known, axes, all);
  }

  /** Every record once, although groups may share trials. */
  public List<TrialRecord> records() {
    return TrialRecord.byTrial(all.stream().flatMap(group -> group.trained().stream()).toList()).all();
  }

  /** Counts a trial once, in however many groups it is. */
  public int planned() {
    return experiment.trials().size();
  }

  /** Whether groups share trials, because the settings that differ have no effect on them. */
  private boolean areShared() {
    return planned() < experiment.groups().stream().mapToInt(List::size).sum();
  }

  public boolean allCompleted() {
    List<TrialRecord> records = records();
    return records.size() == planned() && records.stream().allMatch(record -> record.result().status() == Status.COMPLETED);
  }

  public String sentence() {
    String ended = allCompleted() ? "all completed" : Group.statusCounts(records(), planned());
    return Words.count(planned(), "trial") + " on " + dataset() + ": " + parts() + "; " + ended + ".";
  }

  private String parts() {
    String seeds = Words.count(experiment.sweep().seeds().size(), "seed") + " (" + Words.seeds(experiment.sweep().seeds()) + ")";
    String shared = areShared() ? " (some are the same trials)" : "";
    long searched = all.stream().filter(group -> !group.chosen()).count();
    return experiment.followUp().map(then -> Words.count(searched, "setting") + shared + " searched with " + seeds
            + ", then the best by " + Words.of(YamlName.of(then.bestBy())) + forEach(then) + " trained with "
            + Words.count(then.seeds(), "fresh seed"))
        .orElse(Words.count(all.size(), "group") + shared + " of " + seeds);
  }

  private static String forEach(FollowUp then) {
    return then.forEach().isEmpty() ? ""
        : " for each " + then.forEach().stream().map(Words::of).collect(Collectors.joining(", "));
  }

  /** Names a group beside those of another run. A group that a search chose is named without its tuned settings. */
  public String name(Group group, List<Setting<?>> some) {
    List<Setting<?>> forEach = experiment.followUp().map(FollowUp::forEach).orElse(List.of());
    return !group.chosen() ? group.label(some) : forEach.isEmpty() ? group.part() : group.label(forEach);
  }

  /** Whether some group has an interval over seeds and test examples. */
  public boolean haveImageIntervals() {
    return all.stream().anyMatch(group -> group.overTestImages().isPresent());
  }

  public List<TrialRecord> notCompleted() {
    return records().stream().filter(record -> record.result().status() != Status.COMPLETED).toList();
  }

  public boolean haveParts() {
    return experiment.followUp().isPresent();
  }

  public List<String> headings() {
    return inParts("part", axes.stream().map(Words::of));
  }

  /** The values that distinguish a group, after its part if there are parts. */
  public List<String> settings(Group group) {
    return inParts(group.part(), axes.stream().map(group::value));
  }

  private List<String> inParts(String part, Stream<String> others) {
    return haveParts() ? Stream.concat(Stream.of(part), others).toList() : others.toList();
  }

  /** Returns the axes along which groups differ apart from one, and from those that are zipped with it. */
  public List<Setting<?>> axesBut(Setting<?> one) {
    Set<Setting<?>> together = zipped().contains(one) ? zipped() : Set.of(one);
    return axes.stream().<Setting<?>>filter(axis -> !together.contains(axis)).toList();
  }

  /** Returns the settings that change together. */
  public Set<Setting<?>> zipped() {
    return experiment.sweep().zip().get(0).keySet();
  }

  /** Collects the groups with the same values of some settings. */
  static Map<List<String>, List<Group>> series(List<Setting<?>> some, Stream<Group> groups) {
    return groups.collect(Collectors.groupingBy(group -> some.stream().map(group::value).toList(), LinkedHashMap::new,
        Collectors.toList()));
  }

  public String dataset() {
    return all.isEmpty() ? experiment.dataset() : all.get(0).dataset();
  }

  private static Group group(
      List<Setting<?>> axes, String dataset, List<Trial> cell, ByTrial<TrialRecord> recorded, boolean chosen) {
    List<TrialRecord> trained = recorded.of(cell).toList();
    int folds = Resampling.folds(cell);
    int permutation = cell.get(0).get(Setting.PERMUTATION);
    List<TrialRecord> own = FoldMeans.of(trained.stream().filter(record -> record.trial().get(Setting.PERMUTATION) == permutation).toList(), folds);
    int seeds = (int) cell.stream().filter(trial -> trial.get(Setting.PERMUTATION) == permutation).count() / folds;
    return new Group(axes, Resampling.declared(cell), dataset, seeds, own, trained, chosen,
        MemorisationScores.of(Group.completed(own).map(TrialRecord::result)), PermutationTest.of(cell, trained));
  }
}
