package rote.network;

import java.util.Arrays;

/**
 * The kernels as plain loops: what every faster one must equal bit for bit.
 *
 * <p>All products have the form y += a * x over neighbouring numbers, which a just-in-time compiler turns into SIMD
 * without changing the order of any sum.
 */
public final class ReferenceKernels implements Kernels {
  private int[] columns = {}; // of one example's inputs that are not zero
  private float[] values = {}; // what they are
  private Matrix turned = new Matrix(0, 0); // deltas as [output][example]
  private Matrix turnedBelow = new Matrix(0, 0); // deltas of the layer below as [input][example]
  private Layer gradient = new Layer(0, 0);

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public void forward(Batch inputs, Layer layer, Matrix sums) {
    for (int e = 0; e < inputs.count(); e++) {
      int active = decode(inputs, e);
      System.arraycopy(layer.biases(), 0, sums.values(), e * sums.stride(), layer.outputs());
      for (int k = 0; k < active; k++) {
        add(values[k], layer.weights(), columns[k], sums, e, layer.outputs());
      }
    }
  }

  @Override
  public void forward(Matrix below, int n, Layer layer, Matrix sums) {
    for (int e = 0; e < n; e++) {
      System.arraycopy(layer.biases(), 0, sums.values(), e * sums.stride(), layer.outputs());
      for (int i = 0; i < layer.inputs(); i++) {
        add(below.get(e, i), layer.weights(), i, sums, e, layer.outputs());
      }
    }
  }

  @Override
  public void activate(Activation activation, Matrix values, int n) {
    float[] z = values.values();
    for (int e = 0; e < n; e++) {
      int from = e * values.stride();
      activation.apply(z, from, from + values.columns());
    }
  }

  @Override
  public void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
    turned = sized(turned, layer.outputs(), n);
    turnedBelow = sized(turnedBelow, layer.inputs(), n);
    turn(deltas, n, layer.outputs(), turned);
    Arrays.fill(turnedBelow.values(), 0f);
    for (int i = 0; i < layer.inputs(); i++) {
      for (int j = 0; j < layer.outputs(); j++) {
        add(layer.weights().get(i, j), turned, j, turnedBelow, i, n);
      }
    }
    for (int e = 0; e < n; e++) {
      for (int i = 0; i < layer.inputs(); i++) {
        deltasBelow.set(e, i, activation.times(turnedBelow.get(i, e), below.get(e, i)));
      }
    }
  }

  @Override
  public void update(Batch inputs, Matrix deltas, Layer layer, Layer velocity, Step step) {
    Layer target = begin(deltas, inputs.count(), layer, step);
    for (int e = 0; e < inputs.count(); e++) {
      int active = decode(inputs, e);
      for (int k = 0; k < active; k++) {
        add(values[k], deltas, e, target.weights(), columns[k], layer.outputs());
      }
    }
    finish(deltas, inputs.count(), layer, velocity, step);
  }

  @Override
  public void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    Layer target = begin(deltas, n, layer, step);
    for (int e = 0; e < n; e++) {
      for (int i = 0; i < layer.inputs(); i++) {
        add(below.get(e, i), deltas, e, target.weights(), i, layer.outputs());
      }
    }
    finish(deltas, n, layer, velocity, step);
  }

  /** Where products of inputs and deltas are summed: plain descent scales the deltas and sums into the weights. */
  private Layer begin(Matrix deltas, int n, Layer layer, Step step) {
    if (step.isPlain()) {
      float scale = -(step.rate() / n);
      for (int e = 0; e < n; e++) {
        scale(scale, deltas.values(), e * deltas.stride(), layer.outputs());
      }
      return layer;
    }
    if (gradient.inputs() != layer.inputs() || gradient.outputs() != layer.outputs()) {
      gradient = new Layer(layer.inputs(), layer.outputs());
    }
    Arrays.fill(gradient.weights().values(), 0f);
    return gradient;
  }

  private void finish(Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    float[] biases = step.isPlain() ? layer.biases() : gradient.biases();
    if (!step.isPlain()) {
      Arrays.fill(biases, 0f);
    }
    for (int e = 0; e < n; e++) {
      add(1f, deltas.values(), e * deltas.stride(), biases, 0, layer.outputs());
    }
    if (!step.isPlain()) {
      float share = 1f / n;
      descend(gradient.weights().values(), velocity.weights().values(), layer.weights().values(), share,
          step.decay(), step);
      descend(biases, velocity.biases(), layer.biases(), share, 0, step);
    }
  }

  private static void descend(float[] sum, float[] velocity, float[] weights, float share, float decay, Step step) {
    float momentum = step.momentum();
    float down = -step.rate();
    for (int k = 0; k < weights.length; k++) {
      float slope = Math.fma(decay, weights[k], sum[k] * share);
      velocity[k] = Math.fma(momentum, velocity[k], slope);
      weights[k] = Math.fma(down, velocity[k], weights[k]);
    }
  }

  /** y[row to] += a * x[row from] over the first {@code length} columns. */
  private static void add(float a, Matrix x, int from, Matrix y, int to, int length) {
    add(a, x.values(), from * x.stride(), y.values(), to * y.stride(), length);
  }

  private static void add(float a, float[] x, int from, float[] y, int to, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k] = Math.fma(a, x[from + k], y[to + k]);
    }
  }

  private static void scale(float a, float[] x, int from, int length) {
    for (int k = 0; k < length; k++) {
      x[from + k] *= a;
    }
  }

  private static void turn(Matrix from, int rows, int columns, Matrix to) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to.set(c, r, from.get(r, c));
      }
    }
  }

  private static Matrix sized(Matrix matrix, int rows, int columns) {
    return matrix.rows() == rows && matrix.columns() == columns ? matrix : new Matrix(rows, columns);
  }

  private int decode(Batch batch, int e) {
    int width = batch.inputs().width();
    if (values.length != width) {
      columns = new int[width];
      values = new float[width];
    }
    return batch.inputs().active(batch.example(e), columns, values);
  }
}
