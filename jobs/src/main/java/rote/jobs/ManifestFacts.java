package rote.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.store.Recorded;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** What a manifest says beside the list of its files. */
public final class ManifestFacts {
  private static final List<String> ASKED = List.of("file", "experiment", "dataset", "numerics");
  public static final String NOT_SHOWN = "not_shown";

  private ManifestFacts() {}

  /**
   * The facts.
   *
   * @param asked the manifest's part that says what was asked for, or a whole manifest
   * @param before the manifest until now; empty if there is none
   * @param by the command that writes
   * @param recorded all that is recorded
   * @param shown those records that report and tables show
   */
  static Map<String, Object> of(Map<String, Object> asked, Map<String, Object> before, String by, int planned,
      Recorded recorded, List<TrialRecord> shown) {
    List<Map<String, Object>> runs = recorded.runsOf().isEmpty() && !shown.isEmpty()
        ? Provenance.all(before) : Provenance.runs(recorded.runs(shown), before);
    Map<String, Object> facts = new LinkedHashMap<>();
    ASKED.forEach(key -> facts.put(key, asked.get(key)));
    facts.putIfAbsent("numerics", TrialId.NUMERICS);
    List<Map<String, Object>> ofShown = Provenance.of(Map.of(Provenance.RUNS, runs));
    Map<String, Object> last = ofShown.isEmpty() ? Map.of() : ofShown.get(ofShown.size() - 1);
    Provenance.FACTS.forEach(fact -> facts.put(fact, last.get(fact))); // those of the run that trained last
    Map<String, Object> counts = RunFacts.counts(planned, shown);
    counts.put(NOT_SHOWN, TrialRecord.trials(recorded.records()) - TrialRecord.trials(shown));
    facts.put("trials", counts);
    facts.put(Provenance.RUNS, runs);
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("by", by);
    written.put("at", Instant.now().toString());
    written.putAll(RunFacts.ofThisProgram());
    facts.put("written", written);
    return facts;
  }

  /** How many recorded trials tables and report leave out, for their settings are not asked for. */
  public static int notShown(Map<String, Object> facts) {
    return facts.get("trials") instanceof Map<?, ?> counts && counts.get(NOT_SHOWN) instanceof Integer count ? count : 0;
  }
}
