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
import rote.store.Owner;
import rote.store.verify.Findings;
import rote.trial.ByTrial;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** Compares what a manifest says was planned and counted with the trials in the tables. */
final class PlanCheck {
  private final String path;
  private final Manifest manifest;
  private final Owner owner;
  private final Findings findings;

  /**
   * @param path the manifest's
   * @param owner whose the segments are
   */
  PlanCheck(String path, Manifest manifest, Owner owner, Findings findings) {
    this.path = path;
    this.manifest = manifest;
    this.owner = owner;
    this.findings = findings;
  }

  /**
   * Compares, and says in one line what.
   *
   * @param tabled the trials of the tables
   */
  String check(Set<String> tabled, Map<String, TrialRecord> recorded) {
    if (!owner.dataDigest().equals(manifest.digest())) {
      findings.add(path, "dataset.digest is " + manifest.digest() + ", in the segments " + owner.dataDigest());
    }
    if (!Objects.equals(manifest.numerics(), TrialId.NUMERICS)) {
      findings.add(path, "numerics is " + manifest.numerics() + ", in the trials' names " + TrialId.NUMERICS);
    }
    Set<String> planned = new LinkedHashSet<>();
    findings.attempt(path, () -> planned.addAll(planned(tabled, recorded)));
    findings.addTrials(path, without(planned, tabled), "planned are not in the tables");
    findings.addTrials(path, without(tabled, planned), "in the tables are not planned");
    checkCounts(planned.size(), tabled.stream().map(recorded::get).filter(Objects::nonNull).toList());
    return planned.size() + " trials, " + without(planned, without(planned, recorded.keySet())).size() + " of them recorded";
  }

  /** Returns the ids of the planned trials: from the tables, else from the records, else the id to come. */
  private Set<String> planned(Set<String> tabled, Map<String, TrialRecord> recorded) {
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
}
