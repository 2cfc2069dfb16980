package rote.network;

import java.util.List;
import rote.data.View;

/**
 * The training loop: mini-batch gradient descent by backpropagation, in float32, with a fixed order of operations.
 *
 * <p>For a mini-batch of n examples, all sums z = b + x W are computed forward, then the deltas d = dC/dz backward; only then do
 * weights change. With x the activations below a layer, every operation rounded once and fma one operation:
 *
 * <ul>
 *   <li><b>plain descent</b> (no momentum, no decay): s = -(rate / n), d' = s d, then example by example in mini-batch
 *       order W = fma(x, d', W) and b = b + d'. Summing into a gradient first costs a 784-16-16-10 network 22 to 45 % of its
 *       speed.
 *   <li><b>otherwise</b>: g = the sum of fma(x, d, g) from +0 in mini-batch order, G = fma(decay, W, g (1 / n)), v =
 *       fma(momentum, v, G), W = fma(-rate, v, W), for every weight; likewise for biases, without decay. The decay is L2 on the
 *       mean gradient: Nielsen's lambda / n, PyTorch's {@code weight_decay}.
 * </ul>
 *
 * <p>Output deltas, where y are {@link Targets}: both cross-entropies a - y; quadratic (2 (a - y)) f'(a). Derivatives: sigmoid
 * a (1 - a), tanh fma(-a, a, 1), ReLU 0 or 1.
 *
 * <p>A frozen layer passes deltas down and is never updated: neither its weights and biases nor its velocity change.
 */
public final class GradientDescent {
  private final Kernels kernels;
  private final Network network;
  private final Network velocity; // null for plain descent
  private final ForwardPass pass;
  private final Matrix[] deltas; // of each layer, [mini-batch][outputs]
  private final int miniBatch;
  private final float momentum;
  private final float decay;
  private final Targets targets;
  private final boolean[] isFrozen; // by layer, counted from 0

  /** Trains all layers on the labels as they are. */
  public GradientDescent(Kernels kernels, Network network, Network velocity, int miniBatch, float momentum, float decay) {
    this(kernels, network, velocity, miniBatch, momentum, decay, Targets.oneHot(network.architecture().outputs()),
        List.of());
  }

  /**
   * @param network trained in place
   * @param velocity changed in place; null if and only if momentum and decay are 0
   * @param miniBatch examples per update; the last of an epoch may have fewer
   * @param frozen which layers are not trained, counted from 1
   */
  public GradientDescent(Kernels kernels, Network network, Network velocity, int miniBatch, float momentum, float decay,
      Targets targets, List<Integer> frozen) {
    this.kernels = kernels;
    this.network = network;
    this.velocity = velocity;
    this.miniBatch = miniBatch;
    this.momentum = momentum;
    this.decay = decay;
    this.targets = targets;
    this.isFrozen = isFrozen(network.architecture(), frozen);
    this.pass = new ForwardPass(kernels, network, miniBatch);
    this.deltas = ForwardPass.matrices(network, miniBatch);
  }

  private static boolean[] isFrozen(Architecture form, List<Integer> frozen) {
    boolean[] isFrozen = new boolean[form.depth()];
    for (int layer : frozen) {
      if (layer < 1 || layer > isFrozen.length) {
        throw new IllegalArgumentException("layers of " + form + " are 1 to " + isFrozen.length + ", was " + layer);
      }
      isFrozen[layer - 1] = true;
    }
    return isFrozen;
  }

  /** @param order [count], a permutation of the examples, which is cut into mini-batches */
  public void epoch(View view, int[] order, float rate) {
    Step step = step(rate);
    for (MiniBatch batch : MiniBatch.split(view.inputs(), order, miniBatch)) {
      Matrix sums = pass.run(batch);
      backward(batch, view, sums);
      if (!isFrozen[0]) {
        kernels.update(batch, deltas[0], network.layers().get(0), velocity(0), step);
      }
      updateUpper(batch.count(), step);
    }
  }

  public Step step(float rate) {
    return new Step(rate, momentum, decay);
  }

  public Network network() {
    return network;
  }

  /** Returns a layer's velocity; null for plain descent. */
  public Layer velocity(int layer) {
    return velocity == null ? null : velocity.layers().get(layer);
  }

  /** Returns whether a layer, counted from 0, keeps its weights. */
  public boolean isFrozen(int layer) {
    return isFrozen[layer];
  }

  public int miniBatch() {
    return miniBatch;
  }

  /** Returns the matrix for the first layer's weighted sums, [mini-batch][outputs]. */
  public Matrix firstSums() {
    return pass.activations(0);
  }

  /** Returns the first layer's deltas, [mini-batch][outputs], after its weighted sums have been filled in. */
  public Matrix firstDeltas(MiniBatch batch, View view) {
    backward(batch, view, pass.upward(batch.count()));
    return deltas[0];
  }

  private void backward(MiniBatch batch, View view, Matrix sums) {
    Architecture form = network.architecture();
    int last = deltas.length - 1;
    form.cost().deltas(kernels, form.activation(), sums, batch, view, targets);
    deltas[last] = sums; // in place: the outputs are no longer needed
    for (int l = last; l > 0; l--) {
      Layer layer = network.layers().get(l);
      kernels.backward(deltas[l], batch.count(), layer, form.activation(), pass.activations(l - 1), deltas[l - 1]);
    }
  }

  /** Updates every layer but the first, and but frozen ones. */
  public void updateUpper(int n, Step step) {
    for (int l = 1; l < deltas.length; l++) {
      if (!isFrozen[l]) {
        kernels.update(pass.activations(l - 1), deltas[l], n, network.layers().get(l), velocity(l), step);
      }
    }
  }
}
