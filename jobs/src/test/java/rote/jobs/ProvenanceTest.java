package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rote.analysis.PageFacts;
import rote.store.Recorded;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Which runs trained what, as manifest, report and comparison say it, whoever wrote last. */
class ProvenanceTest {
  private static final String FIRST = "11111111" + "a".repeat(32);
  private static final String SECOND = "22222222" + "b".repeat(32) + "+edited";
  private static final Map<String, Object> ASKED = Map.of("file", "e.yaml", "experiment", Map.of("name", "e"),
      "dataset", Map.of("name", "pen-digits", "digest", "0123456789", "classes", 10), "numerics", 1);
  private static final Map<String, Object> TRAINED = Map.of("kernels", "vector", "git_commit", FIRST, "jvm", "J17",
      "spark", "4.1.0", "started", "2026-01-01T10:00:00Z", "seconds", 60.0);
  private static final Map<String, Object> TRAINED_LATER = Map.of("kernels", "reference", "git_commit", SECOND, "jvm", "J25",
      "spark", "4.1.0", "started", "2026-01-03T10:00:00Z", "seconds", 3.4);

  @Test
  void namesTheRunThatTrainedThoughALaterOneWritesIt() {
    Map<String, Object> facts = facts(recorded(Map.of("u", TRAINED), "u", "u"), Map.of());
    assertThat(facts).containsAllEntriesOf(TRAINED);
    assertThat(facts(recorded(Map.of("u", TRAINED), "u", "u"), facts)).containsAllEntriesOf(TRAINED);
    PageFacts page = FactsInWords.of(facts);
    assertThat(page.provenance()).containsExactly("data pen-digits 01234567", "commit 11111111", "trained in 1 min 0 s",
        "2026-01-01");
    assertThat(page.facts()).containsEntry("git commit", FIRST).containsEntry("kernels", "vector")
        .containsEntry("seconds from start to last trial", "60.0").containsKey("report written by");
  }

  @Test
  void namesEveryRunWithItsOwnFacts() {
    Map<String, Object> facts = facts(recorded(Map.of("u", TRAINED, "v", TRAINED_LATER), "u", "v", "v"), Map.of());
    assertThat(facts).containsAllEntriesOf(TRAINED_LATER);
    PageFacts page = FactsInWords.of(facts);
    assertThat(page.provenance()).containsExactly("data pen-digits 01234567", "commits 11111111, 22222222+edited",
        "trained in 2 runs, 1 min 3 s", "2026-01-01 to 2026-01-03");
    assertThat(page.facts().get("trained by run 1 of 2")).startsWith("1 trials; kernels vector;").contains(FIRST);
    assertThat(page.facts().get("trained by run 2 of 2")).startsWith("2 trials; kernels reference;").contains(SECOND, "J25");
    assertThat(Declared.of(facts)).containsEntry("commit", FIRST + ", " + SECOND).containsEntry("kernels", "vector, reference");
  }

  @Test
  void keepsTheFactsOfAManifestOfTheFirstFormat() {
    Map<String, Object> old = new HashMap<>(ASKED);
    old.putAll(TRAINED);
    Recorded silent = recorded(Map.of("u", Map.of()), "u", "u");
    Map<String, Object> now = facts(silent, old);
    assertThat(now).containsAllEntriesOf(TRAINED);
    assertThat(FactsInWords.of(now).provenance()).isEqualTo(FactsInWords.of(old).provenance());
    assertThat(facts(silent, now)).containsAllEntriesOf(TRAINED);
  }

  @Test
  void keepsThemWhileTheirTrialsAreNotShown() {
    Map<String, Object> old = new HashMap<>(ASKED);
    old.putAll(TRAINED);
    Recorded both = recorded(Map.of("u", Map.of(), "v", TRAINED_LATER), "u", "v");
    Map<String, Object> without = ManifestFacts.of(ASKED, old, "run", 1, both, both.records().subList(1, 2));
    assertThat(without).containsAllEntriesOf(TRAINED_LATER);
    assertThat(ManifestFacts.notShown(without)).isEqualTo(1);
    assertThat(FactsInWords.of(without).facts()).containsEntry("not shown", "1 recorded trial of other settings")
        .containsEntry("git commit", SECOND);
    assertThat(FactsInWords.of(facts(both, without)).facts().get("trained by run 1 of 2")).contains(FIRST);
  }

  @Test
  void saysWhatIsKnownBeforeAnythingIsTrained() {
    Map<String, Object> facts = facts(Recorded.ofTables(List.of()), Map.of());
    assertThat(FactsInWords.of(facts).provenance()).contains("nothing trained yet");
    assertThat(Declared.of(facts)).doesNotContainKey("commit");
  }

  private static Map<String, Object> facts(Recorded recorded, Map<String, Object> before) {
    return ManifestFacts.of(ASKED, before, "run", 3, recorded, recorded.records());
  }

  /** One trial for each run that is named. */
  private static Recorded recorded(Map<String, Map<String, Object>> facts, String... runs) {
    Map<String, Set<String>> runsOf = new HashMap<>();
    for (int t = 0; t < runs.length; t++) {
      runsOf.put("t" + t, Set.of(runs[t]));
    }
    List<TrialRecord> records = runsOf.keySet().stream().sorted().map(id -> new TrialRecord(id, "e", "pen-digits",
        Trial.initial(id.hashCode()), new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none"), 0, "host")).toList();
    return new Recorded(records, runsOf, facts);
  }
}
