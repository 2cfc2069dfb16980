package rote.trial;

/**
 * Names a question to a trained network. Probes change neither training nor a trial's id: they draw from random streams of
 * their own.
 */
public enum Probe {
  HIDDEN_WEIGHTS, NOISE_CONFIDENCE, DRAWN_DIGITS, CRITICAL_SAMPLE_RATIO, EXAMPLE_CORRECTNESS
}
