package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rote.analysis.PageFacts;
import rote.harness.Fixtures;
import rote.store.Manifest;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.store.TrainingRun;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Which runs trained what, as manifest, report and comparison say it, whoever wrote last. */
class ProvenanceTest {
  private static final String FIRST = "11111111" + "a".repeat(32);
  private static final String SECOND = "22222222" + "b".repeat(32) + "+edited";
  private static final Manifest ASKED =
      Fixtures.asked("e.yaml", Map.of("name", "e"), new OutputOwner("e", "pen-digits", "0123456789"));
  private static final TrainingRun TRAINED =
      new TrainingRun(null, null, "vector", FIRST, null, "J17", "4.1.0", "2026-01-01T10:00:00Z", 60.0, null);
  private static final TrainingRun TRAINED_LATER =
      new TrainingRun(null, null, "reference", SECOND, null, "J25", "4.1.0", "2026-01-03T10:00:00Z", 3.4, 2);
  /** As a manifest of the first format is read. */
  private static final Manifest OLD = ASKED.with(null, List.of(TRAINED), null);

  @Test
  void theChanceLevelIsThatOfTheLargestClassAndItsSizeIsShown() {
    Manifest.Data data = new Manifest.Data("t.csv", "d", 3, null, List.of("no", "perhaps", "yes"), List.of(70, 10, 20));
    PageFacts page = ManifestFacts.of(Manifest.asked("e.yaml", Map.of("name", "e"), data, 1));
    assertThat(page.classNames()).as("heads of the tables of answers").containsExactly("no", "perhaps", "yes");
    assertThat(page.chance()).isEqualTo(0.7);
    assertThat(page.guessing()).isEqualTo("Always answering the largest of 3 classes has accuracy 0.700.");
    assertThat(page.facts()).containsEntry("classes", "0 = no: 70; 1 = perhaps: 10; 2 = yes: 20");
  }

  @Test
  void namesTheRunThatTrainedThoughALaterOneWritesIt() {
    Manifest facts = facts(recorded(Map.of("u", TRAINED), "u", "u"), Manifest.NONE);
    assertThat(last(facts)).isEqualTo(TRAINED);
    assertThat(last(facts(recorded(Map.of("u", TRAINED), "u", "u"), facts))).isEqualTo(TRAINED);
    PageFacts page = ManifestFacts.of(facts);
    assertThat(page.provenance()).containsExactly("data pen-digits 01234567", "commit 11111111", "trained in 1 min 0 s",
        "2026-01-01");
    assertThat(page.facts()).containsEntry("git commit", FIRST).containsEntry("kernels", "vector")
        .containsEntry("seconds from start to last trial", "60.0").containsKey("report written by");
  }

  @Test
  void namesEveryRunWithItsOwnFacts() {
    Manifest facts = facts(recorded(Map.of("u", TRAINED, "v", TRAINED_LATER), "u", "v", "v"), Manifest.NONE);
    assertThat(last(facts)).isEqualTo(TRAINED_LATER);
    PageFacts page = ManifestFacts.of(facts);
    assertThat(page.provenance()).containsExactly("data pen-digits 01234567", "commits 11111111, 22222222+edited",
        "trained in 2 runs, 1 min 3 s", "2026-01-01 to 2026-01-03");
    assertThat(page.facts().get("trained by run 1 of 2")).startsWith("1 trials; kernels vector;").contains(FIRST);
    assertThat(page.facts().get("trained by run 2 of 2")).startsWith("2 trials; kernels reference;").contains(SECOND, "J25");
    assertThat(ManifestTexts.of(facts)).containsEntry("commit", FIRST + ", " + SECOND).containsEntry("kernels", "vector, reference");
  }

  @Test
  void keepsTheFactsOfAManifestOfTheFirstFormat() {
    SegmentContents silent = recorded(Map.of("u", TrainingRun.SILENT), "u", "u");
    Manifest now = facts(silent, OLD);
    assertThat(last(now)).isEqualTo(TRAINED);
    assertThat(ManifestFacts.of(now).provenance()).isEqualTo(ManifestFacts.of(OLD).provenance());
    assertThat(last(facts(silent, now))).isEqualTo(TRAINED);
  }

  @Test
  void keepsThemWhileTheirTrialsAreNotShown() {
    SegmentContents both = recorded(Map.of("u", TrainingRun.SILENT, "v", TRAINED_LATER), "u", "v");
    Manifest without = ResultFiles.manifest(ASKED, OLD, "run", 1, both, both.records().subList(1, 2));
    assertThat(last(without)).isEqualTo(TRAINED_LATER);
    assertThat(without.notShown()).isEqualTo(1);
    assertThat(ManifestFacts.of(without).facts()).containsEntry("not shown", "1 recorded trial of other settings")
        .containsEntry("git commit", SECOND);
    assertThat(ManifestFacts.of(facts(both, without)).facts().get("trained by run 1 of 2")).contains(FIRST);
  }

  @Test
  void saysWhatIsKnownBeforeAnythingIsTrained() {
    Manifest facts = facts(SegmentContents.ofTables(List.of()), Manifest.NONE);
    assertThat(ManifestFacts.of(facts).provenance()).contains("nothing trained yet");
    assertThat(ManifestTexts.of(facts)).doesNotContainKey("commit");
  }

  private static Manifest facts(SegmentContents recorded, Manifest before) {
    return ResultFiles.manifest(ASKED, before, "run", 3, recorded, recorded.records());
  }

  /** One trial for each run that is named. */
  private static SegmentContents recorded(Map<String, TrainingRun> facts, String... runs) {
    Map<String, Set<String>> runsOf = new HashMap<>();
    for (int t = 0; t < runs.length; t++) {
      runsOf.put("t" + t, Set.of(runs[t]));
    }
    List<TrialRecord> records = runsOf.keySet().stream().sorted().map(id -> new TrialRecord(id, "e", "pen-digits",
        Trial.defaults(id.hashCode()), new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none"), 0, "host")).toList();
    return new SegmentContents(records, runsOf, facts);
  }

  private static TrainingRun last(Manifest manifest) {
    List<TrainingRun> runs = manifest.shownRuns();
    TrainingRun last = runs.get(runs.size() - 1);
    return new TrainingRun(null, null, last.kernels(), last.gitCommit(), last.jarSha256(), last.jvm(), last.spark(),
        last.started(), last.seconds(), last.groupsTrainedSingly());
  }
}
