package rote.trial;

import java.io.Serializable;

/**
 * What is kept of a trained network, so that a longer trial can go on from it.
 *
 * @param trialId of the trial
 * @param epochs after which it is
 * @param values weights and biases, and the velocity if there is one; never changed
 */
public record KeptState(String trialId, int epochs, float[] values) implements Serializable {
  public long bytes() {
    return 4L * values.length;
  }
}
