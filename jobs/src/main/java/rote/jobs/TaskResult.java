package rote.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import rote.trial.KeptState;
import rote.trial.TrialRecord;

/**
 * What a task has trained.
 *
 * @param states those of its completed trials, if they are kept
 * @param groupsTrainedSingly how many groups threw, so that their trials were trained one by one
 */
public record TaskResult(ArrayList<TrialRecord> records, ArrayList<KeptState> states, int groupsTrainedSingly) implements Serializable {}
