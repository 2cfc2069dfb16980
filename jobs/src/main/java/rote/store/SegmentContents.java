package rote.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.trial.TrialRecord;

/**
 * What an output's segments hold.
 *
 * @param records the record of each trial that counts
 * @param runsOf the runs that trained a trial, by its id: several if one added probes
 * @param said what each run says about itself, by its id
 */
public record SegmentContents(List<TrialRecord> records, Map<String, Set<String>> runsOf, Map<String, TrainingRun> said) {

  public static SegmentContents ofTables(List<TrialRecord> records) {
    return new SegmentContents(records, Map.of(), Map.of());
  }

  /**
   * Returns all runs, the first to start first, each with how many of these trials it trained.
   *
   * <p>Runs of format 1 say nothing about themselves. They are one entry, with what the manifest until now says of them.
   */
  public List<TrainingRun> runs(Collection<TrialRecord> shown, Manifest before) {
    if (runsOf.isEmpty() && !shown.isEmpty()) {
      return before.runs();
    }
    Map<String, Integer> trials = new TreeMap<>();
    said.keySet().forEach(run -> trials.put(run, 0));
    shown.forEach(record -> runsOf.getOrDefault(record.trialId(), Set.of()).forEach(run -> trials.merge(run, 1, Integer::sum)));
    Map<Boolean, List<TrainingRun>> runs = trials.entrySet().stream()
        .map(run -> said.getOrDefault(run.getKey(), TrainingRun.SILENT).with(run.getKey(), run.getValue()))
        .collect(Collectors.partitioningBy(TrainingRun::isSilent));
    return Stream.concat(runs.get(true).isEmpty() ? Stream.empty() : Stream.of(joined(runs.get(true), before)),
        runs.get(false).stream().sorted(Comparator.comparing(run -> String.valueOf(run.started())))).toList();
  }

  private static TrainingRun joined(List<TrainingRun> silent, Manifest before) {
    List<String> ids = silent.stream().map(TrainingRun::run).toList();
    return before.runs().stream().filter(run -> run.run() == null || ids.stream().anyMatch(run.run()::contains)).findFirst()
        .orElse(TrainingRun.SILENT).with(String.join(", ", ids), silent.stream().mapToInt(TrainingRun::trials).sum());
  }

  public int notShown(Collection<TrialRecord> shown) {
    return TrialRecord.trials(records) - TrialRecord.trials(shown);
  }
}
