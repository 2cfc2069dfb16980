package rote.trial.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import rote.network.vector.LockStep;
import rote.trial.Affects;
import rote.trial.Setting;
import rote.trial.Trial;

/** Finds trials that may be trained in lock-step: they share their inputs and the form of their networks. */
public final class LockStepGroups {
  private LockStepGroups() {}

  /**
   * Sorts things into groups that may be trained together, and leaves their order as it is.
   *
   * @param trial which trial a thing is
   * @param max how many a thing's group may have at most, if the form of the networks allows it; less than 2 for none
   */
  public static <T> List<List<T>> of(List<T> things, Function<T, Trial> trial, ToIntFunction<T> max) {
    Map<Object, List<T>> open = new HashMap<>();
    List<List<T>> groups = new ArrayList<>();
    for (T thing : things) {
      Map<String, Object> key = key(trial.apply(thing));
      List<T> group = open.get(key);
      if (group == null || group.size() >= Math.min(max.applyAsInt(thing), maxTogether(trial.apply(thing)))) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.add(thing);
    }
    return groups;
  }

  /** How many trials of this one's form may go together; 1 where nothing is gained. */
  static int maxTogether(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.most(hidden.get(0), trial.get(Setting.MINI_BATCH));
  }

  /** What must be equal in trials that go together: a setting that does not say what it affects is part of it. */
  private static Map<String, Object> key(Trial trial) {
    Map<String, Object> key = trial.valuesThatAffect(EnumSet.of(Affects.DATA, Affects.FORM));
    key.put("seed", trial.seed());
    key.put("velocity", trial.hasVelocity());
    return key;
  }
}
