package rote.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.View;

/**
 * Multiplies the Hessian of what training minimizes ({@link CostGradient}) by a direction, with one pass forward and one
 * back (Pearlmutter 1994), so without the error of differences. The kinks of ReLU have no part in it.
 *
 * <p>Let R be the derivative along the direction, V its part in a layer's weights, and d the derivatives of the cost by the
 * weighted sums z. Forward, R(z) = R(x) W + x V with the activations x below, and R(f(z)) = f'(z) R(z). Backward, with e = d
 * W^T, d below is f'(z) e and R(d below) = f'(z) (R(d) W^T + d V^T) + f''(z) R(z) e. The product is R(x)^T d + x^T R(d) for
 * weights, and the sum of R(d) for biases.
 */
public final class HessianProduct {
  private static final int AT_ONCE = 128;
  private static final Step SUM = new Step(0, 1, 0); // adds mean gradients to the velocity, and leaves the weights

  private final Kernels kernels;
  private final Architecture form;
  private final Network network;
  private final Network unbiased;
  private final Network direction;
  private final Network product; // of a mini-batch
  private final Network nothing;
  private final ForwardPass pass;
  private final Matrix[] sumsR; // R(z) of each layer, [AT_ONCE][outputs], like the others
  private final Matrix[] activationsR;
  private final Matrix[] deltas;
  private final Matrix[] deltasR;
  private final Matrix[] parts; // for terms of sums

  private HessianProduct(Kernels kernels, Network network, double[] direction) {
    this.kernels = kernels;
    this.form = network.architecture();
    this.network = network;
    this.unbiased = Parameters.network(form, Parameters.of(network));
    unbiased.layers().forEach(layer -> Arrays.fill(layer.biases().values(), 0f));
    this.direction = Parameters.network(form, direction);
    this.product = Network.zeros(form);
    this.nothing = Network.zeros(form);
    this.pass = new ForwardPass(kernels, network, AT_ONCE);
    this.sumsR = ForwardPass.matrices(network, AT_ONCE);
    this.activationsR = ForwardPass.matrices(network, AT_ONCE);
    this.deltas = ForwardPass.matrices(network, AT_ONCE);
    this.deltasR = ForwardPass.matrices(network, AT_ONCE);
    this.parts = ForwardPass.matrices(network, AT_ONCE);
  }

  /**
   * Returns the product, [parameters].
   *
   * @param direction [parameters], in the order of {@link Parameters}
   * @param examples how many of the view, from the first
   * @param decay the weight decay; 0 for none
   */
  public static double[] of(Kernels kernels, Network network, double[] direction, View view, int examples, float decay) {
    HessianProduct hessian = new HessianProduct(kernels, network, direction);
    double[] sum = new double[direction.length];
    for (int k : Parameters.weights(network.architecture())) {
      sum[k] = decay * direction[k];
    }
    int[] order = IntStream.range(0, examples).toArray();
    for (MiniBatch batch : MiniBatch.split(view.inputs(), order, AT_ONCE)) {
      hessian.product.layers().forEach(Layer::clear);
      hessian.forward(batch);
      hessian.outputs(batch, view);
      hessian.backward(batch);
      Parameters.add(hessian.product, (double) batch.count() / examples, sum);
    }
    return sum;
  }

  private void forward(MiniBatch batch) {
    pass.run(batch);
    kernels.forward(batch, direction.layers().get(0), sumsR[0]);
    for (int l = 1; l < form.depth(); l++) {
      Matrix below = pass.activations(l - 1);
      for (int e = 0; e < batch.count(); e++) {
        for (int i = 0; i < below.columns(); i++) {
          activationsR[l - 1].set(e, i, form.activation().times(sumsR[l - 1].get(e, i), below.get(e, i)));
        }
      }
      kernels.forward(below, batch.count(), direction.layers().get(l), sumsR[l]);
      kernels.forward(activationsR[l - 1], batch.count(), unbiased.layers().get(l), parts[l]);
      add(parts[l], sumsR[l], batch.count());
    }
  }

