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

/** Of several records of one trial the one that counts, and the runs that it comes from. */
public final class BestRecords {
  /** A record, the segment that holds it, and the runs that trained what it holds. */
  private record Found(TrialRecord record, String segment, Set<String> runs) {
    Status status() {
      return record.result().status();
    }

    /** With the probes of another training too. */
    Found joined(Found other) {
      TrialResult result = record.result().joined(other.record.result());
      return new Found(new TrialRecord(record.trialId(), record.experiment(), record.dataset(), record.trial(), result,
          record.attempt(), record.host()), segment, adds(result) ? union(runs, other.runs) : runs);
    }

    private boolean adds(TrialResult joined) {
      return !record.result().probed().containsAll(joined.probed());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
      Set<String> all = new TreeSet<>(some);
      all.addAll(others);
      return all;
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

  /** In the order in which the trials were first met. */
  public List<TrialRecord> records() {
    return new ArrayList<>(best.values().stream().map(Found::record).toList());
  }

  /** The runs that trained each trial, by its name. */
  public Map<String, Set<String>> runs() {
    Map<String, Set<String>> runs = new LinkedHashMap<>();
    best.forEach((id, found) -> runs.put(id, found.runs()));
    return runs;
  }

  /** In all that both were asked for. */
  private static void demandSameBits(Found a, Found b) throws IOException {
    TrialResult first = a.record.result().untimed();
    TrialResult second = b.record.result().untimed();
    if (!first.withOnly(second.probed()).equals(second.withOnly(first.probed()))) {
      throw new IOException("trial " + a.record.trialId() + " was completed twice with different results: in "
          + a.segment + " and in " + b.segment);
    }
  }
}
