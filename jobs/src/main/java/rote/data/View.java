package rote.data;

/** A set of examples as one trial sees it: the numbers that reach its first layer, and the labels it is told. */
public final class View {
  private final Inputs inputs;
  private final byte[] labels; // [count]

  /** @param labels the class of each example of the inputs */
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

  /** The class of an example, 0 or more. */
  public int label(int example) {
    return labels[example] & 0xff;
  }

  public int count() {
    return labels.length;
  }
}
