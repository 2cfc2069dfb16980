package rote.network;

import rote.data.View;

/** Measures a network on a set of examples, mini-batch by mini-batch, in the order of the set. */
public final class Measuring {
  /** Examples per mini-batch; a sum runs over all examples in order, so the size changes no result. */
  public static final int SIZE = 128;

  private final Kernels kernels;
  private final Architecture form;
  private final ForwardPass pass;
  private final View view;
  private final boolean[] right; // [count]
  private final int[] labels = new int[SIZE];
  private final double[] costs = new double[SIZE];
  private final int[] classes = new int[SIZE];
  private double cost;
  private int count;

  public Measuring(Kernels kernels, Network network, View view) {
    this.kernels = kernels;
    this.form = network.architecture();
    this.pass = new ForwardPass(kernels, network, SIZE);
    this.view = view;
    this.right = new boolean[view.count()];
  }

  void add(MiniBatch batch) {
    add(batch, pass.run(batch));
  }

  /** Returns the matrix for the first layer's weighted sums, [SIZE][outputs]. */
  public Matrix firstSums() {
    return pass.activations(0);
  }

  /** Adds a mini-batch whose first weighted sums have been filled in. */
  public void addFromFirstSums(MiniBatch batch) {
    add(batch, pass.upward(batch.count()));
  }

  private void add(MiniBatch batch, Matrix sums) {
    for (int e = 0; e < batch.count(); e++) {
      labels[e] = view.label(batch.example(e));
    }
    form.cost().measure(kernels, form.activation(), sums, batch.count(), labels, costs, classes);
    for (int e = 0; e < batch.count(); e++) {
      cost += costs[e];
      right[batch.example(e)] = classes[e] == labels[e];
      count += classes[e] == labels[e] ? 1 : 0;
    }
  }

  public Measure result() {
    return new Measure(cost / view.count(), (double) count / view.count());
  }

  /** Returns which examples are classified correctly, [count]. */
  boolean[] right() {
    return right;
  }
}
