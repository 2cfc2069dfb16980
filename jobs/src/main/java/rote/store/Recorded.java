package rote.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rote.trial.TrialRecord;

/**
 * All that an output's segments hold.
 *
 * @param records of every trial the one that counts
 * @param runsOf the runs that trained a trial, by its name: several if one added probes
 * @param facts what each run says about itself, by its id
 */
public record Recorded(
    List<TrialRecord> records, Map<String, Set<String>> runsOf, Map<String, Map<String, Object>> facts) {

  /** Nothing, or what tables hold, which name no runs. */
  public static Recorded ofTables(List<TrialRecord> records) {
    return new Recorded(records, Map.of(), Map.of());
  }

  /** All runs, the first to start first, each with how many of these trials it trained. */
  public List<TrainingRun> runs(Collection<TrialRecord> shown) {
    Map<String, Integer> trials = new TreeMap<>();
    facts.keySet().forEach(run -> trials.put(run, 0));
    shown.forEach(record -> runsOf.getOrDefault(record.trialId(), Set.of()).forEach(run -> trials.merge(run, 1, Integer::sum)));
    return trials.entrySet().stream()
        .map(run -> new TrainingRun(run.getKey(), run.getValue(), facts.getOrDefault(run.getKey(), Map.of())))
        .sorted(Comparator.comparing(TrainingRun::started)).toList();
  }
}