  private static void add(Matrix terms, Matrix to, int n) {
    for (int e = 0; e < n; e++) {
      for (int j = 0; j < to.columns(); j++) {
        to.set(e, j, to.get(e, j) + terms.get(e, j));
      }
    }
  }

  /** Fills in the deltas of the output layer and their derivatives. */
  private void outputs(MiniBatch batch, View view) {
    int last = form.depth() - 1;
    Matrix outputs = pass.activations(last); // weighted sums so far
    System.arraycopy(outputs.values(), 0, deltas[last].values(), 0, outputs.values().length);
    form.cost().outputs(kernels, form.activation(), outputs, batch.count());
    form.cost().deltas(kernels, form.activation(), deltas[last], batch, view, Targets.oneHot(form.outputs()));
    for (int e = 0; e < batch.count(); e++) {
      double mean = 0; // of R(z), by the softmax
      for (int j = 0; j < outputs.columns(); j++) {
        mean += (double) outputs.get(e, j) * sumsR[last].get(e, j);
      }
      for (int j = 0; j < outputs.columns(); j++) {
        double target = j == view.label(batch.example(e)) ? 1 : 0;
        float a = outputs.get(e, j);
        double slope = switch (form.cost()) {
          case CROSS_ENTROPY -> a * (sumsR[last].get(e, j) - mean);
          case SIGMOID_CROSS_ENTROPY -> a * (1 - a) * sumsR[last].get(e, j);
          case QUADRATIC -> squareCurvature(a, target) * sumsR[last].get(e, j);
        };
        deltasR[last].set(e, j, (float) slope);
      }
    }
  }

  /** Returns the second derivative of (f(z) - y)^2 by z, given a = f(z): 2 (f'^2 + (a - y) f''). */
  private double squareCurvature(float a, double target) {
    if (form.activation() == Activation.RELU) {
      return 2; // such outputs are linear
    }
    double slope = form.activation().times(1, a);
    return 2 * (slope * slope + (a - target) * curvature(a));
  }

  /** Returns f''(z), given a = f(z). */
  private double curvature(float a) {
    return switch (form.activation()) {
      case SIGMOID -> form.activation().times(1, a) * (1 - 2.0 * a);
      case TANH -> form.activation().times(1, a) * -2.0 * a;
      case RELU -> 0;
    };
  }

  private void backward(MiniBatch batch) {
    int n = batch.count();
    for (int l = form.depth() - 1; l > 0; l--) {
      Matrix ones = new Matrix(n, form.widths().get(l));
      Arrays.fill(ones.values(), 1f); // where ReLU's derivative is 1, so that products stay as they are
      Matrix through = new Matrix(n, form.widths().get(l)); // d W^T
      kernels.backward(deltas[l], n, network.layers().get(l), Activation.RELU, ones, through);
      Matrix throughR = new Matrix(n, form.widths().get(l)); // its derivative
      kernels.backward(deltasR[l], n, network.layers().get(l), Activation.RELU, ones, throughR);
      kernels.backward(deltas[l], n, direction.layers().get(l), Activation.RELU, ones, parts[l - 1]);
      add(parts[l - 1], throughR, n);
      below(l - 1, through, throughR, n);
      Layer sums = product.layers().get(l);
      kernels.update(activationsR[l - 1], deltas[l], n, nothing.layers().get(l), sums, SUM);
      Arrays.fill(sums.biases().values(), 0f); // which no activation multiplies
      kernels.update(pass.activations(l - 1), deltasR[l], n, nothing.layers().get(l), sums, SUM);
    }
    kernels.update(batch, deltasR[0], nothing.layers().get(0), product.layers().get(0), SUM);
  }

  private void below(int l, Matrix through, Matrix throughR, int n) {
    Matrix activations = pass.activations(l);
    for (int e = 0; e < n; e++) {
      for (int i = 0; i < activations.columns(); i++) {
        float a = activations.get(e, i);
        deltas[l].set(e, i, form.activation().times(through.get(e, i), a));
        deltasR[l].set(e, i, (float) (form.activation().times(throughR.get(e, i), a)
            + curvature(a) * sumsR[l].get(e, i) * through.get(e, i)));
      }
    }
  }
}
