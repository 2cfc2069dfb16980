package rote.network;

/** What training makes small, as a mean over examples. */
public enum Cost {
  /** The sum over outputs of squared differences (3Blue1Brown; twice Nielsen's). */
  QUADRATIC,
  /** Cross-entropy of a softmax over the outputs. */
  CROSS_ENTROPY
}
