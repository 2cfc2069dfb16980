package rote.trial.probes;

import java.util.List;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Layer;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;

/** Networks and data sets so small that one can compute by hand what a probe finds. */
final class TinyTrials {
  /** Sigmoids and the quadratic cost, no hidden layer. */
  static final Trial LINEAR = Trial.defaults(1).with(Setting.HIDDEN, List.of());

  private TinyTrials() {}

  /**
   * A network without a hidden layer.
   *
   * @param weights [classes][pixels]
   */
  static Network network(Cost cost, float[][] weights, float... biases) {
    Network network = Network.zeros(new Architecture(List.of(weights[0].length, biases.length), Activation.SIGMOID, cost));
    Layer layer = network.layers().get(0);
    for (int c = 0; c < biases.length; c++) {
      layer.biases().set(0, c, biases[c]);
      for (int k = 0; k < weights[c].length; k++) {
        layer.weights().set(k, c, weights[c][k]);
      }
    }
    return network;
  }

  /** Two classes; every label is 0. */
  static Dataset dataset(Shape shape, byte[] training, byte[] test) {
    return new Dataset("tiny", shape, 2, new Examples(training, new byte[training.length / shape.size()]),
        new Examples(test, new byte[test.length / shape.size()]));
  }

  /** One image, so many times. */
  static byte[] times(int count, int... pixels) {
    byte[] all = new byte[count * pixels.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = (byte) pixels[k % pixels.length];
    }
    return all;
  }

  static TrainedTrial trained(Trial trial, Network network, Dataset dataset) {
    return new TrainedTrial(trial, dataset, TrialData.of(trial, dataset), new ReferenceKernels(), network, 0);
  }

  static ProbeItem item(List<ProbeItem> items, String name) {
    return items.stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
  }

  static double number(List<ProbeItem> items, String name) {
    return item(items, name).values()[0];
  }
}
