package rote.network;

import java.util.Arrays;
import java.util.function.BiConsumer;
import rote.data.Inputs;
import rote.data.View;

/** Computes how a trained network responds to images: its outputs, and the derivatives by the pixels. */
public final class InputGradients {
  private static final int AT_ONCE = 128;

  private final Kernels kernels;
  private final Network network;
  private final Targets targets;

  public InputGradients(Kernels kernels, Network network) {
    this.kernels = kernels;
    this.network = network;
    this.targets = Targets.oneHot(network.architecture().outputs());
  }

  /** Returns the outputs for every image, [count][classes], as {@link Cost} has them: for cross-entropy, the softmax. */
  public float[][] outputs(Inputs inputs) {
    float[][] outputs = new float[inputs.count()][];
    Architecture form = network.architecture();
    ForwardPass pass = new ForwardPass(kernels, network, AT_ONCE);
    for (MiniBatch batch : MiniBatch.split(inputs, AT_ONCE)) {
      Matrix sums = pass.run(batch);
      form.cost().outputs(kernels, form.activation(), sums, batch.count());
      copy(sums, batch, outputs);
    }
    return outputs;
  }

  /** Returns the derivatives of each image's cost by its pixels, [count][inputs]: g = W1 d1 with the first layer's deltas. */
  public float[][] gradients(View view) {
    return pixels(view, (sums, batch) -> deltas(sums, batch, view));
  }

  /**
   * Returns the derivatives by the pixels, [count][inputs], of the softmax's logarithm of each image's class for cross-entropy,
   * or of its weighted sum for the other costs, since the derivative of a saturated output would vanish.
   */
  public float[][] rises(View view) {
    return pixels(view, (sums, batch) -> {
      if (network.architecture().cost() == Cost.CROSS_ENTROPY) {
        deltas(sums, batch, view);
        negate(sums.values());
      } else {
        Arrays.fill(sums.values(), 0f);
        for (int e = 0; e < batch.count(); e++) {
          sums.set(e, view.label(batch.example(e)), 1f);
        }
      }
    });
  }

  private void deltas(Matrix sums, MiniBatch batch, View view) {
    Architecture form = network.architecture();
    form.cost().deltas(kernels, form.activation(), sums, batch, view, targets);
  }

  private static void negate(float[] values) {
    for (int k = 0; k < values.length; k++) {
      values[k] = -values[k];
    }
  }

  /** @param derivatives replaces the weighted sums of a batch's outputs by the derivatives by them */
  private float[][] pixels(View view, BiConsumer<Matrix, MiniBatch> derivatives) {
    float[][] gradients = new float[view.count()][];
    Architecture form = network.architecture();
    ForwardPass pass = new ForwardPass(kernels, network, AT_ONCE);
    Matrix[] deltas = ForwardPass.matrices(network, AT_ONCE);
    Matrix pixels = new Matrix(AT_ONCE, form.inputs());
    Matrix ones = new Matrix(AT_ONCE, form.inputs());
    Arrays.fill(ones.values(), 1f); // where ReLU's derivative is 1, so that deltas pass unchanged
    for (MiniBatch batch : MiniBatch.split(view.inputs(), AT_ONCE)) {
      Matrix above = pass.run(batch);
      derivatives.accept(above, batch);
      for (int l = form.depth() - 1; l > 0; l--) {
        kernels.backward(
            above, batch.count(), network.layers().get(l), form.activation(), pass.activations(l - 1), deltas[l - 1]);
        above = deltas[l - 1];
      }
      kernels.backward(above, batch.count(), network.layers().get(0), Activation.RELU, ones, pixels);
      copy(pixels, batch, gradients);
    }
    return gradients;
  }

  /** Returns the class with the largest output; ties go to the first. */
  public static int answer(float[] outputs) {
    return Cost.largest(outputs, 0, outputs.length);
  }

  private static void copy(Matrix from, MiniBatch batch, float[][] to) {
    for (int e = 0; e < batch.count(); e++) {
      to[batch.example(e)] = Arrays.copyOfRange(from.values(), from.at(e), from.at(e) + from.columns());
    }
  }
}
