package rote.trial;

import java.util.Map;
import java.util.Objects;

/**
 * Which trial it is, however its settings are written: on the same data, trials of one key train to the same bits.
 *
 * <p>Trials are looked up, counted and told apart by their keys alone ({@link ByTrial}). Settings that have no effect beside
 * the others are brought to one value, so that a key is coarser than a {@link TrialId}, which names what was recorded and
 * never changes. A key knows a trial and no data: settings that have no effect only because of how many examples or pixels
 * a data set has, such as {@code crop-to} its whole images, stay apart. They are trained twice, which wastes time and hides
 * nothing.
 */
public record TrialKey(Map<String, Object> values, long seed) {
  public static TrialKey of(Trial trial) {
    Trial counted = trial; // stays the same object where nothing changes: of most trials a key costs no memory of its own
    for (Setting<?> setting : Setting.all()) {
      Object value = Trial.unsigned(setting.counted(trial));
      counted = Objects.equals(value, trial.get(setting)) ? counted : counted.withExactly(setting, value);
    }
    return new TrialKey(counted.values(), trial.seed());
  }
}
