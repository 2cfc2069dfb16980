package rote.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import rote.data.Known;
import rote.experiment.Experiment;
import rote.experiment.LockStepRun;
import rote.experiment.Trial;
import rote.experiment.TrialId;
import rote.experiment.TrialRun;
import rote.experiment.Workload;
import rote.store.TrialRecord;

/**
 * The trials of an experiment on its data: those declared, in plan order, and those still to be trained.
 *
 * @param planned every declared trial once
 * @param toDo those without a record
 * @param flop of the trials to do, if each runs to its last epoch
 */
public record Plan(List<PlannedTrial> planned, List<PlannedTrial> toDo, double flop) {
  /** Predicted seconds of trials that share a task, where the Spark setting {@code spark.rote.secondsPerTask} is silent. */
  static final double SECONDS_PER_TASK = 0.5;

  /** Predicted seconds up to which trials are trained together: a task that dies loses so much,
      and reports nothing before. */
  private static final double SECONDS_TOGETHER = 60;

  /** @param recorded identities of the trials that need no training */
  static Plan of(Experiment experiment, Known data, Collection<String> recorded) {
    Map<String, PlannedTrial> planned = new LinkedHashMap<>();
    double flop = 0;
    for (Trial trial : experiment.trials()) {
      String id = TrialId.of(trial, data.digest());
      Workload workload = workload(trial, data);
      boolean isNew = planned.putIfAbsent(id, new PlannedTrial(id, trial, workload.seconds())) == null;
      flop += isNew && !recorded.contains(id) ? workload.flop() : 0;
    }
    List<PlannedTrial> all = List.copyOf(planned.values());
    return new Plan(all, all.stream().filter(trial -> !recorded.contains(trial.id())).toList(), flop);
  }

  /** The plan that trains recorded trials again, under their names. */
  static Plan again(Collection<TrialRecord> recorded, Known data) {
    List<PlannedTrial> trials = recorded.stream().map(record ->
        new PlannedTrial(record.trialId(), record.trial(), workload(record.trial(), data).seconds())).toList();
    return new Plan(trials, trials, 0);
  }

  private static Workload workload(Trial trial, Known data) {
    return Workload.of(trial, TrialRun.architecture(trial, data.shape(), data.classes()),
        data.trainingExamples(), data.testExamples());
  }

  /** A line that says what there is to do. */
  public String summary() {
    int recorded = planned.size() - toDo.size();
    return planned.size() + " trials planned, " + recorded + " recorded, "
        + (toDo.isEmpty() ? "nothing to train" : toDo.size() + " to train");
  }

  /** Predicted seconds on one core for the trials to do. */
  public double seconds() {
    return toDo.stream().mapToDouble(PlannedTrial::seconds).sum();
  }

  /**
   * The trials to do, longest first: what each task trains.
   *
   * @param secondsPerTask up to which tiny trials are packed together; 0 for a trial a task
   * @param cores among which trials that lock-step may train together are still spread
   */
  List<ArrayList<PlannedTrial>> packs(double secondsPerTask, int cores) {
    List<ArrayList<PlannedTrial>> packs = new ArrayList<>();
    double filled = Double.MAX_VALUE;
    int most = secondsPerTask == 0 ? 1 : Math.max(1, toDo.size() / (2 * cores));
    ToIntFunction<PlannedTrial> mostOf = trial -> Math.min(most, (int) (SECONDS_TOGETHER / trial.seconds()));
    Comparator<List<PlannedTrial>> longestFirst = Comparator.<List<PlannedTrial>>comparingDouble(Plan::secondsOf).reversed();
    for (List<PlannedTrial> together : LockStepRun.groups(toDo, PlannedTrial::trial, mostOf).stream()
        .sorted(longestFirst).toList()) {
      if (filled + secondsOf(together) > secondsPerTask) {
        packs.add(new ArrayList<>());
        filled = 0;
      }
      packs.get(packs.size() - 1).addAll(together);
      filled += secondsOf(together);
    }
    return packs;
  }

  private static double secondsOf(List<PlannedTrial> trials) {
    return trials.stream().mapToDouble(PlannedTrial::seconds).sum();
  }
}
