package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.Normals;
import rote.data.View;
import rote.network.InputGradients;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Computes the critical sample ratio of Arpit et al. 2017, by their search with Langevin steps: the share of test images with
 * an image of another answer close by.
 *
 * <p>An image x is critical if one of {@value #STEPS} steps finds an image of another answer within {@value #RADIUS} of it
 * in every pixel. From x' = x, each step goes uphill in the cost of the answer to x, and a little at random:
 * x' = x' + {@value #UPHILL} sign(g) + {@value #RANDOM} e, where g is the gradient of that cost at x', and e is standard
 * normal per pixel. Pixels are clipped to the box around x. The search can miss images, so the ratio is a lower bound. It is
 * taken over {@value #IMAGES} test images, drawn by the seed. Radius and steps are our own: at 0.1 every image of every
 * network is critical, at 0.01 those of networks that memorise noise.
 */
record CriticalSamples(TrainedTrial trained) {
  static final int IMAGES = 500;
  static final int STEPS = 20;
  static final float RADIUS = 0.01f;
  static final float UPHILL = 0.0025f;
  static final float RANDOM = 0.002f;

  /** A test image, and where the search has moved it. */
  private static final class MovedImage {
    private final float[] pixels;
    private final float[] moved;
    private final byte answer; // to the image itself
    private final Normals normals;

    MovedImage(float[] pixels, int answer, Normals normals) {
      this.pixels = pixels;
      this.moved = pixels.clone();
      this.answer = (byte) answer;
      this.normals = normals;
    }

    void step(float[] gradient) {
      for (int k = 0; k < moved.length; k++) {
        float to = moved[k] + UPHILL * Math.signum(gradient[k]) + (float) (RANDOM * normals.next());
        moved[k] = Math.max(pixels[k] - RADIUS, Math.min(pixels[k] + RADIUS, to));
      }
    }
  }

  List<ProbeItem> items() {
    List<MovedImage> all = sample();
    InputGradients response = trained.response();
    List<MovedImage> open = all;
    for (int step = 0; step < STEPS && !open.isEmpty(); step++) {
      float[][] gradients = response.gradients(new View(inputs(open), answers(open)));
      for (int e = 0; e < gradients.length; e++) {
        open.get(e).step(gradients[e]);
      }
      open = unchanged(open, response.outputs(inputs(open)));
    }
    return List.of(ProbeItem.number(Probe.CRITICAL_SAMPLE_RATIO, "ratio", (double) (all.size() - open.size()) / all.size()));
  }

  private List<MovedImage> sample() {
    int width = trained.shape().size();
    Inputs test = trained.data().test().inputs();
    int[] order = trained.seeds().permutation(test.count(), "critical-samples", 0);
    List<float[]> images = new ArrayList<>();
    for (int e = 0; e < Math.min(IMAGES, order.length); e++) {
      images.add(new float[width]);
      test.decode(order[e], images.get(e), 0);
    }
    float[][] outputs = trained.response().outputs(joined(images));
    return IntStream.range(0, outputs.length).mapToObj(e -> new MovedImage(images.get(e), InputGradients.answer(outputs[e]),
        new Normals(trained.seeds().stream("critical-steps", order[e])))).toList();
  }

  private static List<MovedImage> unchanged(List<MovedImage> open, float[][] outputs) {
    return IntStream.range(0, outputs.length)
        .filter(e -> InputGradients.answer(outputs[e]) == (open.get(e).answer & 0xff)).mapToObj(open::get).toList();
  }

  private static Inputs inputs(List<MovedImage> open) {
    return joined(open.stream().map(image -> image.moved).toList());
  }

  private static Inputs joined(List<float[]> images) {
    int width = images.get(0).length;
    float[] pixels = new float[images.size() * width];
    for (int e = 0; e < images.size(); e++) {
      System.arraycopy(images.get(e), 0, pixels, e * width, width);
    }
    return Inputs.ofFloats(pixels, width, IntStream.range(0, images.size()).toArray());
  }

  private static byte[] answers(List<MovedImage> open) {
    byte[] answers = new byte[open.size()];
    for (int e = 0; e < answers.length; e++) {
      answers[e] = open.get(e).answer;
    }
    return answers;
  }
}
