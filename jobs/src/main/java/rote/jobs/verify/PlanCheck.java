package rote.jobs.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.store.Manifest;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.store.TrainingRun;
import rote.store.verify.Findings;
import rote.trial.ByTrial;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** Compares what a manifest says of plan, counts and runs with the trials in the tables. */
final class PlanCheck {
  private final String path;
  private final Manifest manifest;
  private final Findings findings;

  /** @param path the manifest's */
  PlanCheck(String path, Manifest manifest, Findings findings) {
    this.path = path;
    this.manifest = manifest;
    this.findings = findings;
  }

  /**
   * Compares, and says in one line what.
   *
   * @param owner whose the segments are
   * @param tabled the trials of the tables
   */
  String check(OutputOwner owner, Set<String> tabled, Map<String, TrialRecord> recorded) {
    if (!owner.dataDigest().equals(manifest.digest())) {
      findings.add(path, "dataset.digest is " + manifest.digest() + ", in the segments " + owner.dataDigest());
    }
    if (!Objects.equals(manifest.numerics(), TrialId.NUMERICS)) {
      findings.add(path, "numerics is " + manifest.numerics() + ", in the trials' names " + TrialId.NUMERICS);
    }
    Set<String> planned = new LinkedHashSet<>();
    findings.attempt(path, () -> planned.addAll(planned(owner, tabled, recorded)));
    findings.addTrials(path, without(planned, tabled), "planned are not in the tables");
    findings.addTrials(path, without(tabled, planned), "in the tables are not planned");
    checkCounts(planned.size(), tabled.stream().map(recorded::get).filter(Objects::nonNull).toList());
    return planned.size() + " trials, " + without(planned, without(planned, recorded.keySet())).size() + " of them recorded";
  }

  /** Returns the ids of the planned trials: from the tables, else from the records, else the id to come. */
  private Set<String> planned(OutputOwner owner, Set<String> tabled, Map<String, TrialRecord> recorded) {
    ByTrial<TrialRecord> records = TrialRecord.byTrial(recorded.values());
    List<Trial> trials = experiment().after(records.map(TrialRecord::result)).trials();
    ByTrial<Trial> declared = ByTrial.of(trials, trial -> trial, (first, again) -> 0);
    List<TrialRecord> rows = tabled.stream().map(recorded::get).filter(Objects::nonNull).toList();
    ByTrial<TrialRecord> inTables = TrialRecord.byTrial(rows);
    Set<String> ids = new LinkedHashSet<>();
    rows.stream().filter(record -> declared.of(record.trial()).isPresent()).forEach(record -> ids.add(record.trialId()));
    trials.stream().filter(trial -> inTables.of(trial).isEmpty()).forEach(trial -> ids.add(
        records.of(trial).map(TrialRecord::trialId).orElseGet(() -> TrialId.of(trial, owner.dataDigest()))));
    return ids;
  }

  private Experiment experiment() {
    if (manifest.experiment() == null) {
      throw new InputException(path + ": experiment is missing");
    }
    return ExperimentFile.experiment(path, manifest.experiment());
  }

  private static List<String> without(Collection<String> all, Collection<String> some) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(Set.copyOf(some));
    return rest;
  }

  private void checkCounts(int planned, List<TrialRecord> records) {
    Map<String, Integer> stated = manifest.trials() == null ? Map.of() : manifest.trials().byName();
    Manifest.Counts.of(planned, records, manifest.notShown()).byName().forEach((name, count) -> {
      if (!Objects.equals(stated.get(name), count)) {
        findings.add(path, "trials." + name + " is " + stated.get(name) + ", and there are " + count);
      }
    });
  }

  /** @param shown the records of the tables' trials */
  void checkRuns(SegmentContents recorded, List<TrialRecord> shown) {
    recorded.runs(shown, manifest).stream()
        .filter(run -> !recorded.said().getOrDefault(run.run(), TrainingRun.SILENT).isSilent()) // else there is nothing to compare
        .filter(run -> !manifest.runs().contains(run))
        .forEach(run -> findings.add(path, "runs are " + manifest.runs() + ", and in the segments one is " + run));
    if (manifest.notShown() != recorded.notShown(shown)) {
      findings.add(path, "trials.not_shown is " + manifest.notShown() + ", and there are " + recorded.notShown(shown));
    }
  }
}
