package rote.jobs.verify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import rote.jobs.ManifestFacts;
import rote.jobs.Provenance;
import rote.store.Recorded;
import rote.store.verify.Findings;
import rote.trial.TrialRecord;

/** The comparison of what a manifest says of the runs that trained with what their segments say. */
final class RunsCheck {
  private RunsCheck() {}

  /** @param shown the records of the tables' trials */
  static void check(
      String manifest, Map<String, Object> facts, Recorded recorded, Collection<TrialRecord> shown, Findings findings) {
    List<String> stated = Provenance.all(facts).stream().map(String::valueOf).toList();
    Provenance.runs(recorded.runs(shown), facts).stream()
        .filter(run -> recorded.facts().getOrDefault(run.get("run"), Map.of()).size() > 0) // others say nothing to compare
        .filter(run -> !stated.contains(String.valueOf(run)))
        .forEach(run -> findings.add(manifest, "runs are " + stated + ", and in the segments one is " + run));
    int notShown = TrialRecord.trials(recorded.records()) - TrialRecord.trials(shown);
    if (ManifestFacts.notShown(facts) != notShown) {
      findings.add(manifest, "trials." + ManifestFacts.NOT_SHOWN + " is " + ManifestFacts.notShown(facts)
          + ", and there are " + notShown);
    }
  }
}
