package rote.network;

import java.util.List;
import rote.data.View;

/**
 * Measures a network on a set of examples, mini-batch by mini-batch, in the order of the images, so that networks that see the
 * same images in different orders can be measured together. Costs are added up in the order of the set.
 */
public final class Measuring {
  /** Examples per mini-batch; what is measured of an example does not depend on the others, so the size changes no result. */
  public static final int SIZE = 128;

  private final Kernels kernels;
  private final Network network;
  private final ForwardPass pass;
  private final View view;
  private final int[] order; // [count], examples in ascending order of their images
  private int next; // in that order
  private final double[] costs; // [count]
  private final byte[] answers; // [count], classes
  private final int[] labels = new int[SIZE]; // of a mini-batch
  private final double[] ofBatch = new double[SIZE];
  private final int[] classes = new int[SIZE];

  public Measuring(Kernels kernels, Network network, View view) {
    this.kernels = kernels;
    this.network = network;
    this.pass = new ForwardPass(kernels, network, SIZE);
    this.view = view;
    this.order = view.inputs().ascending();
    this.costs = new double[view.count()];
    this.answers = new byte[view.count()];
  }

  public Network network() {
    return network;
  }

  /** Returns whether both see the same images, in whatever order. */
  public boolean seesImagesOf(Measuring other) {
    boolean isSame = view.inputs().areOf(other.view.inputs()) && order.length == other.order.length;
    for (int k = 0; isSame && k < order.length; k++) {
      isSame = view.inputs().row(order[k]) == other.view.inputs().row(other.order[k]);
    }
    return isSame;
  }

  /** Returns all examples in the order in which they are to be added. */
  public List<MiniBatch> batches() {
    return MiniBatch.split(view.inputs(), order, SIZE);
  }

  void add(MiniBatch batch) {
    add(batch.count(), pass.run(batch));
  }

  /** Returns the matrix for the first layer's weighted sums, [SIZE][outputs]. */
  public Matrix firstSums() {
    return pass.activations(0);
  }

  /** Adds the next n examples, whose first weighted sums have been filled in. */
  public void addFromFirstSums(int n) {
    add(n, pass.upward(n));
  }

  private void add(int n, Matrix sums) {
    for (int e = 0; e < n; e++) {
      labels[e] = view.label(order[next + e]);
    }
    Architecture form = network.architecture();
    form.cost().measure(kernels, form.activation(), sums, n, labels, ofBatch, classes);
    for (int e = 0; e < n; e++) {
      int example = order[next + e];
      costs[example] = ofBatch[e];
      answers[example] = (byte) classes[e];
    }
    next += n;
  }

  /** Returns the measure, once all examples have been added. */
  public Measure result() {
    demandAll();
    double cost = 0;
    int count = 0;
    for (int e = 0; e < costs.length; e++) {
      cost += costs[e];
      count += (answers[e] & 0xff) == view.label(e) ? 1 : 0;
    }
    return new Measure(cost / costs.length, (double) count / costs.length);
  }

  /** Returns the class that the network answers to each example, [count]; the byte has no sign. */
  byte[] answers() {
    demandAll();
    return answers;
  }

  private void demandAll() {
    if (next != order.length) {
      throw new IllegalStateException(next + " of " + order.length + " examples have been added");
    }
  }
}
