package rote.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rote.trial.Status;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Keeps one record per trial: COMPLETED over DIVERGED over FAILED, then the first segment; and the runs that trained it. */
public final class BestRecords {
  private record Found(TrialRecord record, String segment, Set<String> runs) {
    Status status() {
      return record.result().status();
    }

    /** Adds the probes that only the other record has. */
    Found joined(Found other) {
      TrialResult result = record.result().joined(other.record.result());
      Set<String> all = new TreeSet<>(runs);
      if (!record.result().probed().containsAll(result.probed())) {
        all.addAll(other.runs);
      }
      return new Found(new TrialRecord(record.trialId(), record.experiment(), record.dataset(), record.trial(), result,
          record.attempt(), record.host()), segment, all);
    }
  }

  private final Map<String, Found> best = new LinkedHashMap<>();

  /** Takes the next record, in the order of the segments' names. */
  public void add(TrialRecord record, String segment) throws IOException {
    Found next = new Found(record, segment, Set.of(TrainingRun.id(segment)));
    Found known = best.putIfAbsent(record.trialId(), next);
    if (known == null) {
      return;
    }
    if (known.status() == Status.COMPLETED && next.status() == Status.COMPLETED) {
      demandSameBits(known, next);
      best.put(record.trialId(), known.joined(next));
    }
    if (next.status().compareTo(known.status()) < 0) {
      best.put(record.trialId(), next);
    }
  }

  public List<TrialRecord> records() {
    return new ArrayList<>(best.values().stream().map(Found::record).toList());
  }

  /** Returns the runs that trained each trial, by its id. */
  public Map<String, Set<String>> runs() {
    Map<String, Set<String>> runs = new LinkedHashMap<>();
    best.forEach((id, found) -> runs.put(id, found.runs()));
    return runs;
  }

  private static void demandSameBits(Found a, Found b) throws IOException {
    TrialResult first = a.record.result().untimed();
    TrialResult second = b.record.result().untimed();
    if (!first.withOnly(second.probed()).equals(second.withOnly(first.probed()))) {
      throw new IOException("trial " + a.record.trialId() + " was completed twice with different results: in "
          + a.segment + " and in " + b.segment);
    }
  }
}
