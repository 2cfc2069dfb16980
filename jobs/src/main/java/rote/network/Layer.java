package rote.network;

/** The weights and biases of one fully connected layer. */
public final class Layer {
  private final Matrix weights; // [inputs][outputs]
  private final float[] biases; // [outputs]

  public Layer(Matrix weights, float[] biases) {
    if (weights.columns() != biases.length) {
      throw new IllegalArgumentException(weights.columns() + " outputs but " + biases.length + " biases");
    }
    this.weights = weights;
    this.biases = biases;
  }

  /** A layer of zeros. */
  public Layer(int inputs, int outputs) {
    this(new Matrix(inputs, outputs), new float[outputs]);
  }

  public int inputs() {
    return weights.rows();
  }

  public int outputs() {
    return weights.columns();
  }

  /** [inputs][outputs] */
  public Matrix weights() {
    return weights;
  }

  /** [outputs] */
  public float[] biases() {
    return biases;
  }

  public Layer copy() {
    return new Layer(weights.copy(), biases.clone());
  }

  /** Whether no weight or bias is infinite or NaN. */
  public boolean isFinite() {
    boolean finite = weights.isFinite();
    for (float bias : biases) {
      finite &= Float.isFinite(bias);
    }
    return finite;
  }
}
