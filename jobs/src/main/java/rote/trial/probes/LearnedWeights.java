package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rote.network.Layer;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/**
 * Asks what training has written into the first layer: its weights minus the initial ones, unit by unit.
 *
 * <p>Two numbers say how this change looks over the {@linkplain PixelsInUse pixels in use}: Moran's I, the correlation of
 * neighbours; and the share of energy that the best {@linkplain OrientedEdges oriented edge} explains. Both are averaged
 * over up to {@value #MAX_UNITS} units.
 *
 * <p>Beside them stand the same two of {@linkplain RandomCombinations random combinations} of training images, which are as
 * smooth as digits are. Neither number depends on the norm of an image, so none is scaled.
 */
record LearnedWeights(TrainedTrial trained) {
  static final int MAX_UNITS = 64;

  List<ProbeItem> items() {
    PixelsInUse used = PixelsInUse.of(trained.data().training().inputs(), trained.shape());
    List<ProbeItem> items = new ArrayList<>();
    items.add(number("pixels-in-use", (double) used.count() / trained.shape().size()));
    add(items, "", changes(), used);
    add(items, "combined-", RandomCombinations.of(trained, "learned-weights"), used);
    return items;
  }

  private static void add(List<ProbeItem> items, String prefix, List<float[]> images, PixelsInUse used) {
    add(items, prefix + "autocorrelation", images.stream().mapToDouble(used::autocorrelation).toArray());
    add(items, prefix + "edge-share", new OrientedEdges(used).shares(images));
  }

  /** Adds the mean of the values that there are. */
  private static void add(List<ProbeItem> items, String name, double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (Double.isFinite(value)) { // not of a unit that did not learn
        sum += value;
        count++;
      }
    }
    if (count > 0) {
      items.add(number(name, sum / count));
    }
  }

  private static ProbeItem number(String name, double value) {
    return ProbeItem.number(Probe.LEARNED_WEIGHTS, name, value);
  }

  private List<float[]> changes() {
    Layer now = trained.network().layers().get(0);
    Layer initial = TrialRun.initial(trained.trial(), trained.network().architecture()).layers().get(0);
    return IntStream.range(0, Math.min(MAX_UNITS, now.outputs())).mapToObj(unit -> change(now, initial, unit)).toList();
  }

  private static float[] change(Layer now, Layer initial, int unit) {
    float[] change = new float[now.inputs()];
    for (int k = 0; k < change.length; k++) {
      change[k] = now.weights().get(k, unit) - initial.weights().get(k, unit);
    }
    return change;
  }
}
