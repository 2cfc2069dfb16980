package rote.harness;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rote.trial.TrialRecord;

/** Compares records without what may differ between two runs of a trial: times, hosts and attempts. */
public final class Bits {
  private Bits() {}

  /** By trial id: status, share of changed labels, every row but for its time, and probes; doubles compare by their bits. */
  public static Map<String, List<Object>> of(List<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> List.of(
        record.trial().plain(), record.result().status(), record.result().changedLabels(),
        record.result().untimed().curve(), record.result().probes())));
  }
}
