package rote.jobs.verify;

import java.util.Collection;
import rote.store.Manifest;
import rote.store.Recorded;
import rote.store.TrainingRun;
import rote.store.verify.Findings;
import rote.trial.TrialRecord;

/** Compares what a manifest says of the runs with what their segments say. */
final class RunsCheck {
  private RunsCheck() {}

  /** @param shown the records of the tables' trials */
  static void check(
      String path, Manifest manifest, Recorded recorded, Collection<TrialRecord> shown, Findings findings) {
    recorded.runs(shown, manifest).stream()
        .filter(run -> !recorded.said().getOrDefault(run.run(), TrainingRun.SILENT).isSilent()) // others say nothing to compare
        .filter(run -> !manifest.runs().contains(run))
        .forEach(run -> findings.add(path, "runs are " + manifest.runs() + ", and in the segments one is " + run));
    if (manifest.notShown() != recorded.notShown(shown)) {
      findings.add(path, "trials.not_shown is " + manifest.notShown() + ", and there are " + recorded.notShown(shown));
    }
  }
}
