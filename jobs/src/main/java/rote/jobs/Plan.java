package rote.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Words;
import rote.data.DatasetInfo;
import rote.experiment.Experiment;
import rote.trial.ByTrial;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;
import rote.trial.training.Beginning;
import rote.trial.training.TrialGroups;
import rote.trial.training.TrialRun;
import rote.trial.training.Workload;

/**
 * The trials of an experiment on its data: all of them, and those still to be trained.
 *
 * @param planned every trial once, in plan order, under the id of its record if it has one
 * @param toDo those without a record, or whose record lacks a probe
 * @param flop of the trials to do, if each runs to its last epoch
 * @param again how many of the trials to do have a record that lacks a probe
 * @param excluded how many combinations of settings the experiment excludes
 * @param shorter the records of trials from whose end some of the trials to do go on
 * @param stateBytes what is kept of each trial to do, in bytes; empty if the experiment keeps no states
 */
public record Plan(List<PlannedTrial> planned, List<PlannedTrial> toDo, double flop, List<Probe> probes, int again, int excluded,
    List<TrialRecord> shorter, List<Long> stateBytes) {
  /** Predicted seconds of the small trials in one task, unless {@code spark.rote.secondsPerTask} says otherwise. */
  static final double SECONDS_PER_TASK = 0.5;

  /** Predicted seconds of a group: what is lost when its task dies. */
  private static final double SECONDS_TOGETHER = 60;

  /** Times the longest task that each core must have left after one task of each kind. */
  private static final double MIN_LATER = 2;

  static Plan of(Experiment experiment, DatasetInfo data, Collection<TrialRecord> recorded) {
    return of(experiment, data, recorded, finished(experiment, recorded), Set.of());
  }

  /** Returns the ids of the recorded trials that lack no probe. */
  static Set<String> finished(Experiment experiment, Collection<TrialRecord> recorded) {
    return recorded.stream().filter(record -> !experiment.lacksProbes(record)).map(TrialRecord::trialId)
        .collect(Collectors.toSet());
  }

  /**
   * @param finished ids of the recorded trials that need no training
   * @param states ids of the trials whose state is kept
   */
  static Plan of(Experiment experiment, DatasetInfo data, Collection<TrialRecord> recorded, Set<String> finished,
      Set<String> states) {
    ByTrial<TrialRecord> records = TrialRecord.byTrial(recorded);
    List<PlannedTrial> all = experiment.after(records.map(TrialRecord::result)).trials().stream()
        .map(trial -> records.of(trial).map(record -> planned(record, data))
            .orElseGet(() -> new PlannedTrial(TrialId.of(trial, data.digest()), trial, workload(trial, data).seconds()))).toList();
    ShorterTrials shorter = new ShorterTrials(recorded, states, data);
    List<PlannedTrial> toDo = all.stream().filter(trial -> !finished.contains(trial.id()))
        .map(trial -> shorter.of(trial.trial()).map(from -> goingOn(trial, from)).orElse(trial)).toList();
    double flop = toDo.stream().mapToDouble(trial -> flop(trial, data)).sum();
    int again = (int) toDo.stream().flatMap(planned -> records.of(planned.trial()).stream())
        .filter(record -> experiment.lacksProbes(record)).count();
    Set<String> from = toDo.stream().map(PlannedTrial::goesOnFrom).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Plan(all, toDo, flop, experiment.probes(), again, experiment.sweep().excluded().size(),
        recorded.stream().filter(record -> from.contains(record.trialId())).toList(),
        experiment.keepState() ? toDo.stream().map(trial -> Float.BYTES * stateSize(trial.trial(), data)).toList() : List.of());
  }

  private static PlannedTrial goingOn(PlannedTrial trial, TrialRecord from) {
    double left = 1 - (double) ShorterTrials.epochs(from) / trial.trial().get(Setting.EPOCHS);
    return new PlannedTrial(trial.id(), trial.trial(), trial.seconds() * left, from.trialId());
  }

  private static double flop(PlannedTrial trial, DatasetInfo data) {
    Workload whole = workload(trial.trial(), data);
    return whole.flop() * trial.seconds() / whole.seconds();
  }

  private static long stateSize(Trial trial, DatasetInfo data) {
    return Beginning.size(trial, TrialRun.architecture(trial, data.shape(), data.classes()));
  }

  private static PlannedTrial planned(TrialRecord record, DatasetInfo data) {
    return new PlannedTrial(record.trialId(), record.trial(), workload(record.trial(), data).seconds());
  }

  /** Plans to train recorded trials again, under their ids. */
  public static Plan again(Collection<TrialRecord> recorded, DatasetInfo data) {
    List<PlannedTrial> trials = recorded.stream().map(record -> planned(record, data)).toList();
    List<Probe> probes = recorded.stream().flatMap(record -> record.result().probed().stream()).distinct().sorted().toList();
    return new Plan(trials, trials, 0, probes, 0, 0, List.of(), List.of());
  }

  private static Workload workload(Trial trial, DatasetInfo data) {
    int drawn = trial.testOf(data.trainingExamples());
    return Workload.of(trial, TrialRun.architecture(trial, data.shape(), data.classes()),
        data.trainingExamples() - drawn, data.testExamples() + drawn);
  }

  public String summary() {
    int recorded = planned.size() - toDo.size() + again;
    return planned.size() + " trials planned, " + recorded + " recorded, "
        + (toDo.isEmpty() ? "nothing to train" : toDo.size() + " to train")
        + (again == 0 ? "" : ", " + again + " of them again, for their probes")
        + (shorter.isEmpty() ? "" : ", " + goingOn() + " of them from a kept state")
        + (excluded == 0 ? "" : "; " + Words.count(excluded, "combination") + " excluded");
  }

  private long goingOn() {
    return toDo.stream().filter(trial -> trial.goesOnFrom() != null).count();
  }

  /** Says how much is kept of the trials to do; empty if nothing is. */
  public Optional<String> keptBytes() {
    LongSummaryStatistics bytes = stateBytes.stream().mapToLong(size -> size).summaryStatistics();
    String each = bytes.getMin() == bytes.getMax() ? "per trial" : "per trial at most";
    return stateBytes.isEmpty() ? Optional.empty() : Optional.of(
        String.format(Locale.ROOT, "keep-state: %,d bytes %s, %,d in all", bytes.getMax(), each, bytes.getSum()));
  }

  public double seconds() {
    return toDo.stream().mapToDouble(PlannedTrial::seconds).sum();
  }

  /**
   * Returns what each task trains, longest first. Where much remains to even out the end, one task of each kind comes before all others:
   * then every group has a result early, and the time that is left is known from what trials like the others have taken.
   *
   * @param secondsPerTask up to which small trials share a task; 0 for one trial per task
   * @param cores that should all have work, so groups are not too large
   */
  List<Pack> packs(double secondsPerTask, int cores) {
    List<Pack> packs = new ArrayList<>();
    double filled = Double.MAX_VALUE;
    int most = secondsPerTask == 0 ? 1 : Math.max(1, toDo.size() / (2 * cores));
    ToIntFunction<PlannedTrial> mostOf = trial -> Math.min(most, (int) (SECONDS_TOGETHER / trial.seconds()));
    Comparator<List<PlannedTrial>> longestFirst = Comparator.<List<PlannedTrial>>comparingDouble(Plan::secondsOf).reversed();
    for (List<PlannedTrial> together : TrialGroups.of(toDo, PlannedTrial::trial, mostOf).stream()
        .sorted(longestFirst).toList()) {
      if (filled + secondsOf(together) > secondsPerTask) {
        packs.add(Pack.empty());
        filled = 0;
      }
      packs.get(packs.size() - 1).add(together);
      filled += secondsOf(together);
    }
    return withOneOfEachKindFirst(packs, cores);
  }

  private static List<Pack> withOneOfEachKindFirst(List<Pack> packs, int cores) {
    Set<Object> kinds = new HashSet<>();
    Map<Boolean, List<Pack>> byTurn = packs.stream().collect(Collectors.partitioningBy(pack -> kinds.add(pack.kind())));
    double longest = packs.stream().mapToDouble(Pack::seconds).max().orElse(0);
    double later = byTurn.get(false).stream().mapToDouble(Pack::seconds).sum();
    return later < MIN_LATER * cores * longest ? packs
        : Stream.concat(byTurn.get(true).stream(), byTurn.get(false).stream()).toList();
  }

  private static double secondsOf(List<PlannedTrial> trials) {
    return trials.stream().mapToDouble(PlannedTrial::seconds).sum();
  }
}
