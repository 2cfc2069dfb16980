package rote.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.Words;
import rote.trial.ByTrial;
import rote.trial.ResultDifference;
import rote.trial.TrialRecord;

/**
 * A run that is compared.
 *
 * @param declared the settings asked for, the data and the code: a text for each key
 */
public record ComparedRun(String name, Groups groups, PageFacts facts, Map<String, String> declared) {
  public ComparedRun {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
  }

  /** Says whether common trials gave the same bits, in a sentence without a subject. */
  String sameness(ComparedRun first) {
    ByTrial<TrialRecord> theirs = TrialRecord.byTrial(first.groups.records());
    List<TrialRecord> common = isOnTheDataOf(first)
        ? groups.records().stream().filter(record -> theirs.of(record.trial()).isPresent()).toList() : List.of();
    if (common.isEmpty()) {
      return "has no trial that the first run has too, in settings, seed and data";
    }
    Map<String, String> differing = new LinkedHashMap<>();
    common.forEach(record -> ResultDifference.first(theirs.of(record.trial()).orElseThrow().result(), record.result())
        .ifPresent(what -> differing.put(record.trialId(), what)));
    String bits = differing.isEmpty() ? "the same bits" : differing.size() + " with other bits, first "
        + differing.entrySet().stream().map(of -> of.getKey() + ", where " + of.getValue()).findFirst().orElseThrow();
    return "has " + Words.count(common.size(), "trial") + " that the first run has too, in settings, seed and data: " + bits;
  }

  /** Whether trials of one seed share their data with those of the first run. */
  boolean sharesDataWith(ComparedRun first) {
    return hasFactOf(first, "data SHA-256");
  }

  /** Ids are not compared, because they differ if a setting without effect does. */
  private boolean isOnTheDataOf(ComparedRun first) {
    return sharesDataWith(first) && hasFactOf(first, "numerics");
  }

  private boolean hasFactOf(ComparedRun first, String fact) {
    return Objects.equals(declared.get(fact), first.declared.get(fact));
  }
}
