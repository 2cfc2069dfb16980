package rote.jobs;

import java.time.Duration;

/**
 * How a run goes about its work; nothing of this changes a result.
 *
 * @param retryFailed whether trials are trained again that are recorded as FAILED
 * @param failFast whether the first FAILED trial ends the run
 * @param overwrite whether all results in the output are deleted first
 * @param maxTime after which the run ends in an orderly way; null for no limit
 */
public record RunOptions(boolean retryFailed, boolean failFast, boolean overwrite, Duration maxTime) {
  /** Trains what is not recorded yet, to the end. */
  public static final RunOptions PLAIN = new RunOptions(false, false, false, null);
}
