package rote.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import rote.data.Known;
import rote.experiment.Experiment;
import rote.experiment.LockStepRun;
import rote.experiment.Probe;
import rote.experiment.Trial;
import rote.experiment.TrialId;
import rote.experiment.TrialRun;
import rote.experiment.Workload;
import rote.store.TrialRecord;

/**
 * The trials of an experiment on its data: those declared, in plan order, and those still to be trained.
 *
 * @param planned every declared trial once
 * @param toDo those that are not recorded, or without a probe that is asked for
 * @param flop of the trials to do, if each runs to its last epoch
 * @param probes what is asked of every network that is trained
 * @param again how many of the trials to do are recorded, but without those probes
 */
public record Plan(List<PlannedTrial> planned, List<PlannedTrial> toDo, double flop, List<Probe> probes, int again) {
  /** Predicted seconds of trials that share a task, where the Spark setting {@code spark.rote.secondsPerTask} is silent. */
  static final double SECONDS_PER_TASK = 0.5;

  /** Predicted seconds up to which trials are trained together: a task that dies loses so much,
      and reports nothing before. */
  private static final double SECONDS_TOGETHER = 60;

  /** The identities of the trials that are recorded without a probe that is asked for. */
  static Set<String> unprobed(Experiment experiment, Collection<TrialRecord> recorded) {
    return recorded.stream().filter(record -> experiment.lacksProbes(record.result())).map(TrialRecord::trialId)
        .collect(Collectors.toSet());
  }

  /**
   * The plan of all that needs training.
   *
   * @param recorded identities of the trials that need none
   * @param unprobed identities of those that need it for their probes
   */
  static Plan of(Experiment experiment, Known data, Collection<String> recorded, Set<String> unprobed) {
    Map<String, PlannedTrial> planned = new LinkedHashMap<>();
    double flop = 0;
    for (Trial trial : experiment.trials()) {
      String id = TrialId.of(trial, data.digest());
      Workload workload = workload(trial, data);
      boolean isNew = planned.putIfAbsent(id, new PlannedTrial(id, trial, workload.seconds())) == null;
      flop += isNew && !recorded.contains(id) ? workload.flop() : 0;
    }
    List<PlannedTrial> all = List.copyOf(planned.values());
    List<PlannedTrial> toDo = all.stream().filter(trial -> !recorded.contains(trial.id())).toList();
    int again = (int) toDo.stream().filter(trial -> unprobed.contains(trial.id())).count();
    return new Plan(all, toDo, flop, experiment.probes(), again);
  }

  /** The plan that trains recorded trials again, under their names. */
  static Plan again(Collection<TrialRecord> recorded, Known data) {
    List<PlannedTrial> trials = recorded.stream().map(record ->
        new PlannedTrial(record.trialId(), record.trial(), workload(record.trial(), data).seconds())).toList();
    List<Probe> probes = recorded.stream().flatMap(record -> record.result().probed().stream()).distinct().sorted().toList();
    return new Plan(trials, trials, 0, probes, 0);
  }

  private static Workload workload(Trial trial, Known data) {
    return Workload.of(trial, TrialRun.architecture(trial, data.shape(), data.classes()),
        data.trainingExamples(), data.testExamples());
  }

  /** A line that says what there is to do. */
  public String summary() {
    int recorded = planned.size() - toDo.size() + again;
    return planned.size() + " trials planned, " + recorded + " recorded, "
        + (toDo.isEmpty() ? "nothing to train" : toDo.size() + " to train")
        + (again == 0 ? "" : ", " + again + " of them again, for their probes");
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
