package rote.trial;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Says which trials train alike as long as both last: those that differ in {@code epochs} alone.
 *
 * <p>This is so only if no setting looks ahead, as a learning rate would that falls over all epochs. So each setting must be
 * listed here; a trial that uses one that is not shares its beginning with no other.
 */
public final class SharedBeginning {
  /** What these do in an epoch does not depend on how many epochs there are to come. */
  private static final Set<Setting<?>> STEADY = Set.of(
      // Data, labels and first weights are drawn before the first epoch.
      Setting.TRAINING_EXAMPLES, Setting.TRAINING_SHARE, Setting.DATA_SEED, Setting.VALIDATION_EXAMPLES, Setting.CROP_TO,
      Setting.SCALE_TO, Setting.SHIFT, Setting.WHITEN, Setting.STANDARDISE, Setting.TEST_SHARE, Setting.FOLDS, Setting.FOLD, Setting.PERMUTATION,
      Setting.LABEL_CORRUPTION, Setting.LABEL_NOISE, Setting.INPUT_CORRUPTION,
      Setting.INPUT_CORRUPTION_SHARE, Setting.NOISE_EXAMPLES, Setting.HIDDEN, Setting.WEIGHTS, Setting.WEIGHTS_SEED,
      // The same in every mini-batch.
      Setting.ACTIVATION, Setting.COST, Setting.FROZEN, Setting.MINI_BATCH, Setting.MOMENTUM, Setting.WEIGHT_DECAY,
      Setting.LABEL_SMOOTHING,
      // The number of the epoch alone decides: its stream, and how often the rate has been multiplied by its decay.
      Setting.ORDER_SEED, Setting.LEARNING_RATE,
      // Looks at the epoch that has just been measured.
      Setting.STOP_AT_TRAINING_ACCURACY);

  private static final int ANY_EPOCHS = 1_000_000;

  private SharedBeginning() {}

  /** Returns a key that is equal for trials with a shared beginning; empty if the trial shares it with none. */
  public static Optional<TrialKey> of(Trial trial) {
    return Setting.all().stream().allMatch(setting -> isSteady(setting, trial))
        ? Optional.of(TrialKey.of(trial.with(Setting.EPOCHS, ANY_EPOCHS))) : Optional.empty();
  }

  private static boolean isSteady(Setting<?> setting, Trial trial) {
    return setting == Setting.EPOCHS || STEADY.contains(setting) || Objects.equals(trial.get(setting), setting.initial());
  }
}
