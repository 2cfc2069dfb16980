package rote.network;

import java.io.Serializable;
import rote.data.View;

/**
 * A network's cost and accuracy on a set of examples.
 *
 * @param cost the mean over examples, summed in order in double precision
 * @param accuracy the share of examples whose largest output is that of their class, 0 to 1; ties go to the first
 */
public record Measure(double cost, double accuracy) implements Serializable {
  private static final int BLOCK = 128;

  public static Measure of(Kernels kernels, Network network, View view) {
    return of(kernels, network, view, new boolean[view.count()]);
  }

  /** Returns which examples are classified correctly, [count]. */
  public static boolean[] right(Kernels kernels, Network network, View view) {
    boolean[] right = new boolean[view.count()];
    of(kernels, network, view, right);
    return right;
  }

  private static Measure of(Kernels kernels, Network network, View view, boolean[] right) {
    ForwardPass pass = new ForwardPass(kernels, network, BLOCK);
    Architecture form = network.architecture();
    int[] labels = new int[BLOCK];
    double[] costs = new double[BLOCK];
    int[] classes = new int[BLOCK];
    double cost = 0;
    int count = 0;
    for (MiniBatch batch : MiniBatch.split(view.inputs(), BLOCK)) {
      for (int e = 0; e < batch.count(); e++) {
        labels[e] = view.label(batch.example(e));
      }
      form.cost().measure(kernels, form.activation(), pass.run(batch), batch.count(), labels, costs, classes);
      for (int e = 0; e < batch.count(); e++) {
        cost += costs[e];
        right[batch.example(e)] = classes[e] == labels[e];
        count += classes[e] == labels[e] ? 1 : 0;
      }
    }
    return new Measure(cost / view.count(), (double) count / view.count());
  }
}
