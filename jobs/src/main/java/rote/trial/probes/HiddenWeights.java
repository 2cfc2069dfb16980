package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rote.data.Shape;
import rote.network.Layer;
import rote.network.Network;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/**
 * Gives the weights of each first-layer unit as an image, and how far from random these images are.
 *
 * <p>The measure is Moran's I, the correlation of neighbouring weights: with m the mean of a unit's weights, the mean of
 * (a - m)(b - m) over all pairs of pixels of one channel that share a side, divided by the mean of (w - m)^2 over all
 * weights. Random weights have about 0, a smooth image about 1. It is averaged over all units, for the trained weights, the
 * initial weights, and a linear model (no hidden layer) trained on the same data for as many epochs.
 */
record HiddenWeights(TrainedTrial trained) {
  static final int MAX_UNITS = 64; // with an image; averages are over all units

  List<ProbeItem> items() {
    Layer first = first(trained.network());
    List<ProbeItem> items = new ArrayList<>();
    for (int unit = 0; unit < Math.min(MAX_UNITS, first.outputs()); unit++) {
      items.add(trained.image(Probe.HIDDEN_WEIGHTS, "unit-" + unit, weights(first, unit)));
    }
    add(items, "autocorrelation", trained.network());
    add(items, "initial-autocorrelation", TrialRun.initial(trained.trial(), trained.network().architecture()));
    if (!trained.trial().get(Setting.HIDDEN).isEmpty()) {
      add(items, "linear-autocorrelation", linear());
    }
    return items;
  }

  private void add(List<ProbeItem> items, String name, Network network) {
    Layer first = first(network);
    IntStream.range(0, first.outputs())
        .mapToDouble(unit -> autocorrelation(weights(first, unit), trained.shape()))
        .filter(Double::isFinite).average()
        .ifPresent(mean -> items.add(ProbeItem.number(Probe.HIDDEN_WEIGHTS, name, mean)));
  }

  private Network linear() {
    Trial linear = trained.trial().with(Setting.HIDDEN, List.of()).with(Setting.FROZEN, List.of());
    TrialRun run = new TrialRun(linear, trained.dataset(), trained::data, none -> List.of(), trained.kernels(), () -> 0);
    for (int epoch = 0; epoch < trained.epochs(); epoch++) {
      run.trainEpoch();
    }
    return run.network();
  }

  private static Layer first(Network network) {
    return network.layers().get(0);
  }

  private static float[] weights(Layer layer, int unit) {
    float[] weights = new float[layer.inputs()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = layer.weights().get(k, unit);
    }
    return weights;
  }

  /** NaN if all weights are the same, or none has a neighbour. */
  static double autocorrelation(float[] weights, Shape shape) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    double mean = sum / weights.length;
    double squares = 0;
    double products = 0;
    int pairs = 0;
    for (int k = 0; k < weights.length; k++) {
      double from = weights[k] - mean;
      squares += from * from;
      if ((k + 1) % shape.width() != 0) { // a pixel to the right
        products += from * (weights[k + 1] - mean);
        pairs++;
      }
      if (k / shape.width() % shape.height() != shape.height() - 1) { // a pixel below
        products += from * (weights[k + shape.width()] - mean);
        pairs++;
      }
    }
    return products / pairs / (squares / weights.length);
  }
}
