package rote.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import rote.experiment.Experiment;
import rote.experiment.Setting;
import rote.experiment.Status;
import rote.experiment.Trial;
import rote.experiment.YamlName;
import rote.store.TrialRecord;

/**
 * An experiment's trials, grouped by the settings that differ between them, in the order of the plan.
 *
 * @param all a group for every point of the grid, also where nothing is recorded yet
 */
public record Groups(Experiment experiment, List<Setting<?>> axes, List<Group> all) {
  public Groups {
    axes = List.copyOf(axes);
    all = List.copyOf(all);
  }

  /** Records of trials that the experiment no longer asks for are left out. */
  public static Groups of(Experiment experiment, List<TrialRecord> records) {
    Map<Trial, TrialRecord> recorded =
        records.stream().collect(Collectors.toMap(TrialRecord::trial, record -> record, (first, again) -> first));
    Experiment known = experiment.after(TrialRecord.results(records));
    List<Setting<?>> axes = known.axes();
    String dataset = records.isEmpty() ? experiment.dataset() : records.get(0).dataset();
    List<Group> all = known.groups().stream()
        .map(cell -> group(axes, dataset, cell, recorded, cell.equals(known.chosen()))).toList();
    return new Groups(known, axes, all);
  }

  public List<TrialRecord> records() {
    return all.stream().flatMap(group -> group.records().stream()).toList();
  }

  public int planned() {
    return all.stream().mapToInt(Group::planned).sum();
  }

  public boolean allCompleted() {
    return all.stream().allMatch(Group::allCompleted);
  }

  /** What was run, in a sentence. */
  public String sentence() {
    String ended = allCompleted() ? "all completed" : StatusCounts.of(records(), planned()).toString();
    return Words.count(planned(), "trial") + " on " + dataset() + ": " + parts() + "; " + ended + ".";
  }

  private String parts() {
    String seeds = Words.count(experiment.sweep().seeds().size(), "seed") + " (" + Words.seeds(experiment.sweep().seeds()) + ")";
    long searched = all.stream().filter(group -> !group.chosen()).count();
    return experiment.followUp().map(then -> Words.count(searched, "setting") + " searched with " + seeds + ", then the best by "
            + Words.of(YamlName.of(then.bestBy())) + " trained with " + Words.count(then.seeds(), "fresh seed"))
        .orElse(Words.count(all.size(), "group") + " of " + seeds);
  }

  /** The trials that diverged or failed. */
  List<TrialRecord> notCompleted() {
    return records().stream().filter(record -> record.result().status() != Status.COMPLETED).toList();
  }

  /** Whether a search comes first and what it chose follows. */
  boolean haveParts() {
    return experiment.followUp().isPresent();
  }

  String dataset() {
    return all.isEmpty() ? experiment.dataset() : all.get(0).dataset();
  }

  private static Group group(
      List<Setting<?>> axes, String dataset, List<Trial> cell, Map<Trial, TrialRecord> recorded, boolean chosen) {
    List<TrialRecord> records = cell.stream().map(recorded::get).filter(Objects::nonNull).toList();
    return new Group(axes, cell.get(0), dataset, cell.size(), records, chosen);
  }
}
