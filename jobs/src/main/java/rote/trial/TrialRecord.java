package rote.trial;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;

/**
 * The record of one trial: its settings, its result, and where it ran.
 *
 * @param attempt Spark's number of the task's try, from 0
 */
public record TrialRecord(
    String trialId, String experiment, String dataset, Trial trial, TrialResult result, int attempt, String host)
    implements Serializable {
  /** Orders the records of one trial; the first one is kept: completed first, then the most probes. */
  private static final Comparator<TrialRecord> BEST = Comparator
      .<TrialRecord>comparingInt(record -> record.result().status().ordinal())
      .thenComparingInt(record -> -record.result().probed().size()).thenComparing(TrialRecord::trialId);

  public static ByTrial<TrialRecord> byTrial(Collection<TrialRecord> records) {
    return ByTrial.of(records, TrialRecord::trial, BEST);
  }

  /** Counts trials: one trial may have several records, under ids that differ in a setting without effect. */
  public static int trials(Collection<TrialRecord> records) {
    return byTrial(records).all().size();
  }

  public static ByTrial<TrialResult> results(Collection<TrialRecord> records) {
    return byTrial(records).map(TrialRecord::result);
  }
}
