package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.Normals;
import rote.network.InputGradients;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Records what a network answers to images of noise, and how confident it is, beside its answers to the test images.
 *
 * <p>The confidence is the largest output: a probability with cross-entropy, a number from 0 to 1 with sigmoid outputs, any
 * number with linear ones. Uniform noise lies between 0 and 1; Gaussian noise has the mean and variance of the training pixels,
 * clipped to 0..1 if images are bytes.
 */
record NoiseConfidence(TrainedTrial trained) {
  static final int IMAGES = 1_000; // of each kind of noise
  static final int BINS = 20; // of 0..1; the outer ones take what lies outside
  static final float SURE = 0.9f;

  List<ProbeItem> items() {
    List<ProbeItem> items = new ArrayList<>();
    add(items, "test", trained.data().test().inputs());
    add(items, "uniform", uniform());
    add(items, "gaussian", gaussian());
    return items;
  }

  private void add(List<ProbeItem> items, String images, Inputs inputs) {
    float[] answers = new float[trained.classes()];
    float[] bins = new float[BINS];
    int sure = 0;
    for (float[] outputs : trained.response().outputs(inputs)) {
      int answer = InputGradients.answer(outputs);
      answers[answer]++;
      bins[bin(outputs[answer])]++;
      sure += outputs[answer] > SURE ? 1 : 0;
    }
    items.add(ProbeItem.row(Probe.NOISE_CONFIDENCE, images + "-answers", shares(answers, inputs.count())));
    items.add(ProbeItem.row(Probe.NOISE_CONFIDENCE, images + "-confidence", shares(bins, inputs.count())));
    items.add(ProbeItem.number(Probe.NOISE_CONFIDENCE, images + "-above-0.9", (double) sure / inputs.count()));
  }

  static int bin(float confidence) {
    return Math.max(0, Math.min(BINS - 1, (int) (confidence * BINS)));
  }

  private static float[] shares(float[] counts, int of) {
    for (int k = 0; k < counts.length; k++) {
      counts[k] /= of;
    }
    return counts;
  }

  private Inputs uniform() {
    return images(trained.seeds().stream("uniform-noise", 0)::nextDouble);
  }

  private Inputs gaussian() {
    Inputs training = trained.data().training().inputs();
    double[] moments = moments(training);
    Normals normals = new Normals(trained.seeds().stream("gaussian-noise", 0));
    DoubleSupplier pixel = () -> moments[0] + moments[1] * normals.next();
    return images(training.pixels() == null ? pixel : () -> Math.max(0, Math.min(1, pixel.getAsDouble())));
  }

  private Inputs images(DoubleSupplier pixel) {
    int width = trained.shape().size();
    float[] pixels = new float[IMAGES * width];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (float) pixel.getAsDouble();
    }
    return Inputs.ofFloats(pixels, width, IntStream.range(0, IMAGES).toArray());
  }

  /** Mean and standard deviation of all pixels. */
  static double[] moments(Inputs inputs) {
    float[] image = new float[inputs.width()];
    double sum = 0;
    double squares = 0;
    for (int e = 0; e < inputs.count(); e++) {
      inputs.decode(e, image, 0);
      for (float pixel : image) {
        sum += pixel;
        squares += (double) pixel * pixel;
      }
    }
    double n = (double) inputs.count() * inputs.width();
    return new double[] {sum / n, Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)))};
  }
}
