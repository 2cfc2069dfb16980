package rote.trial;

import java.io.Serializable;

/** A learning rate, multiplied by {@code decay} after every epoch. */
public record LearningRate(float start, float decay) implements Serializable {
  public LearningRate {
    if (!(start > 0) || Float.isInfinite(start)) {
      throw new IllegalArgumentException("must be > 0, was " + start);
    }
    if (!(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException("decay must be > 0 and at most 1, was " + decay);
    }
  }

  /** The rate of an epoch, counted from 1: multiplied up in double precision, rounded once. */
  public float at(int epoch) {
    double rate = start;
    for (int e = 1; e < epoch; e++) {
      rate *= decay;
    }
    return (float) rate;
  }
}
