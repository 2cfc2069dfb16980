package rote.experiment;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * Trains the seeds of a setting again and again: once for each of its folds, and all that once more for each permutation of the labels.
 *
 * @param permutations of the labels; 0 for the true ones alone
 */
public record Resampling(int permutations) {
  public static final Resampling NONE = new Resampling(0);

  /** Counts the trials of one seed. */
  public long count(Trial setting) {
    return (1L + permutations) * (isDealt(setting) ? setting.get(Setting.FOLDS) : 1);
  }

  /** Returns the trials with the true labels first. @param seeds trials that differ in their seed alone */
  List<Trial> of(List<Trial> seeds) {
    if (count(seeds.get(0)) == 1) {
      return seeds;
    }
    List<Trial> own = seeds.stream().flatMap(Resampling::folds).toList();
    return IntStream.rangeClosed(0, permutations).boxed().flatMap(number -> number == 0 ? own.stream()
        : own.stream().map(trial -> trial.with(Setting.PERMUTATION, number))).toList();
  }

  private static Stream<Trial> folds(Trial trial) {
    return isDealt(trial) ? IntStream.rangeClosed(1, trial.get(Setting.FOLDS)).mapToObj(fold -> trial.with(Setting.FOLD, fold))
        : Stream.of(trial);
  }

  /** Whether a setting is trained once for each of its folds. */
  private static boolean isDealt(Trial setting) {
    return setting.get(Setting.FOLDS) != null && setting.get(Setting.FOLD) == null;
  }

  /** Counts the folds for which each seed of a group is trained. @param group trials of one setting, as they are planned */
  public static int folds(List<Trial> group) {
    Trial first = group.get(0);
    return (int) group.stream().takeWhile(trial -> trial.seed() == first.seed()
        && Objects.equals(trial.get(Setting.PERMUTATION), first.get(Setting.PERMUTATION))).count();
  }

  /** Returns the setting that a group's trials were made of. */
  public static Trial declared(List<Trial> group) {
    return folds(group) == 1 ? group.get(0) : group.get(0).with(Setting.FOLD, null);
  }
}
