package rote.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import rote.experiment.ResultDifference;
import rote.store.TrialRecord;

/**
 * One of the runs that are compared.
 *
 * @param name where it is, as the user wrote it
 * @param facts what its report says about it
 * @param declared the settings that were asked for, the data and the code: a text for each key
 */
public record ComparedRun(String name, Groups groups, PageFacts facts, Map<String, String> declared) {
  public ComparedRun {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
  }

  /** Whether the trials that both have gave the same bits, in a sentence without a subject. */
  String sameness(ComparedRun first) {
    Map<String, TrialRecord> theirs = first.byId();
    Map<String, TrialRecord> common = byId();
    common.keySet().retainAll(theirs.keySet());
    if (common.isEmpty()) {
      return "has no trial that the first run has too, in settings, seed and data";
    }
    Map<String, String> differing = new LinkedHashMap<>();
    common.forEach((id, record) -> ResultDifference.first(theirs.get(id).result(), record.result())
        .ifPresent(what -> differing.put(id, what)));
    String bits = differing.isEmpty() ? "the same bits" : differing.size() + " with other bits, first "
        + differing.entrySet().stream().map(of -> of.getKey() + ", where " + of.getValue()).findFirst().orElseThrow();
    return "has " + Words.count(common.size(), "trial") + " that the first run has too, in settings, seed and data: " + bits;
  }

  private Map<String, TrialRecord> byId() {
    return groups.records().stream()
        .collect(Collectors.toMap(TrialRecord::trialId, record -> record, (one, same) -> one, LinkedHashMap::new));
  }
}
