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
    Map<Object, List<T>> open = new HashMap<>();
    List<List<T>> groups = new ArrayList<>();
    for (List<T> ofOneSeed : LockStepGroups.of(things, trial, max)) {
      Trial first = trial.apply(ofOneSeed.get(0));
      Object key = sharesImages(first) ? first.keyOf(EnumSet.of(Affects.DATA, Affects.FORM)) : ofOneSeed;
      int most = Math.min(max.applyAsInt(ofOneSeed.get(0)), maxTogether(first));
      List<T> group = open.get(key);
      if (group == null || group.size() + ofOneSeed.size() > most) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.addAll(ofOneSeed);
    }
    return groups;
  }

  /** The most trials of this form to measure together; 1 if that gains nothing. */
  static int maxTogether(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.most(hidden.get(0), Measuring.SIZE);
  }

  /** Whether trials of any seed see the images that the data set has, not images of their own. */
  private static boolean sharesImages(Trial trial) {
    return Setting.all().stream().allMatch(setting -> setting.sharesInputs(trial.get(setting)));
  }
}
