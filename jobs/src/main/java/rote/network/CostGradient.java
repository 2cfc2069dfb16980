package rote.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.View;

/**
 * Computes the gradient of what training minimizes: the mean cost over examples, plus half the weight decay times the sum of
 * the squared weights.
 *
 * <p>Sums run in the order of the set: in float32 within {@value #AT_ONCE} examples, in double precision beyond.
 */
public final class CostGradient {
  private static final int AT_ONCE = 128;

  private CostGradient() {}

  /**
   * Returns the derivatives by {@link Parameters}, [parameters].
   *
   * @param network is not changed
   * @param examples how many, from the first
   * @param decay the weight decay; 0 for none
   */
  public static double[] of(Kernels kernels, Network network, View view, int examples, float decay) {
    Architecture form = network.architecture();
    Network copy = Parameters.network(form, Parameters.of(network)); // which an update writes to
    Network mean = Network.zeros(form);
    // A velocity that was 0 is the mean gradient of the mini-batch; a rate of 0 leaves the weights where they are.
    GradientDescent descent = new GradientDescent(kernels, copy, mean, AT_ONCE, 1, decay);
    int[] order = IntStream.range(0, examples).toArray();
    double[] sum = new double[Math.toIntExact(form.parameters())];
    for (int from = 0; from < examples; from += AT_ONCE) {
      int[] batch = Arrays.copyOfRange(order, from, Math.min(examples, from + AT_ONCE));
      mean.layers().forEach(Layer::clear);
      descent.epoch(view, batch, 0);
      Parameters.add(mean, (double) batch.length / examples, sum);
    }
    return sum;
  }
}
