package rote.trial.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.View;
import rote.network.InputGradients;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Draws an image of every class by gradient ascent on the pixels.
 *
 * <p>From grey of 0.5, {@value #STEPS} steps x = clip(x + {@value #STEP} g / max|g|), where g is the gradient of
 * {@link InputGradients#rises} for the class, and clip keeps pixels within 0..1.
 */
record DrawnDigits(TrainedTrial trained) {
  static final int STEPS = 100;
  static final float STEP = 0.05f;
  private static final float GREY = 0.5f;

  List<ProbeItem> items() {
    int width = trained.shape().size();
    float[] pixels = draw(width);
    float[][] outputs = trained.response().outputs(inputs(pixels, width));
    float[] confidence = new float[trained.classes()];
    List<ProbeItem> items = new ArrayList<>();
    for (int c = 0; c < confidence.length; c++) {
      confidence[c] = outputs[c][c];
      items.add(trained.image(
          Probe.DRAWN_DIGITS, "class-" + trained.dataset().label(c), Arrays.copyOfRange(pixels, c * width, (c + 1) * width)));
    }
    items.add(ProbeItem.row(Probe.DRAWN_DIGITS, "confidence", confidence));
    return items;
  }

  /** [classes][width] */
  private float[] draw(int width) {
    InputGradients response = trained.response();
    float[] pixels = new float[trained.classes() * width];
    Arrays.fill(pixels, GREY);
    byte[] classes = new byte[trained.classes()];
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) c;
    }
    for (int step = 0; step < STEPS; step++) {
      float[][] gradients = response.rises(new View(inputs(pixels, width), classes));
      for (int c = 0; c < gradients.length; c++) {
        step(pixels, c * width, gradients[c]);
      }
    }
    return pixels;
  }

  private Inputs inputs(float[] pixels, int width) {
    return Inputs.ofFloats(pixels, width, IntStream.range(0, trained.classes()).toArray());
  }

  private static void step(float[] pixels, int from, float[] gradient) {
    float largest = 0;
    for (float slope : gradient) {
      largest = Math.max(largest, Math.abs(slope));
    }
    if (largest > 0) { // a flat gradient has no direction
      for (int k = 0; k < gradient.length; k++) {
        float moved = pixels[from + k] + STEP * (gradient[k] / largest);
        pixels[from + k] = Math.max(0, Math.min(1, moved));
      }
    }
  }
}
