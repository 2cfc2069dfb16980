package rote.network;

import java.util.Arrays;
import rote.data.View;

/** What training makes small, as a mean over examples; it decides what the output layer computes. */
public enum Cost {
  /**
   * The sum over outputs of squared differences to 1 for the class and 0 elsewhere (3Blue1Brown; twice Nielsen's). The
   * outputs apply the network's activation, except that rectified networks end linearly: an output that a ReLU holds at
   * zero could never learn.
   */
  QUADRATIC,
  /** Cross-entropy of a softmax over the weighted sums of the output layer. */
  CROSS_ENTROPY;

  /** Turns the weighted sums of a batch's outputs into the derivatives of each example's cost by them. */
  void deltas(Kernels kernels, Activation activation, Matrix sums, Batch batch, View view) {
    outputs(kernels, activation, sums, batch.count());
    float[] z = sums.values();
    if (this == CROSS_ENTROPY) {
      for (int e = 0; e < batch.count(); e++) {
        z[sums.at(e) + view.label(batch.example(e))] -= 1f;
      }
      return; // behind the columns, the softmax has left zeros
    }
    for (int e = 0; e < batch.count(); e++) {
      slopes(activation, z, sums.at(e), sums.columns(), view.label(batch.example(e)));
      Arrays.fill(z, sums.at(e) + sums.columns(), sums.at(e + 1), 0f);
    }
  }

  /** Turns the weighted sums of n examples' outputs into the outputs: of cross-entropy, the shares of the softmax. */
  void outputs(Kernels kernels, Activation activation, Matrix sums, int n) {
    if (this == CROSS_ENTROPY) {
      kernels.softmax(sums, n);
    } else if (activation != Activation.RELU) {
      kernels.activate(activation, sums, n);
    }
  }

  /** From the outputs a of one example to (2 (a - y)) f'(z). */
  private static void slopes(Activation activation, float[] z, int from, int n, int label) {
    boolean linear = activation == Activation.RELU;
    for (int j = 0; j < n; j++) {
      float a = z[from + j];
      float difference = 2 * (a - (j == label ? 1f : 0f));
      z[from + j] = linear ? difference : activation.times(difference, a);
    }
  }

  /**
   * Measures each example of a batch, in double precision; the weighted sums are used up.
   *
   * @param labels [n or more], of the examples
   * @param costs [n or more], written
   * @param classes [n or more], written: where the largest output stands; of equals, the first
   */
  void measure(
      Kernels kernels, Activation activation, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
    if (this == CROSS_ENTROPY) {
      entropies(kernels, sums, n, labels, costs, classes);
      return;
    }
    outputs(kernels, activation, sums, n);
    for (int e = 0; e < n; e++) {
      int from = sums.at(e);
      classes[e] = largest(sums.values(), from, sums.columns());
      costs[e] = squares(sums.values(), from, sums.columns(), labels[e]);
    }
  }

  private static double squares(float[] outputs, int from, int n, int label) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double difference = outputs[from + j] - (j == label ? 1.0 : 0.0);
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  /** log(sum(exp z)) - z_label, where log(sum(exp z)) = z_max + log(1 + the other terms relative to the largest). */
  private static void entropies(
      Kernels kernels, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
    float[] z = sums.values();
    float[] shifts = new float[n];
    float[] labelled = new float[n];
    for (int e = 0; e < n; e++) {
      int from = sums.at(e);
      classes[e] = largest(z, from, sums.columns());
      shifts[e] = z[from + classes[e]];
      labelled[e] = z[from + labels[e]];
      shift(z, from, sums.columns(), shifts[e]);
    }
    kernels.exp(sums, n);
    for (int e = 0; e < n; e++) {
      costs[e] = shifts[e] + StrictMath.log1p(others(z, sums.at(e), sums.columns(), classes[e])) - labelled[e];
    }
  }

  private static void shift(float[] z, int from, int n, float by) {
    for (int j = from; j < from + n; j++) {
      z[j] -= by;
    }
  }

  private static double others(float[] z, int from, int n, int largest) {
    double others = 0;
    for (int j = 0; j < n; j++) {
      others += j == largest ? 0 : z[from + j];
    }
    return others;
  }

  /** The position of the largest of {@code z[from..from+n-1]}, counted from 0; of equals, the first. */
  static int largest(float[] z, int from, int n) {
    int largest = 0;
    for (int j = 1; j < n; j++) {
      largest = z[from + j] > z[from + largest] ? j : largest;
    }
    return largest;
  }
}
