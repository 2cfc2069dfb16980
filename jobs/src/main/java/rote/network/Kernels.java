package rote.network;

/**
 * The arithmetic of one layer and one mini-batch, where nearly all time is spent.
 *
 * <p>Every implementation gives the same bits. Sums run in ascending order of their reduction index with fused multiply-add. In
 * the first layer, an input of zero adds nothing, or the term 0 x w if that is faster: this changes the sign of a zero, or
 * whether an infinite weight or delta becomes NaN, and no recorded number. An instance belongs to one thread. Below, n is the
 * number of examples in the batch; matrices may have more rows.
 */
public interface Kernels {
  /** Returns {@code reference} or {@code vector}. */
  String name();

  /**
   * Computes the first layer: {@code sums[e] = biases + inputs[e] * weights}, each sum starting at its bias.
   *
   * @param sums [n or more][outputs]
   */
  void forward(MiniBatch inputs, Layer layer, Matrix sums);

  /**
   * Computes another layer: {@code sums[e] = biases + below[e] * weights}, each sum starting at its bias.
   *
   * @param below [n or more][inputs], the activations of the layer below
   * @param sums [n or more][outputs]
   */
  void forward(Matrix below, int n, Layer layer, Matrix sums);

  /** Replaces the first n rows of weighted sums by activations. */
  void activate(Activation activation, Matrix values, int n);

  /** Applies {@link Functions#exp} to the first n rows. */
  void exp(Matrix values, int n);

  /**
   * Replaces the first n rows of weighted sums by their softmax: e^(z - the largest z) divided by their sum, which runs in
   * ascending order. Sets the padding to zero as far as these kernels read it.
   */
  void softmax(Matrix sums, int n);

  /**
   * Computes {@code deltasBelow[e] = (deltas[e] * weights^T) * f'(below[e])}, sums starting at +0.
   *
   * @param deltas [n or more][outputs], the derivatives of the cost by this layer's weighted sums
   * @param below [n or more][inputs], the activations of the layer below
   * @param deltasBelow [n or more][inputs], written
   */
  void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow);

  /**
   * Updates the first layer by the formulas in {@link GradientDescent}.
   *
   * @param deltas [n or more][outputs]; may be overwritten
   */
  void update(MiniBatch inputs, Matrix deltas, Layer layer, Layer velocity, Step step);

  /**
   * Updates another layer.
   *
   * @param below [n or more][inputs]
   * @param deltas [n or more][outputs]; may be overwritten
   * @param velocity null for plain descent
   */
  void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step);
}
