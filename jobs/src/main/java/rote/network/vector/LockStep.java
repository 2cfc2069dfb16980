package rote.network.vector;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.View;
import rote.network.GradientDescent;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/**
 * Trains several networks of one form on one order of examples together, mini-batch by mini-batch.
 *
 * <p>Their first layers are one matrix, side by side, so that a pixel's position and value are read once for all of them.
 * Everything else is each network's own, such as labels, learning rate, momentum and decay. Every sum has the same terms in the
 * same order as when its network trains alone, so the bits are the same.
 */
public final class LockStep {
  private static final int MAX_LAYER_WIDTH = 32; // numbers in a row of weights; wider layers gain nothing
  private static final int MAX_WIDTH = 128; // numbers in a row of weights of all networks
  private static final int MAX_WIDTH_OF_MANY_IMAGES = 256; // if a row is read for many images at once

  private final VectorKernels kernels;
  private final List<GradientDescent> descents;
  private final boolean isPlain;
  private final boolean isFirstFrozen;
  private final SideBySide first; // all first layers
  private final SideBySide velocity; // of all first layers; null for plain descent
  private final Layer gradient;
  private final Matrix sums; // [mini-batch][networks * width]
  private final Matrix deltas;

  /**
   * @param descents of networks of one form with mini-batches of one size; all plain or none, and all first layers frozen or
   *     none
   */
  public LockStep(VectorKernels kernels, List<GradientDescent> descents) {
    GradientDescent one = descents.get(0);
    Layer shape = one.network().layers().get(0);
    this.kernels = kernels;
    this.descents = List.copyOf(descents);
    this.isPlain = one.velocity(0) == null;
    this.isFirstFrozen = one.isFrozen(0);
    this.first = new SideBySide(shape, descents.size());
    int width = first.layer().outputs();
    this.velocity = isPlain ? null : new SideBySide(shape, descents.size());
    this.gradient = isPlain ? null : new Layer(shape.inputs(), width);
    this.sums = new Matrix(one.miniBatch(), width);
    this.deltas = new Matrix(one.miniBatch(), width);
  }

  /** Returns how many networks to train or measure together, by the units of the first layer; 1 if that gains nothing. */
  public static int maxTogether(int units, int miniBatch) {
    int block = Matrix.stride(units);
    int widest = miniBatch >= VectorKernels.MIN_IMAGES_OF_BLOCKS ? MAX_WIDTH_OF_MANY_IMAGES : MAX_WIDTH;
    return block > MAX_LAYER_WIDTH ? 1 : widest / block;
  }

  /**
   * Trains every network once on every example.
   *
   * @param views of the same inputs, each with its network's labels
   * @param order [count], a permutation of the examples
   * @param rates each network's learning rate
   */
  public void epoch(List<View> views, int[] order, float[] rates) {
    List<Step> steps = IntStream.range(0, rates.length).mapToObj(m -> descents.get(m).step(rates[m])).toList();
    exchange(SideBySide::copyIn);
    for (MiniBatch batch : MiniBatch.split(views.get(0).inputs(), order, descents.get(0).miniBatch())) {
      kernels.forward(batch, first.layer(), sums);
      for (int m = 0; m < steps.size(); m++) {
        train(m, batch, views.get(m), steps.get(m));
      }
      if (!isFirstFrozen) {
        update(batch, steps);
      }
    }
    exchange(SideBySide::copyOut);
  }

  /** Runs one network forward and backward, and updates its upper layers. */
  private void train(int m, MiniBatch batch, View view, Step step) {
    int n = batch.count();
    GradientDescent descent = descents.get(m);
    first.copyOut(m, sums, descent.firstSums(), n);
    Matrix own = descent.firstDeltas(batch, view);
    if (isPlain) {
      VectorRows.scale(-(step.rate() / n), own, n);
    }
    first.copyIn(m, own, deltas, n);
    descent.updateUpper(n, step);
  }

  /** Updates all first layers. */
  private void update(MiniBatch batch, List<Step> steps) {
    int n = batch.count();
    Layer target = first.layer();
    if (!isPlain) {
      target = gradient;
      gradient.clear();
    }
    kernels.addProducts(batch, deltas, target.weights());
    VectorRows.addTo(target.biases(), deltas, n);
    for (int m = 0; !isPlain && m < steps.size(); m++) {
      Step step = steps.get(m);
      descend(m, gradient.weights(), velocity.layer().weights(), first.layer().weights(), 1f / n, step.decay(), step);
      descend(m, gradient.biases(), velocity.layer().biases(), first.layer().biases(), 1f / n, 0f, step);
    }
  }

  private void descend(int m, Matrix slopes, Matrix speeds, Matrix weights, float share, float decay, Step step) {
    VectorRows.descend(
        first.of(m, slopes), first.of(m, speeds), first.of(m, weights), weights.rows(), first.width(), share, decay, step);
  }

  private interface Copy {
    void between(SideBySide all, int m, Layer own);
  }

  /** Copies first layers and their velocities from the networks to the common matrix, or back. */
  private void exchange(Copy copy) {
    for (int m = 0; m < descents.size(); m++) {
      copy.between(first, m, descents.get(m).network().layers().get(0));
      if (!isPlain) {
        copy.between(velocity, m, descents.get(m).velocity(0));
      }
    }
  }
}
