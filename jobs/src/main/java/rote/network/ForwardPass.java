package rote.network;

/** Computes a network's outputs for a batch, and keeps every layer's activations. */
final class ForwardPass {
  private final Kernels kernels;
  private final Network network;
  private final Matrix[] activations; // of each layer, [max][outputs]

  /** @param max the size of the largest batch */
  ForwardPass(Kernels kernels, Network network, int max) {
    this.kernels = kernels;
    this.network = network;
    this.activations = matrices(network, max);
  }

  static Matrix[] matrices(Network network, int rows) {
    return network.layers().stream().map(layer -> new Matrix(rows, layer.outputs())).toArray(Matrix[]::new);
  }

  /** Returns the activations of a layer, counted from 0; of the last layer the weighted sums, until the cost replaces them. */
  Matrix activations(int layer) {
    return activations[layer];
  }

  Matrix run(MiniBatch batch) {
    kernels.forward(batch, network.layers().get(0), activations[0]);
    return upward(batch.count());
  }

  /** Does the same when the first layer's activations already are its weighted sums. */
  Matrix upward(int n) {
    int last = activations.length - 1;
    for (int l = 1; l <= last; l++) {
      kernels.activate(network.architecture().activation(), activations[l - 1], n);
      kernels.forward(activations[l - 1], n, network.layers().get(l), activations[l]);
    }
    return activations[last];
  }
}
