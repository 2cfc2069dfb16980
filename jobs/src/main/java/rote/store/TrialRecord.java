package rote.store;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import rote.experiment.Trial;
import rote.experiment.TrialResult;

/**
 * What is kept of one trial: what was to be trained, what came out, and where it ran.
 *
 * @param attempt Spark's number of the task's attempt, from 0
 * @param host where it was trained
 */
public record TrialRecord(
    String trialId, String experiment, String dataset, Trial trial, TrialResult result, int attempt, String host)
    implements Serializable {

  /** What came out, by trial; records of one trial have the same. */
  public static Map<Trial, TrialResult> results(Collection<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trial, TrialRecord::result, (first, again) -> first));
  }
}
