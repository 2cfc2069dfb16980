package rote.jobs;

import java.time.Instant;
import java.util.List;
import rote.jobs.start.ProgramJar;
import rote.store.Manifest;
import rote.store.Recorded;
import rote.trial.TrialRecord;

/** What a manifest says besides its list of files. */
final class ManifestFacts {
  private ManifestFacts() {}

  /**
   * @param asked what was asked for
   * @param before the manifest until now
   * @param by the command that writes
   * @param shown the records that report and tables show
   */
  static Manifest of(Manifest asked, Manifest before, String by, int planned, Recorded recorded, List<TrialRecord> shown) {
    return asked.with(Manifest.Counts.of(planned, shown, recorded.notShown(shown)), recorded.runs(shown, before),
        new Manifest.Written(by, Instant.now().toString(), ProgramJar.commit(), ProgramJar.digest(), ProgramJar.jvm()));
  }
}
