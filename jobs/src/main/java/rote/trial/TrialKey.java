package rote.trial;

import java.util.Objects;
import rote.network.Cost;

/**
 * Which trial it is, however its settings are written: on the same data, trials of one key train to the same bits.
 *
 * <p>Trials are looked up, counted and told apart by their keys alone ({@link ByTrial}). Settings that have no effect beside
 * the others are brought to one value, so that a key is coarser than a {@link TrialId}, which names what was recorded and
 * never changes. A key knows a trial and no data: settings that have no effect only because of how many examples or pixels
 * a data set has, such as {@code crop-to} its whole images, stay apart. They are trained twice, which wastes time and hides
 * nothing.
 */
public final class TrialKey {
  private final Trial trial;
  private final int trained; // examples, where the trial alone says how many; else 0

  private TrialKey(Trial trial, int trained) {
    this.trial = trial;
    this.trained = trained;
  }

  public static TrialKey of(Trial trial) {
    Trial effective = trial;
    if (trial.get(Setting.LABEL_CORRUPTION) == 0) { // no label is replaced in whatever way
      effective = changed(effective, Setting.LABEL_NOISE, Setting.LABEL_NOISE.initial());
    }
    if (trial.get(Setting.EPOCHS) == 1) { // the rate falls after an epoch
      effective = changed(effective, Setting.LEARNING_RATE, new LearningRate(trial.get(Setting.LEARNING_RATE).start(), 1));
    }
    if (trial.get(Setting.HIDDEN).isEmpty() && trial.get(Setting.COST) == Cost.CROSS_ENTROPY) { // softmax is all there is
      effective = changed(effective, Setting.ACTIVATION, Setting.ACTIVATION.initial());
    }
    if (trial.get(Setting.DATA_SEED) != null && trial.get(Setting.DATA_SEED) == trial.seed()) {
      effective = changed(effective, Setting.DATA_SEED, null);
    }
    if (Objects.equals(trial.get(Setting.SCALE_TO), trial.get(Setting.CROP_TO))) { // cropped images have that size
      effective = changed(effective, Setting.SCALE_TO, null);
    }
    return trial.get(Setting.TRAINING_EXAMPLES) == null ? new TrialKey(effective, 0) : counted(effective);
  }

  /** A share counts as the number of examples that it comes to, and no mini-batch has more. */
  private static TrialKey counted(Trial trial) {
    int trained = trial.trainedOf(trial.get(Setting.TRAINING_EXAMPLES));
    Trial effective = changed(trial, Setting.TRAINING_SHARE, 1f);
    return new TrialKey(changed(effective, Setting.MINI_BATCH, Math.min(trial.get(Setting.MINI_BATCH), trained)), trained);
  }

  /** The same object where nothing changes: of most trials a key costs no memory of its own. */
  private static <T> Trial changed(Trial trial, Setting<T> setting, T value) {
    return Objects.equals(trial.get(setting), value) ? trial : trial.with(setting, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrialKey key && key.trained == trained && key.trial.equals(trial);
  }

  @Override
  public int hashCode() {
    return trial.hashCode();
  }

  @Override
  public String toString() {
    return trial.toString();
  }
}
