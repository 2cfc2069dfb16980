package rote.network;

import java.util.stream.IntStream;

/**
 * All weights and biases of a network as one vector in double precision: layer by layer, first the weights, input by input,
 * then the biases.
 */
public final class Parameters {
  private Parameters() {}

  /** Returns the values, [parameters]. */
  public static double[] of(Network network) {
    double[] values = new double[Math.toIntExact(network.architecture().parameters())];
    add(network, 1, values);
    return values;
  }

  /** Returns a network of these values, rounded to float32. */
  public static Network network(Architecture form, double[] values) {
    Network network = Network.zeros(form);
    int at = 0;
    for (Layer layer : network.layers()) {
      for (int row = 0; row <= layer.inputs(); row++) {
        Matrix matrix = row < layer.inputs() ? layer.weights() : layer.biases();
        for (int j = 0; j < layer.outputs(); j++) {
          matrix.set(row % layer.inputs(), j, (float) values[at++]);
        }
      }
    }
    return network;
  }

  /** Adds the values, times a factor, to a vector. */
  static void add(Network network, double factor, double[] to) {
    int at = 0;
    for (Layer layer : network.layers()) {
      for (int row = 0; row <= layer.inputs(); row++) {
        Matrix matrix = row < layer.inputs() ? layer.weights() : layer.biases();
        for (int j = 0; j < layer.outputs(); j++) {
          to[at++] += factor * matrix.get(row % layer.inputs(), j);
        }
      }
    }
  }

  /** Returns the places of the weights, ascending, without those of the biases. */
  public static int[] weights(Architecture form) {
    IntStream places = IntStream.empty();
    int at = 0;
    for (int l = 0; l < form.depth(); l++) {
      int end = at + form.widths().get(l) * form.widths().get(l + 1);
      places = IntStream.concat(places, IntStream.range(at, end));
      at = end + form.widths().get(l + 1);
    }
    return places.toArray();
  }
}
