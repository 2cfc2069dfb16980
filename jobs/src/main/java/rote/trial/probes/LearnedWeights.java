package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.Normals;
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
 * <p>Beside them stand the same two of {@value #COMBINATIONS} random combinations of up to {@value #IMAGES} training images,
 * with standard-normal coefficients. Weight decay aside, any change of these weights is a combination of training images,
 * whatever the labels are, so it is as smooth as digits are. Neither number depends on the norm of an image, so none is
 * scaled.
 */
record LearnedWeights(TrainedTrial trained) {
  static final int MAX_UNITS = 64;
  static final int COMBINATIONS = 64;
  static final int IMAGES = 2_000; // the first that the trial trained on, which are in random order

  List<ProbeItem> items() {
    PixelsInUse used = PixelsInUse.of(trained.data().training().inputs(), trained.shape());
    List<ProbeItem> items = new ArrayList<>();
    items.add(number("pixels-in-use", (double) used.count() / trained.shape().size()));
    add(items, "", changes(), used);
    add(items, "combined-", combinations(), used);
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

  private List<float[]> combinations() {
    Inputs images = trained.data().training().inputs();
    Normals normals = new Normals(trained.seeds().stream("learned-weights", 0));
    float[] image = new float[images.width()];
    List<float[]> sums = IntStream.range(0, COMBINATIONS).mapToObj(c -> new float[image.length]).toList();
    for (int e = 0; e < Math.min(IMAGES, images.count()); e++) {
      images.decode(e, image, 0);
      for (float[] sum : sums) {
        add((float) normals.next(), image, sum);
      }
    }
    return sums;
  }

  private static void add(float a, float[] x, float[] to) {
    for (int k = 0; k < x.length; k++) {
      to[k] += a * x[k];
    }
  }
}
