package rote.trial.training;

import java.io.Serializable;
import rote.network.Architecture;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Network;
import rote.trial.Curve;
import rote.trial.Trial;

/**
 * The end of a trial, at which the training of a longer one begins. Nothing else changes from epoch to epoch: the order of the
 * examples has a random stream for each epoch.
 *
 * @param curve of all epochs until then
 * @param state [values]: weights and biases layer by layer, then the velocity likewise, if the trial has one
 */
public record Beginning(Curve curve, float[] state) implements Serializable {

  /** The number of values in the state of a trial. */
  public static long size(Trial trial, Architecture form) {
    return form.parameters() * (trial.hasVelocity() ? 2 : 1);
  }

  /** @param velocity null for plain descent */
  public static float[] state(Network network, Network velocity) {
    int size = Math.toIntExact(network.architecture().parameters());
    float[] state = new float[velocity == null ? size : 2 * size];
    copy(network, state, 0, true);
    if (velocity != null) {
      copy(velocity, state, size, true);
    }
    return state;
  }

  /** Puts the state into a network and its velocity, which is null for plain descent. */
  void copyInto(Network network, Network velocity) {
    int size = Math.toIntExact(network.architecture().parameters());
    if (state.length != (velocity == null ? size : 2 * size)) {
      throw new IllegalArgumentException("a state of " + state.length + " values is none of " + network.architecture());
    }
    copy(network, state, 0, false);
    if (velocity != null) {
      copy(velocity, state, size, false);
    }
  }

  private static void copy(Network network, float[] state, int from, boolean out) {
    int at = from;
    for (Layer layer : network.layers()) {
      at = copy(layer.weights(), state, at, out);
      at = copy(layer.biases(), state, at, out);
    }
  }

  /** Padding stays as it is. */
  private static int copy(Matrix matrix, float[] state, int from, boolean out) {
    int at = from;
    for (int row = 0; row < matrix.rows(); row++) {
      if (out) {
        System.arraycopy(matrix.values(), matrix.at(row), state, at, matrix.columns());
      } else {
        System.arraycopy(state, at, matrix.values(), matrix.at(row), matrix.columns());
      }
      at += matrix.columns();
    }
    return at;
  }
}
