package rote.jobs;

import java.io.Serializable;
import rote.trial.Trial;

/**
 * A trial with its name and what it is expected to cost.
 *
 * @param seconds predicted, on one core
 */
public record PlannedTrial(String id, Trial trial, double seconds) implements Serializable {}
