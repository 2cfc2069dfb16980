package rote.trial;

/**
 * Something that is asked of a network once it is trained. What a trial is does not depend on it, nor what training does:
 * what is drawn for a probe comes from streams of its own.
 */
public enum Probe {
  /** What the units of the first layer look at. */
  HIDDEN_WEIGHTS,
  /** How sure the network is of what it answers to noise. */
  NOISE_CONFIDENCE,
  /** The images that the network takes for the digits. */
  DRAWN_DIGITS,
  /** The share of test images beside which another class lies. */
  CRITICAL_SAMPLE_RATIO,
  /** Which training examples are answered right, those among them on which the trial did not train. */
  EXAMPLE_CORRECTNESS;
}
