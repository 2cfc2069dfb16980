package rote.store;

import java.io.Serializable;
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
    implements Serializable {}
