package rote.jobs;

import java.io.Serializable;
import rote.experiment.Trial;

/**
 * A trial with its name and what it is expected to cost.
 *
 * @param seconds predicted, on one core
 */
record PlannedTrial(String id, Trial trial, double seconds) implements Serializable {}
