package rote.trial.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import rote.network.Measuring;
import rote.network.vector.LockStep;
import rote.trial.Affects;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * Groups trials that gain by being trained side by side ({@link GroupTrainer}): those that can be trained in lock-step, and those
 * whose networks have one form and see the same images, so that they can be measured together.
 */
public final class TrialGroups {
  private TrialGroups() {}

  /**
   * Groups things by their trials and keeps their order.
   *
   * @param max the most in a thing's group; less than 2 for no group
   */
  public static <T> List<List<T>> of(List<T> things, Function<T, Trial> trial, ToIntFunction<T> max) {
    return fill(LockStepGroups.of(things, trial, max), inStep -> key(inStep, trial),
        first -> Math.min(max.applyAsInt(first), maxTogether(trial.apply(first))));
  }

  /**
   * Joins parts of one key, in order, as long as a group has room.
   *
   * @param most the most in a group with this thing; a larger part is a group of its own
   */
  static <T> List<List<T>> fill(List<List<T>> parts, Function<List<T>, Object> key, ToIntFunction<T> most) {
    Map<Object, List<T>> open = new HashMap<>();
    Map<Object, Integer> room = new HashMap<>(); // the smallest limit in the open group
    List<List<T>> groups = new ArrayList<>();
    for (List<T> part : parts) {
      Object of = key.apply(part);
      int limit = part.stream().mapToInt(most).min().orElse(0);
      List<T> group = open.get(of);
      if (group == null || group.size() + part.size() > Math.min(limit, room.get(of))) {
        group = new ArrayList<>();
        open.put(of, group);
        room.put(of, limit);
        groups.add(group);
      }
      room.merge(of, limit, Math::min);
      group.addAll(part);
    }
    return groups;
  }

  /** Must be equal in trials of one group; a part whose images are its own is its own key. */
  private static <T> Object key(List<T> part, Function<T, Trial> trial) {
    Trial first = trial.apply(part.get(0));
    return sharesImages(first) ? first.keyOf(EnumSet.of(Affects.DATA, Affects.FORM)) : part;
  }

  /** The most trials of this form to measure together; 1 if that gains nothing. */
  static int maxTogether(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.maxTogether(hidden.get(0), Measuring.SIZE);
  }

  /** Returns whether trials of any seed see the images of the data set, unchanged. */
  private static boolean sharesImages(Trial trial) {
    return Setting.all().stream().allMatch(setting -> setting.sharesInputs(trial.get(setting)));
  }
}
