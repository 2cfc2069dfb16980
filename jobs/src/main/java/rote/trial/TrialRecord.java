package rote.trial;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;

/**
 * What is kept of one trial: what was to be trained, what came out, and where it ran.
 *
 * @param attempt Spark's number of the task's attempt, from 0
 * @param host where it was trained
 */
public record TrialRecord(
    String trialId, String experiment, String dataset, Trial trial, TrialResult result, int attempt, String host)
    implements Serializable {
  /** Of records of equal settings the one that counts: completed first, then with the most probes. */
  private static final Comparator<TrialRecord> BEST = Comparator
      .<TrialRecord>comparingInt(record -> record.result().status().ordinal())
      .thenComparingInt(record -> -record.result().probed().size()).thenComparing(TrialRecord::trialId);

  /** The records by trial: also one that was recorded under another id, because a setting without effect differed. */
  public static ByTrial<TrialRecord> byTrial(Collection<TrialRecord> records) {
    return ByTrial.of(records, TrialRecord::trial, BEST);
  }

  /** How many trials records are of: of one trial there may be several, under ids of settings that differ without effect. */
  public static int trials(Collection<TrialRecord> records) {
    return byTrial(records).all().size();
  }

  /** What came out, by trial. */
  public static ByTrial<TrialResult> results(Collection<TrialRecord> records) {
    return byTrial(records).map(TrialRecord::result);
  }
}
