package rote.trial;

import rote.data.InputCorruption;

/** The values that settings amount to beside the other settings of a trial. */
final class Canonical {
  private Canonical() {}

  static Object share(Trial trial) {
    Integer drawn = trial.get(Setting.TRAINING_EXAMPLES);
    if (drawn == null) {
      return trial.get(Setting.TRAINING_SHARE);
    }
    int trained = trial.trainedOf(drawn);
    return trained == drawn ? (Object) 1f : trained;
  }

  static Object batch(Trial trial) {
    Integer drawn = trial.get(Setting.TRAINING_EXAMPLES);
    int batch = trial.get(Setting.MINI_BATCH);
    return drawn == null ? batch : Math.min(batch, trial.epochOf(drawn));
  }

  static Object rate(Trial trial) { // it falls after an epoch
    LearningRate rate = trial.get(Setting.LEARNING_RATE);
    return trial.get(Setting.EPOCHS) == 1 ? new LearningRate(rate.start(), 1) : rate;
  }

  /** Whether a share of images is corrupted that is none. */
  static boolean corruptsNoInput(Trial trial) {
    Float share = trial.get(Setting.INPUT_CORRUPTION_SHARE);
    return share != null && share == 0;
  }

  /** Whether every training image is noise, of which it does not matter where the image was. */
  static boolean hasOnlyNoise(Trial trial) {
    Float share = trial.get(Setting.INPUT_CORRUPTION_SHARE);
    return trial.get(Setting.INPUT_CORRUPTION) == InputCorruption.GAUSSIAN && (share == null || share == 1);
  }
}
