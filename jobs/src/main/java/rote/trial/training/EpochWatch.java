package rote.trial.training;

import rote.trial.Trial;

/** Hears how trials get on. What it does must not change what they train. */
@FunctionalInterface
public interface EpochWatch {
  EpochWatch NONE = (trial, epoch, isOver) -> {};

  /**
   * Called after each epoch, and before the first.
   *
   * @param trial the object that the trainer was given
   * @param epoch 0 before training
   * @param isOver whether the trial's training has ended
   */
  void measured(Trial trial, int epoch, boolean isOver);
}
