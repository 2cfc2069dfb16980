package rote.network;

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

  /** Turns the weighted sums of one example's outputs, {@code z[from..from+n-1]}, into its outputs. */
  void output(Activation activation, float[] z, int from, int n) {
    if (this == CROSS_ENTROPY) {
      softmax(z, from, n);
    } else if (activation != Activation.RELU) {
      activation.apply(z, from, from + n);
    }
  }

  /** Turns the weighted sums of one example's outputs into the derivatives of its cost by them. */
  void deltas(Activation activation, float[] z, int from, int n, int label) {
    output(activation, z, from, n);
    for (int j = 0; j < n; j++) {
      float a = z[from + j];
      float difference = a - (j == label ? 1f : 0f);
      z[from + j] = switch (this) {
        case QUADRATIC -> activation == Activation.RELU ? 2 * difference : activation.times(2 * difference, a);
        case CROSS_ENTROPY -> difference;
      };
    }
  }

  /**
   * The cost of one example, in double precision; of the quadratic cost, the weighted sums turn into outputs on the way.
   */
  double measure(Activation activation, float[] z, int from, int n, int label) {
    if (this == CROSS_ENTROPY) {
      return logSumExp(z, from, n) - z[from + label];
    }
    output(activation, z, from, n);
    return squares(z, from, n, label);
  }

  private static double squares(float[] outputs, int from, int n, int label) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double difference = outputs[from + j] - (j == label ? 1.0 : 0.0);
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  /** log(sum(exp z)) = z_max + log(1 + the other terms relative to the largest). */
  private static double logSumExp(float[] z, int from, int n) {
    int largest = largest(z, from, n);
    double others = 0;
    for (int j = 0; j < n; j++) {
      others += j == largest ? 0 : Functions.exp(z[from + j] - z[from + largest]);
    }
    return z[from + largest] + StrictMath.log1p(others);
  }

  /** The position of the largest of {@code z[from..from+n-1]}, counted from 0; of equals, the first. */
  static int largest(float[] z, int from, int n) {
    int largest = 0;
    for (int j = 1; j < n; j++) {
      largest = z[from + j] > z[from + largest] ? j : largest;
    }
    return largest;
  }

  private static void softmax(float[] z, int from, int n) {
    float shift = z[from + largest(z, from, n)];
    float sum = 0;
    for (int j = 0; j < n; j++) {
      z[from + j] = Functions.exp(z[from + j] - shift);
      sum += z[from + j];
    }
    for (int j = 0; j < n; j++) {
      z[from + j] /= sum;
    }
  }
}
