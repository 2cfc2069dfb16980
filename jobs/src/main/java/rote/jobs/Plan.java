package rote.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import rote.data.Known;
import rote.experiment.Experiment;
import rote.trial.ByTrial;
import rote.trial.Probe;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;
import rote.trial.training.LockStepGroups;
import rote.trial.training.TrialRun;
import rote.trial.training.Workload;

/**
 * The trials of an experiment on its data: those declared, in plan order, and those still to be trained.
 *
 * @param planned every declared trial once, also where several settings of a grid are one trial; what is recorded already,
 *     under whichever of equal settings, has the id of its record
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

  /** The plan that trains nothing again but what lacks a probe that is asked for. */
  static Plan of(Experiment experiment, Known data, Collection<TrialRecord> recorded) {
    return of(experiment, data, recorded, recorded.stream().filter(record -> !experiment.lacksProbes(record.result()))
        .map(TrialRecord::trialId).collect(Collectors.toSet()));
  }

  /**
   * The plan of what is declared, and of what follows from what is recorded.
   *
   * @param finished identities of the recorded trials that need no training
   */
  static Plan of(Experiment experiment, Known data, Collection<TrialRecord> recorded, Set<String> finished) {
    ByTrial<TrialRecord> records = TrialRecord.byTrial(recorded);
    List<PlannedTrial> all = experiment.after(records.map(TrialRecord::result)).trials().stream()
        .map(trial -> records.of(trial).map(record -> planned(record, data)).orElseGet(() -> planned(trial, data))).toList();
    List<PlannedTrial> toDo = all.stream().filter(trial -> !finished.contains(trial.id())).toList();
    double flop = toDo.stream().mapToDouble(trial -> workload(trial.trial(), data).flop()).sum();
    int again = (int) toDo.stream().flatMap(planned -> records.of(planned.trial()).stream())
        .filter(record -> experiment.lacksProbes(record.result())).count();
    return new Plan(all, toDo, flop, experiment.probes(), again);
  }

  private static PlannedTrial planned(Trial trial, Known data) {
    return new PlannedTrial(TrialId.of(trial, data.digest()), trial, workload(trial, data).seconds());
  }

  private static PlannedTrial planned(TrialRecord record, Known data) {
    return new PlannedTrial(record.trialId(), record.trial(), workload(record.trial(), data).seconds());
  }

  /** The plan that trains recorded trials again, under their names. */
  public static Plan again(Collection<TrialRecord> recorded, Known data) {
    List<PlannedTrial> trials = recorded.stream().map(record -> planned(record, data)).toList();
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
  List<Pack> packs(double secondsPerTask, int cores) {
    List<Pack> packs = new ArrayList<>();
    double filled = Double.MAX_VALUE;
    int most = secondsPerTask == 0 ? 1 : Math.max(1, toDo.size() / (2 * cores));
    ToIntFunction<PlannedTrial> mostOf = trial -> Math.min(most, (int) (SECONDS_TOGETHER / trial.seconds()));
    Comparator<List<PlannedTrial>> longestFirst = Comparator.<List<PlannedTrial>>comparingDouble(Plan::secondsOf).reversed();
    for (List<PlannedTrial> together : LockStepGroups.of(toDo, PlannedTrial::trial, mostOf).stream()
        .sorted(longestFirst).toList()) {
      if (filled + secondsOf(together) > secondsPerTask) {
        packs.add(Pack.empty());
        filled = 0;
      }
      packs.get(packs.size() - 1).add(together);
      filled += secondsOf(together);
    }
    return packs;
  }

  private static double secondsOf(List<PlannedTrial> trials) {
    return trials.stream().mapToDouble(PlannedTrial::seconds).sum();
  }
}
