package rote.network;

import java.util.Arrays;

/** The weights and biases of one fully connected layer. */
public final class Layer {
  private final Matrix weights; // [inputs][outputs]
  private final Matrix biases; // [1][outputs]

  public Layer(int inputs, int outputs) {
    this.weights = new Matrix(inputs, outputs);
    this.biases = new Matrix(1, outputs);
  }

  public int inputs() {
    return weights.rows();
  }

  public int outputs() {
    return weights.columns();
  }

  public Matrix weights() {
    return weights;
  }

  public Matrix biases() {
    return biases;
  }

  public void clear() {
    Arrays.fill(weights.values(), 0f);
    Arrays.fill(biases.values(), 0f);
  }

  public boolean isFinite() {
    return weights.isFinite() && biases.isFinite();
  }
}
