package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import rote.data.Inputs;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.DrawnExamples;
import rote.trial.training.TrainedTrial;

/**
 * Draws an image of every class by an {@linkplain Ascent ascent that converges}, and has them judged by what the network has
 * no part in: their nearest training image, and two {@linkplain DrawingJudge other networks}.
 *
 * <p>A drawing is recognised if its nearest training image is truly of its class. Its distance to that image stands beside
 * that of test images to theirs. The training images are up to {@value #POOL} that the trial trained on, as it saw them; the
 * test images are {@value #TEST}, drawn by the seed.
 */
record JudgedDrawings(TrainedTrial trained) {
  static final int POOL = 10_000; // the first, which are in random order
  static final int TEST = 100;

  List<ProbeItem> items() {
    Ascent drawn = Ascent.of(trained.response(), trained.classes(), trained.shape().size());
    NearestImage[] nearest = nearest(drawn.pixels());
    int[] rows = DrawnExamples.of(trained.trial(), trained.dataset()).trainedRows();
    float[] labels = new float[nearest.length];
    float[] recognised = new float[nearest.length];
    float[] distances = new float[nearest.length];
    float[] converged = new float[nearest.length];
    List<ProbeItem> items = new ArrayList<>();
    for (int c = 0; c < nearest.length; c++) {
      labels[c] = trained.dataset().training().labels()[rows[nearest[c].example()]] & 0xff;
      recognised[c] = labels[c] == c ? 1 : 0;
      distances[c] = (float) nearest[c].distance();
      converged[c] = drawn.converged()[c] ? 1 : 0;
      items.add(trained.image(Probe.JUDGED_DRAWINGS, "class-" + trained.dataset().label(c), drawn.pixels()[c]));
    }
    items.add(ProbeItem.row(Probe.JUDGED_DRAWINGS, "own-output", drawn.outputs()));
    items.add(ProbeItem.row(Probe.JUDGED_DRAWINGS, "converged", converged));
    items.add(ProbeItem.row(Probe.JUDGED_DRAWINGS, "nearest-class", labels));
    items.add(ProbeItem.row(Probe.JUDGED_DRAWINGS, "recognised", recognised));
    items.add(ProbeItem.row(Probe.JUDGED_DRAWINGS, "nearest-distance", distances));
    items.add(ProbeItem.number(Probe.JUDGED_DRAWINGS, "test-distance", testDistance()));
    items.addAll(DrawingJudge.otherSeed(trained).items(drawn.pixels()));
    items.addAll(DrawingJudge.wide(trained).items(drawn.pixels()));
    return items;
  }

  private NearestImage[] nearest(float[][] images) {
    Inputs training = trained.data().training().inputs();
    return NearestImage.of(images, training, Math.min(POOL, training.count()));
  }

  /** The mean distance of test images to their nearest training images. */
  private double testDistance() {
    Inputs test = trained.data().test().inputs();
    int[] order = trained.seeds().permutation(test.count(), "judged-drawings", 0);
    float[][] images = new float[Math.min(TEST, order.length)][test.width()];
    for (int e = 0; e < images.length; e++) {
      test.decode(order[e], images[e], 0);
    }
    double sum = 0;
    for (NearestImage nearest : nearest(images)) {
      sum += nearest.distance();
    }
    return sum / images.length;
  }
}
