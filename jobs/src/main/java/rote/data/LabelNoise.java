package rote.data;

/** How a corrupted label is replaced. */
public enum LabelNoise {
  /** Drawn from all classes, including the true one (Zhang et al. 2016). */
  REDRAW,
  /** The labels of the chosen examples are shuffled, so that every class keeps its count. */
  PERMUTATION,
  /** Drawn from the other classes (Nakkiran et al. 2019). */
  WRONG_CLASS
}
