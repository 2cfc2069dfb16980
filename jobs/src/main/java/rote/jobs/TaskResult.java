package rote.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import rote.trial.TrialRecord;

/** @param groupsTrainedSingly how many groups threw, so that their trials were trained one by one */
public record TaskResult(ArrayList<TrialRecord> records, int groupsTrainedSingly) implements Serializable {}
