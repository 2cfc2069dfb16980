package rote.trial;

import java.util.Objects;

/**
 * The identity of a trial: on the same data, trials with equal keys train to the same bits.
 *
 * <p>Settings that have no effect beside the others count as one value ({@link Setting#canonical}). So a key is coarser than a
 * {@link TrialId}, which names what was recorded and never changes. A key does not know the data: trials that are the same
 * only on one data set, such as {@code crop-to} the whole image, have different keys and are trained twice.
 */
public record TrialKey(Object values, long seed) {
  public static TrialKey of(Trial trial) {
    Trial canonical = trial; // shares its values where nothing changes, so most keys need no memory of their own
    for (Setting<?> setting : Setting.all()) {
      Object value = Trial.unsigned(setting.canonical(trial));
      canonical = Objects.equals(value, trial.get(setting)) ? canonical : canonical.withExactly(setting, value);
    }
    return new TrialKey(canonical.values(), trial.seed());
  }
}
