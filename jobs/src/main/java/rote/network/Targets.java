package rote.network;

import java.util.Arrays;

/**
 * What training asks of the outputs, by label.
 *
 * <p>Of K outputs with smoothing s, that of the label should be 1 - s + s / K, and the others s / K (Szegedy et al. 2016,
 * section 7). An example of no class has label K, and should have 1 / K everywhere. Each number is computed in double
 * precision and rounded once.
 */
public final class Targets {
  private final float[][] outputs; // [label][output], perhaps with a last row for no class
  private final boolean areOneHot;

  private Targets(float[][] outputs, boolean areOneHot) {
    this.outputs = outputs;
    this.areOneHot = areOneHot;
  }

  /** Asks for 1 for the label, and 0 elsewhere. @param outputs their number */
  public static Targets oneHot(int outputs) {
    return of(outputs, 0);
  }

  /** @param smoothing 0 to 1 */
  public static Targets of(int outputs, float smoothing) {
    float[][] targets = new float[outputs][outputs];
    double share = (double) smoothing / outputs;
    for (int label = 0; label < outputs; label++) {
      Arrays.fill(targets[label], (float) share);
      targets[label][label] = (float) (1 - (double) smoothing + share);
    }
    return new Targets(targets, smoothing == 0);
  }

  /** Returns the same targets, and those of label K. */
  public Targets withNoClass() {
    float[][] targets = Arrays.copyOf(outputs, outputs.length + 1);
    targets[outputs.length] = new float[outputs.length];
    Arrays.fill(targets[outputs.length], (float) (1.0 / outputs.length));
    return new Targets(targets, false);
  }

  /** Returns whether each label has a class of its own, and targets of 1 and 0. */
  boolean areOneHot() {
    return areOneHot;
  }

  /** Returns the targets of all outputs, [outputs]; not to be changed. */
  float[] of(int label) {
    return outputs[label];
  }
}
