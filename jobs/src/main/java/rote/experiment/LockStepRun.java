package rote.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.data.View;
import rote.network.LockStep;
import rote.network.VectorKernels;

/**
 * Some trials trained in lock-step, each to the bits of its {@link TrialRun} alone.
 *
 * <p>They see the same inputs in the same order, which the seed decides, and train networks of one form; what they are told
 * of labels, and how fast and how long they train, may differ.
 */
public final class LockStepRun {
  private final List<TrialRun> runs;
  private final VectorKernels kernels;

  /**
   * A run that has not begun.
   *
   * @param trials of one of the {@link #groups}
   * @param clock in nanoseconds, from any beginning; each trial is given its part of the time, divided by their number
   */
  public LockStepRun(List<Trial> trials, VectorKernels kernels, LongSupplier clock) {
    this.kernels = kernels;
    this.runs = trials.stream()
        .map(trial -> new TrialRun(trial, kernels, () -> clock.getAsLong() / trials.size())).toList();
  }

  /**
   * Sorts things into groups that may be trained together, and leaves their order as it is.
   *
   * @param trial which trial a thing is
   * @param most how many a group may have, if the form of the networks allows it
   */
  public static <T> List<List<T>> groups(List<T> things, Function<T, Trial> trial, int most) {
    Map<Object, List<T>> open = new HashMap<>();
    List<List<T>> groups = new ArrayList<>();
    for (T thing : things) {
      Map<String, Object> key = key(trial.apply(thing));
      List<T> group = open.get(key);
      if (group == null || group.size() >= Math.min(most, most(trial.apply(thing)))) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.add(thing);
    }
    return groups;
  }

  /** How many trials of this one's form may go together; 1 where nothing is gained. */
  static int most(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.most(hidden.get(0));
  }

  /** What must be equal in trials that go together. */
  private static Map<String, Object> key(Trial trial) {
    Map<String, Object> key = new HashMap<>();
    for (Setting<?> setting : List.of(Setting.HIDDEN, Setting.ACTIVATION, Setting.COST, Setting.MINI_BATCH,
        Setting.INPUT_CORRUPTION, Setting.TRAINING_EXAMPLES, Setting.VALIDATION_EXAMPLES)) {
      key.put(setting.key(), trial.get(setting));
    }
    key.put("seed", trial.seed());
    key.put("plain", trial.get(Setting.MOMENTUM) == 0 && trial.get(Setting.WEIGHT_DECAY) == 0);
    return key;
  }

  /** Every trial's result, in their order. */
  public List<TrialResult> on(Dataset dataset) {
    runs.forEach(run -> run.begin(dataset));
    for (List<TrialRun> going = going(runs); !going.isEmpty(); going = going(going)) {
      train(going, new LockStep(kernels, going.stream().map(TrialRun::descent).toList()));
    }
    return runs.stream().map(TrialRun::result).toList();
  }

  private static List<TrialRun> going(List<TrialRun> runs) {
    return runs.stream().filter(run -> !run.isOver()).toList();
  }

  /** Trains until one of the trials is over. */
  private static void train(List<TrialRun> going, LockStep together) {
    List<View> views = going.stream().map(TrialRun::training).toList();
    while (going.stream().noneMatch(TrialRun::isOver)) {
      List<int[]> orders = going.stream().map(TrialRun::nextOrder).toList(); // one, for they share a seed
      float[] rates = new float[going.size()];
      for (int t = 0; t < rates.length; t++) {
        rates[t] = going.get(t).rate();
      }
      together.epoch(views, orders.get(0), rates);
      going.forEach(TrialRun::measure);
    }
  }
}
