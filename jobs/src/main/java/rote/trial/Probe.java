package rote.trial;

/**
 * Names a question to a trained network. Probes change neither training nor a trial's id: they draw from random streams of
 * their own.
 */
public enum Probe {
  /** The weights of the first layer, as images. */
  HIDDEN_WEIGHTS,
  /** How confident the network is about images of noise. */
  NOISE_CONFIDENCE,
  /** Images that the network takes for each class. */
  DRAWN_DIGITS,
  /** The share of test images with an image of another answer close by. */
  CRITICAL_SAMPLE_RATIO,
  /** Which training examples are answered correctly, including those left out of the trial's share. */
  EXAMPLE_CORRECTNESS
}
