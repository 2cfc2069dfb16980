package rote.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rote.data.Inputs;

/**
 * The kernels as plain loops, which faster kernels must equal bit for bit.
 *
 * <p>All products have the form y += a * x over contiguous numbers, which the just-in-time compiler vectorizes without changing
 * the order of any sum.
 */
public final class ReferenceKernels implements Kernels {
  private int[] columns = {}; // of one example's nonzero inputs
  private float[] values = {};
  private final Map<List<Integer>, Layer> gradients = new HashMap<>(); // by inputs and outputs

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public void forward(MiniBatch inputs, Layer layer, Matrix sums) {
    for (int e = 0; e < inputs.count(); e++) {
      int active = decode(inputs, e);
      System.arraycopy(layer.biases().values(), layer.biases().at(0), sums.values(), sums.at(e), layer.outputs());
      for (int k = 0; k < active; k++) {
        add(values[k], layer.weights(), columns[k], sums, e, layer.outputs());
      }
    }
  }

  @Override
  public void forward(Matrix below, int n, Layer layer, Matrix sums) {
    for (int e = 0; e < n; e++) {
      System.arraycopy(layer.biases().values(), layer.biases().at(0), sums.values(), sums.at(e), layer.outputs());
      for (int i = 0; i < layer.inputs(); i++) {
        add(below.get(e, i), layer.weights(), i, sums, e, layer.outputs());
      }
    }
  }

  @Override
  public void activate(Activation activation, Matrix values, int n) {
    float[] z = values.values();
    for (int e = 0; e < n; e++) {
      activation.apply(z, values.at(e), values.at(e) + values.columns());
    }
  }

  @Override
  public void exp(Matrix values, int n) {
    float[] z = values.values();
    for (int e = 0; e < n; e++) {
      for (int k = values.at(e); k < values.at(e) + values.columns(); k++) {
        z[k] = Functions.exp(z[k]);
      }
    }
  }

  @Override
  public void softmax(Matrix sums, int n) {
    float[] z = sums.values();
    for (int e = 0; e < n; e++) {
      int from = sums.at(e);
      float largest = z[from + Cost.largest(z, from, sums.columns())];
      float total = 0;
      for (int j = from; j < from + sums.columns(); j++) {
        z[j] = Functions.exp(z[j] - largest);
        total += z[j];
      }
      for (int j = from; j < from + sums.columns(); j++) {
        z[j] /= total;
      }
    }
  }

  @Override
  public void backward(Matrix deltas, int n, Layer layer, Activation activation, Matrix below, Matrix deltasBelow) {
    Matrix transposed = transposed(deltas, n); // [output][example]
    Matrix transposedBelow = new Matrix(layer.inputs(), n);
    for (int i = 0; i < layer.inputs(); i++) {
      for (int j = 0; j < layer.outputs(); j++) {
        add(layer.weights().get(i, j), transposed, j, transposedBelow, i, n);
      }
    }
    for (int e = 0; e < n; e++) {
      for (int i = 0; i < layer.inputs(); i++) {
        deltasBelow.set(e, i, activation.times(transposedBelow.get(i, e), below.get(e, i)));
      }
    }
  }

  @Override
  public void update(MiniBatch inputs, Matrix deltas, Layer layer, Layer velocity, Step step) {
    Layer target = begin(deltas, inputs.count(), layer, step);
    for (int e = 0; e < inputs.count(); e++) {
      int active = decode(inputs, e);
      for (int k = 0; k < active; k++) {
        add(values[k], deltas, e, target.weights(), columns[k], layer.outputs());
      }
    }
    finish(deltas, inputs.count(), target, layer, velocity, step);
  }

  @Override
  public void update(Matrix below, Matrix deltas, int n, Layer layer, Layer velocity, Step step) {
    Layer target = begin(deltas, n, layer, step);
    for (int e = 0; e < n; e++) {
      for (int i = 0; i < layer.inputs(); i++) {
        add(below.get(e, i), deltas, e, target.weights(), i, layer.outputs());
      }
    }
    finish(deltas, n, target, layer, velocity, step);
  }

  /** Returns where products of inputs and deltas are summed: for plain descent, scales the deltas and returns the weights. */
  private Layer begin(Matrix deltas, int n, Layer layer, Step step) {
    if (step.isPlain()) {
      float scale = -(step.rate() / n);
      for (int e = 0; e < n; e++) {
        for (int k = deltas.at(e); k < deltas.at(e) + layer.outputs(); k++) {
          deltas.values()[k] *= scale;
        }
      }
      return layer;
    }
    Layer gradient = gradients.computeIfAbsent(
        List.of(layer.inputs(), layer.outputs()), form -> new Layer(form.get(0), form.get(1)));
    gradient.clear();
    return gradient;
  }

  private static void finish(Matrix deltas, int n, Layer target, Layer layer, Layer velocity, Step step) {
    for (int e = 0; e < n; e++) {
      add(1f, deltas, e, target.biases(), 0, layer.outputs());
    }
    if (!step.isPlain()) {
      float share = 1f / n;
      descend(target.weights(), velocity.weights(), layer.weights(), share, step.decay(), step);
      descend(target.biases(), velocity.biases(), layer.biases(), share, 0, step);
    }
  }

  private static void descend(Matrix sums, Matrix velocities, Matrix layer, float share, float decay, Step step) {
    float[] sum = sums.values();
    float[] velocity = velocities.values();
    float[] weights = layer.values();
    float momentum = step.momentum();
    float down = -step.rate();
    for (int k = 0; k < weights.length; k++) {
      float slope = Math.fma(decay, weights[k], sum[k] * share);
      velocity[k] = Math.fma(momentum, velocity[k], slope);
      weights[k] = Math.fma(down, velocity[k], weights[k]);
    }
  }

  /** Computes y[row to] += a * x[row from] over the first {@code length} columns. */
  private static void add(float a, Matrix x, int from, Matrix y, int to, int length) {
    add(a, x.values(), x.at(from), y.values(), y.at(to), length);
  }

  private static void add(float a, float[] x, int from, float[] y, int to, int length) {
    for (int k = 0; k < length; k++) {
      y[to + k] = Math.fma(a, x[from + k], y[to + k]);
    }
  }

  private static Matrix transposed(Matrix matrix, int rows) {
    Matrix transposed = new Matrix(matrix.columns(), rows);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        transposed.set(c, r, matrix.get(r, c));
      }
    }
    return transposed;
  }

  /** Lists an example's nonzero inputs in ascending order, and returns how many there are. */
  private int decode(MiniBatch batch, int e) {
    int width = batch.inputs().width();
    if (values.length != width) {
      columns = new int[width];
      values = new float[width];
    }
    int example = batch.example(e);
    if (batch.rows().isPresent()) {
      return copy(batch.rows().get(), batch.inputs().row(example));
    }
    batch.inputs().decode(example, values, 0);
    int n = 0;
    for (int k = 0; k < width; k++) {
      columns[n] = k;
      values[n] = values[k];
      n += values[k] == 0 ? 0 : 1; // no branch, which the CPU could not predict
    }
    return n;
  }

  private int copy(PixelRows rows, int image) {
    int from = rows.start(image);
    int n = rows.start(image + 1) - from;
    for (int k = 0; k < n; k++) {
      columns[k] = rows.entries()[from + k] >>> PixelRows.PIXEL_SHIFT;
      values[k] = Inputs.value(rows.entries()[from + k] & PixelRows.BYTE);
    }
    return n;
  }
}
