package rote.network;

import java.util.Arrays;
import rote.data.View;

/** The cost of one example, whose mean training minimizes; it determines what the output layer computes. */
public enum Cost {
  /**
   * The sum of squared differences between outputs and 1 for the class, 0 elsewhere (3Blue1Brown; twice Nielsen's). Outputs
   * use the network's activation, but are linear in ReLU networks: an output that a ReLU holds at zero could never learn.
   */
  QUADRATIC,
  /** The cross-entropy of the softmax of the output layer's weighted sums. */
  CROSS_ENTROPY,
  /**
   * The sum over outputs of -(y ln a + (1 - y) ln(1 - a)), where y is 1 for the class and 0 elsewhere (Nielsen, chapter 3,
   * equation 63). Outputs are sigmoids, whatever the network's activation.
   */
  SIGMOID_CROSS_ENTROPY;

  /** Replaces the weighted sums of a batch's outputs by the derivatives of each example's cost by them, y being its targets. */
  void deltas(Kernels kernels, Activation activation, Matrix sums, MiniBatch batch, View view, Targets targets) {
    outputs(kernels, activation, sums, batch.count());
    float[] z = sums.values();
    if (this == CROSS_ENTROPY && targets.areOneHot()) {
      for (int e = 0; e < batch.count(); e++) {
        z[sums.at(e) + view.label(batch.example(e))] -= 1f;
      }
      return; // the softmax has left zeros in the padding
    }
    for (int e = 0; e < batch.count(); e++) {
      float[] target = targets.of(view.label(batch.example(e)));
      if (this == QUADRATIC) {
        slopes(activation, z, sums.at(e), target);
      } else {
        subtract(target, z, sums.at(e));
      }
      Arrays.fill(z, sums.at(e) + sums.columns(), sums.at(e + 1), 0f);
    }
  }

  /** Replaces the weighted sums of n examples by the outputs, which for cross-entropy are the softmax. */
  void outputs(Kernels kernels, Activation activation, Matrix sums, int n) {
    switch (this) {
      case CROSS_ENTROPY -> kernels.softmax(sums, n);
      case SIGMOID_CROSS_ENTROPY -> kernels.activate(Activation.SIGMOID, sums, n);
      case QUADRATIC -> {
        if (activation != Activation.RELU) {
          kernels.activate(activation, sums, n);
        }
      }
    }
  }

  /** Replaces the outputs a of one example by a - y. */
  private static void subtract(float[] target, float[] z, int from) {
    for (int j = 0; j < target.length; j++) {
      z[from + j] -= target[j];
    }
  }

  /** Replaces the outputs a of one example by (2 (a - y)) f'(z). */
  private static void slopes(Activation activation, float[] z, int from, float[] target) {
    boolean linear = activation == Activation.RELU;
    for (int j = 0; j < target.length; j++) {
      float a = z[from + j];
      float difference = 2 * (a - target[j]);
      z[from + j] = linear ? difference : activation.times(difference, a);
    }
  }

  /**
   * Measures each example of a batch on its label, in double precision; overwrites the weighted sums.
   *
   * @param labels [n or more]
   * @param costs [n or more], receives the costs
   * @param classes [n or more], receives the index of the largest output; ties go to the first
   */
  void measure(Kernels kernels, Activation activation, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
    switch (this) {
      case QUADRATIC -> errors(kernels, activation, sums, n, labels, costs, classes);
      case CROSS_ENTROPY -> entropies(kernels, sums, n, labels, costs, classes);
      case SIGMOID_CROSS_ENTROPY -> sigmoidEntropies(kernels, sums, n, labels, costs, classes);
    }
  }

  private void errors(
      Kernels kernels, Activation activation, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
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

  /** Computes log(sum(exp z)) - z_label, where log(sum(exp z)) = z_max + log(1 + the sum of the other exp(z - z_max)). */
  private static void entropies(Kernels kernels, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
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

  /** Computes the sum of ln(1 + e^s), which is max(s, 0) + ln(1 + e^-|s|), where s is -z for the label, and z elsewhere. */
  private static void sigmoidEntropies(
      Kernels kernels, Matrix sums, int n, int[] labels, double[] costs, int[] classes) {
    float[] z = sums.values();
    for (int e = 0; e < n; e++) {
      int from = sums.at(e);
      classes[e] = largest(z, from, sums.columns());
      z[from + labels[e]] = -z[from + labels[e]];
      costs[e] = positives(z, from, sums.columns());
    }
    kernels.exp(sums, n);
    for (int e = 0; e < n; e++) {
      costs[e] += StrictMath.log1p(excess(z, sums.at(e), sums.columns()));
    }
  }

  /** Returns the sum of all s above 0, and replaces each s by -|s|. */
  private static double positives(float[] s, int from, int n) {
    double sum = 0;
    for (int j = from; j < from + n; j++) {
      sum += Math.max(s[j], 0f);
      s[j] = -Math.abs(s[j]);
    }
    return sum;
  }

  /** Returns the product of all 1 + x, less 1, exact also for small x; of at most 256 outputs it is finite. */
  private static double excess(float[] x, int from, int n) {
    double excess = 0;
    for (int j = from; j < from + n; j++) {
      excess = Math.fma(excess, x[j], excess + x[j]);
    }
    return excess;
  }

  /** Returns the index from 0 of the largest of {@code z[from..from+n-1]}; ties go to the first. */
  static int largest(float[] z, int from, int n) {
    int largest = 0;
    for (int j = 1; j < n; j++) {
      largest = z[from + j] > z[from + largest] ? j : largest;
    }
    return largest;
  }
}
