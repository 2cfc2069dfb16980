package rote.jobs;

import java.time.Instant;
import java.util.List;
import rote.jobs.start.ProgramJar;
import rote.store.Manifest;
import rote.store.Recorded;
import rote.trial.TrialRecord;

/** What a manifest says beside the list of its files. */
final class ManifestFacts {
  private ManifestFacts() {}

  /**
   * The facts.
   *
   * @param asked the manifest's part that says what was asked for, or a whole manifest
   * @param before the manifest until now
   * @param by the command that writes
   * @param recorded all that is recorded
   * @param shown those records that report and tables show
   */
  static Manifest of(Manifest asked, Manifest before, String by, int planned, Recorded recorded, List<TrialRecord> shown) {
    return asked.with(Manifest.Counts.of(planned, shown, recorded.notShown(shown)), recorded.runs(shown, before),
        new Manifest.Written(by, Instant.now().toString(), ProgramJar.commit(), ProgramJar.digest(), ProgramJar.jvm()));
  }
}
