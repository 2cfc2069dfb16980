package rote.trial.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.InputGradients;
import rote.network.Layer;
import rote.network.Network;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/**
 * Asks what the units of the second hidden layer look for: the image that excites each most, by an {@link Ascent} of its
 * weighted sum, and how much of it the best {@linkplain Strokes line or loop} explains.
 *
 * <p>Three things stand beside it: the same of the network before training; {@value RandomCombinations#COUNT} random
 * combinations of training images, made white above 0 and black elsewhere, which is the image that would excite a unit with
 * these weights most; and {@value #DIGITS} training images themselves. A network with fewer than two hidden layers has the
 * last two only.
 */
record SecondLayer(TrainedTrial trained) {
  static final int MAX_UNITS = 64;
  static final int DIGITS = 64; // the first that the trial trained on, which are in random order

  List<ProbeItem> items() {
    Strokes strokes = new Strokes(PixelsInUse.of(trained.data().training().inputs(), trained.shape()));
    List<ProbeItem> items = new ArrayList<>();
    if (trained.network().architecture().depth() > 2) {
      Ascent excited = ascent(trained.network());
      for (int unit = 0; unit < excited.pixels().length; unit++) {
        items.add(trained.image(Probe.SECOND_LAYER, "unit-" + unit, excited.pixels()[unit]));
      }
      items.add(ProbeItem.number(Probe.SECOND_LAYER, "converged",
          IntStream.range(0, excited.converged().length).map(u -> excited.converged()[u] ? 1 : 0).average().orElseThrow()));
      add(items, "stroke-share", strokes.shares(Arrays.asList(excited.pixels())));
      Network initial = TrialRun.initial(trained.trial(), trained.network().architecture());
      add(items, "initial-stroke-share", strokes.shares(Arrays.asList(ascent(initial).pixels())));
    }
    List<float[]> combined = RandomCombinations.of(trained, "second-layer");
    combined.forEach(SecondLayer::blackAndWhite);
    add(items, "combined-stroke-share", strokes.shares(combined));
    add(items, "digit-stroke-share", strokes.shares(digits()));
    return items;
  }

  /** Adds the mean of the values that there are. */
  private static void add(List<ProbeItem> items, String name, double[] values) {
    Arrays.stream(values).filter(Double::isFinite).average() // not of an image of even grey
        .ifPresent(mean -> items.add(ProbeItem.number(Probe.SECOND_LAYER, name, mean)));
  }

  private Ascent ascent(Network network) {
    Network part = upToSecondLayer(network);
    return Ascent.of(new InputGradients(trained.kernels(), part), part.architecture().outputs(), trained.shape().size());
  }

  /** The network whose outputs are the first units of the second hidden layer. */
  static Network upToSecondLayer(Network network) {
    Layer first = network.layers().get(0);
    Layer second = network.layers().get(1);
    Layer units = new Layer(second.inputs(), Math.min(MAX_UNITS, second.outputs()));
    for (int unit = 0; unit < units.outputs(); unit++) {
      units.biases().set(0, unit, second.biases().get(0, unit));
      for (int k = 0; k < units.inputs(); k++) {
        units.weights().set(k, unit, second.weights().get(k, unit));
      }
    }
    return new Network(new Architecture(List.of(first.inputs(), first.outputs(), units.outputs()),
        network.architecture().activation(), Cost.QUADRATIC), List.of(first, units));
  }

  private static void blackAndWhite(float[] image) {
    for (int k = 0; k < image.length; k++) {
      image[k] = image[k] > 0 ? 1 : 0;
    }
  }

  private List<float[]> digits() {
    Inputs images = trained.data().training().inputs();
    return IntStream.range(0, Math.min(DIGITS, images.count())).mapToObj(e -> {
      float[] image = new float[images.width()];
      images.decode(e, image, 0);
      return image;
    }).toList();
  }
}
