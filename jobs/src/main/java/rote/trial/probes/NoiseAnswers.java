package rote.trial.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import rote.data.Inputs;
import rote.data.Normals;
import rote.network.InputGradients;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Asks whether a network answers noise, and whether it is as sure of that as of the test images.
 *
 * <p>An image is answered if exactly one output is above {@value #ON}. How sure the network is, is its largest output: a
 * probability with cross-entropy, any number with the quadratic cost. The AUROC is the probability that this is larger for a
 * test image than for an image of noise, ties counting half (Hendrycks and Gimpel 2017): 0.5 where the network cannot tell
 * them apart, 1 where it is surer of every test image.
 *
 * <p>Uniform noise lies between 0 and 1. Gaussian noise has the mean and variance of the training pixels, unclipped; standard
 * noise is Gaussian with mean 0 and variance 1, as in that paper.
 * Shuffled digits are test images, drawn by the seed, each with its pixels in a random order of its own.
 */
record NoiseAnswers(TrainedTrial trained) {
  static final int IMAGES = 1_000; // of each kind of noise; of shuffled digits, at most as many as there are test images
  static final float ON = 0.5f;

  List<ProbeItem> items() {
    List<ProbeItem> items = new ArrayList<>();
    float[] test = largest(items, "test", trained.data().test().inputs());
    compare(items, "uniform", uniform(), test);
    compare(items, "gaussian", gaussian(), test);
    compare(items, "standard", standard(), test);
    compare(items, "shuffled", shuffled(), test);
    return items;
  }

  private void compare(List<ProbeItem> items, String images, Inputs noise, float[] test) {
    float[] largest = largest(items, images, noise);
    items.add(ProbeItem.number(Probe.NOISE_ANSWERS, images + "-auroc", auroc(test, largest)));
  }

  /** Records what is answered to images, and returns the largest output for each. */
  private float[] largest(List<ProbeItem> items, String images, Inputs inputs) {
    float[][] outputs = trained.response().outputs(inputs);
    float[] largest = new float[outputs.length];
    double sum = 0;
    int one = 0;
    for (int e = 0; e < outputs.length; e++) {
      largest[e] = outputs[e][InputGradients.answer(outputs[e])];
      sum += largest[e];
      one += on(outputs[e]) == 1 ? 1 : 0;
    }
    items.add(ProbeItem.number(Probe.NOISE_ANSWERS, images + "-one-output", (double) one / outputs.length));
    items.add(ProbeItem.number(Probe.NOISE_ANSWERS, images + "-largest-output", sum / outputs.length));
    return largest;
  }

  private static int on(float[] outputs) {
    int on = 0;
    for (float output : outputs) {
      on += output > ON ? 1 : 0;
    }
    return on;
  }

  /** Returns the probability that one of the first scores is above one of the others, ties counting half. */
  static double auroc(float[] scores, float[] others) {
    float[] ascending = sorted(others);
    int below = 0;
    int notAbove = 0;
    long halves = 0;
    for (float score : sorted(scores)) {
      while (below < ascending.length && ascending[below] < score) {
        below++;
      }
      while (notAbove < ascending.length && ascending[notAbove] <= score) {
        notAbove++;
      }
      halves += below + notAbove;
    }
    return halves / (2.0 * scores.length * others.length);
  }

  private static float[] sorted(float[] scores) {
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private Inputs uniform() {
    UniformRandomProvider draws = trained.seeds().stream("noise-answers/uniform", 0);
    return images(draws::nextDouble);
  }

  private Inputs gaussian() {
    double[] moments = NoiseConfidence.moments(trained.data().training().inputs());
    Normals normals = new Normals(trained.seeds().stream("noise-answers/gaussian", 0));
    return images(() -> moments[0] + moments[1] * normals.next());
  }

  private Inputs standard() {
    Normals normals = new Normals(trained.seeds().stream("noise-answers/standard", 0));
    return images(normals::next);
  }

  private Inputs images(DoubleSupplier pixel) {
    float[] pixels = new float[IMAGES * trained.shape().size()];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (float) pixel.getAsDouble();
    }
    return inputs(pixels);
  }

  private Inputs shuffled() {
    Inputs test = trained.data().test().inputs();
    int[] drawn = trained.seeds().permutation(test.count(), "noise-answers/images", 0);
    int width = test.width();
    float[] image = new float[width];
    float[] pixels = new float[Math.min(IMAGES, drawn.length) * width];
    for (int e = 0; e < pixels.length / width; e++) {
      test.decode(drawn[e], image, 0);
      int[] order = trained.seeds().permutation(width, "noise-answers/shuffled", e);
      for (int k = 0; k < width; k++) {
        pixels[e * width + k] = image[order[k]];
      }
    }
    return inputs(pixels);
  }

  private Inputs inputs(float[] pixels) {
    int width = trained.shape().size();
    return Inputs.ofFloats(pixels, width, IntStream.range(0, pixels.length / width).toArray());
  }
}
