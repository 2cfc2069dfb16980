package rote.data;

import java.util.Arrays;

/** A set of examples as one trial sees it: the inputs of its first layer, and the labels. */
public final class View {
  private final Inputs inputs;
  private final byte[] labels; // [count]

  public View(Inputs inputs, byte[] labels) {
    if (inputs.count() != labels.length) {
      throw new IllegalArgumentException(inputs.count() + " inputs but " + labels.length + " labels");
    }
    this.inputs = inputs;
    this.labels = labels;
  }

  public Inputs inputs() {
    return inputs;
  }

  public int label(int example) {
    return labels[example] & 0xff;
  }

  public int count() {
    return labels.length;
  }

  /** Returns the first so many examples, or all if there are no more. */
  public View first(int most) {
    return new View(inputs.first(most), Arrays.copyOf(labels, Math.min(most, labels.length)));
  }
}
