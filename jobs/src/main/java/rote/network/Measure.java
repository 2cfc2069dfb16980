package rote.network;

import java.io.Serializable;
import java.util.stream.IntStream;
import rote.data.View;

/**
 * What a network does on one whole set of examples.
 *
 * @param cost the mean over examples, summed in double precision in their order
 * @param accuracy the share of examples whose largest output is that of their class, 0 to 1; of equal outputs the first
 *     counts
 */
public record Measure(double cost, double accuracy) implements Serializable {
  private static final int BLOCK = 128;

  /** Measures in one forward pass. */
  public static Measure of(Kernels kernels, Network network, View view) {
    ForwardPass pass = new ForwardPass(kernels, network, BLOCK);
    Batch batch = new Batch(view.inputs(), IntStream.range(0, view.count()).toArray());
    Architecture form = network.architecture();
    double cost = 0;
    int right = 0;
    while (batch.next(BLOCK)) {
      Matrix sums = pass.run(batch);
      for (int e = 0; e < batch.count(); e++) {
        int label = view.label(batch.example(e));
        int from = e * sums.stride();
        cost += form.cost().measure(form.activation(), sums.values(), from, form.outputs(), label);
        right += Cost.largest(sums.values(), from, form.outputs()) == label ? 1 : 0;
      }
    }
    return new Measure(cost / view.count(), (double) right / view.count());
  }
}
