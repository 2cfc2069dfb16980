package rote.experiment;

import java.io.Serializable;
import java.util.List;

/**
 * What came out of one trial.
 *
 * @param curve up to the last epoch that could be measured; empty if the trial failed
 * @param changedLabels the share of training labels that corruption really changed, 0 to 1
 * @param seconds of the trial in its task, evaluation included
 * @param error the stack trace of a failed trial, otherwise null
 */
public record TrialResult(Status status, Curve curve, double changedLabels, double seconds, String error)
    implements Serializable {
  /** The result without its times: all that training decides. The equality of records compares doubles by their bits. */
  public TrialResult untimed() {
    List<EpochRow> rows = curve.rows().stream().map(EpochRow::untimed).toList();
    return new TrialResult(status, new Curve(rows), changedLabels, 0, error);
  }
}
