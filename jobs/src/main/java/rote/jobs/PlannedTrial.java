package rote.jobs;

import java.io.Serializable;
import rote.trial.Trial;

/**
 * A trial of a plan.
 *
 * @param seconds predicted, on one core
 * @param goesOnFrom the id of a shorter trial, at whose end its training begins; null for the first weights
 */
public record PlannedTrial(String id, Trial trial, double seconds, String goesOnFrom) implements Serializable {
  public PlannedTrial(String id, Trial trial, double seconds) {
    this(id, trial, seconds, null);
  }
}
