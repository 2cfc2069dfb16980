package rote.trial;

/**
 * Names a question to a trained network. Probes change neither training nor a trial's id: they draw from random streams of
 * their own.
 */
public enum Probe {
  HIDDEN_WEIGHTS, NOISE_CONFIDENCE, DRAWN_DIGITS, CRITICAL_SAMPLE_RATIO, EXAMPLE_CORRECTNESS,
  NOISE_ANSWERS, LEARNED_WEIGHTS, MOVED_DIGITS, LOCAL_MINIMUM, JUDGED_DRAWINGS, WEIGHT_NUDGES, TEST_ANSWERS,
  LEARNING_ORDER, SECOND_LAYER, FEATURE_SCALES
}
