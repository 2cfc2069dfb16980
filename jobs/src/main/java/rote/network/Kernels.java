package rote.network;

/**
 * The arithmetic of training on one layer and one mini-batch: the only place where time is spent.
 *
 * <p>Every implementation gives the same bits. Sums run over their reduction index in ascending order with fused
 * multiply-add; an input of zero contributes no term in the first layer, or the term 0 x w where that is faster: the two
 * differ in the sign of a zero and, once a weight or a delta is infinite, in whether it turns into NaN, and neither shows in any
 * recorded number. An instance belongs to one thread. In what follows n is the number of examples in the batch; matrices
 * may have more rows than that.
 */
public interface Kernels {
  /** {@code reference} or {@code vector}. */
  String name();

  /**
   * First layer: {@code sums[e] = biases + inputs[e] * weights}, each sum starting at its bias.
   *
   * @param sums [n or more][outputs]
   */
  void forward(Batch inputs, Layer layer, Matrix sums);

  /**
   * A further layer: {@code sums[e] = biases + below[e] * weights}, each sum starting at its bias.
   *
   * @param below [n or more][inputs], the activations of the layer below
   * @param sums [n or more][outputs]
   */
  void forward(Matrix below, int n, Layer layer, Matrix sums);

  /** Replaces the first n rows of weighted sums by activations. */
  void activate(Activation activation, Matrix values, int n);

  /** Replaces the first n rows by {@link Functions#exp} of them. */
  void exp(Matrix values, int n);

  /**
   * Replaces the first n rows of weighted sums by the shares of their softmax: e^(z - the largest z) divided by the sum of all
   * such, which runs in ascending order. Behind the columns it leaves zeros, as far as other operations of these kernels read.
   */
  void softmax(Matrix sums, int n);

  /**
   * {@code deltasBelow[e] = (deltas[e] * weights^T) * f'(below[e])}, sums starting at +0.
   *
   * @param deltas [n or more][outputs], the derivative of the cost by the weighted sums of this layer
   * @param below [n or more][inputs], the activations of the layer below
   * @param deltasBelow [n or more][inputs], written
   */
  void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow);

  /**
   * The update of the first layer from its inputs and deltas; the formulas stand in {@link GradientDescent}.
   *
   * @param deltas [n or more][outputs]; may be overwritten
   */
  void update(Batch inputs, Matrix deltas, Layer layer, Layer velocity, Step step);

  /**
   * The update of a further layer.
   *
   * @param below [n or more][inputs]
   * @param deltas [n or more][outputs]; may be overwritten
   * @param velocity where momentum is kept, or null for plain descent
   */
  void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step);
}
