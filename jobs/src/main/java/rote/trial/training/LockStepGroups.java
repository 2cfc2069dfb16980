package rote.trial.training;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import rote.network.vector.LockStep;
import rote.trial.Affects;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;

/** Groups trials that can be trained in lock-step: they share inputs, the order of these, and the form of their networks. */
public final class LockStepGroups {
  private LockStepGroups() {}

  /** Groups things by their trials and keeps their order. @param max the most in a thing's group; less than 2 for no group */
  public static <T> List<List<T>> of(List<T> things, Function<T, Trial> trial, ToIntFunction<T> max) {
    return TrialGroups.fill(things.stream().map(List::of).toList(), part -> key(trial.apply(part.get(0))),
        thing -> Math.min(max.applyAsInt(thing), maxTogether(trial.apply(thing))));
  }

  /** The most trials of this form to train together; 1 if that gains nothing. */
  static int maxTogether(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.maxTogether(hidden.get(0), trial.get(Setting.MINI_BATCH));
  }

  /** Must be equal in trials of one group. A setting that does not declare what it affects is part of it. */
  private static Object key(Trial trial) {
    return List.of(trial.keyOf(EnumSet.of(Affects.DATA, Affects.ORDER, Affects.FORM)), seeds(trial), trial.hasVelocity(),
        trial.get(Setting.FROZEN).contains(1)); // first layers are updated together
  }

  /** The seeds that draw what trials in lock-step share: their examples, and the order of these. */
  private static List<Seeds> seeds(Trial trial) {
    Seeds data = Seeds.ofData(trial);
    return List.of(data, trial.get(Setting.TRAINING_SHARE) == 1 ? data : Seeds.ofTrial(trial), Seeds.ofOrder(trial));
  }
}
