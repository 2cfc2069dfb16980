package rote.jobs;

import java.io.Serializable;
import rote.trial.Trial;

/** @param seconds predicted, on one core */
public record PlannedTrial(String id, Trial trial, double seconds) implements Serializable {}
