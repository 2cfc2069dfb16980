package rote.trial.probes;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.View;
import rote.network.InputGradients;

/**
 * Draws one image per class by a gradient ascent that is meant to converge.
 *
 * <p>From {@value #GREY}, near black, {@value #STEPS} steps v = {@value #MOMENTUM} v + g / max|g|, x = clip(x + s v), where
 * g is the gradient of {@link InputGradients#rises} for the class, s falls evenly from {@value #STEP} to 0, and clip keeps
 * pixels within 0..1. An image has converged if its output for the class changed by at most {@value #SETTLED} over the last
 * {@value #LAST} steps.
 *
 * @param pixels [classes][pixels]
 * @param outputs the output for each class, of its image
 */
record Ascent(float[][] pixels, float[] outputs, boolean[] converged) {
  static final int STEPS = 300;
  static final float STEP = 0.02f;
  static final float MOMENTUM = 0.9f;
  static final float GREY = 0.05f;
  static final int LAST = 50;
  static final float SETTLED = 0.001f;

  static Ascent of(InputGradients response, int classes, int width) {
    float[] pixels = new float[classes * width];
    Arrays.fill(pixels, GREY);
    float[] velocity = new float[pixels.length];
    float[] before = new float[classes];
    for (int step = 0; step < STEPS; step++) {
      before = step == STEPS - LAST ? outputs(response, pixels, width) : before;
      float[][] gradients = response.rises(new View(inputs(pixels, width), labels(classes)));
      for (int c = 0; c < classes; c++) {
        step(pixels, velocity, c * width, gradients[c], STEP * (STEPS - step) / STEPS);
      }
    }
    float[] outputs = outputs(response, pixels, width);
    boolean[] converged = new boolean[classes];
    float[][] images = new float[classes][width];
    for (int c = 0; c < classes; c++) {
      converged[c] = Math.abs(outputs[c] - before[c]) <= SETTLED;
      System.arraycopy(pixels, c * width, images[c], 0, width);
    }
    return new Ascent(images, outputs, converged);
  }

  private static void step(float[] pixels, float[] velocity, int from, float[] gradient, float size) {
    float largest = 0;
    for (float slope : gradient) {
      largest = Math.max(largest, Math.abs(slope));
    }
    float scale = largest > 0 ? 1 / largest : 0; // a flat gradient has no direction
    for (int k = 0; k < gradient.length; k++) {
      velocity[from + k] = MOMENTUM * velocity[from + k] + scale * gradient[k];
      pixels[from + k] = Math.max(0, Math.min(1, pixels[from + k] + size * velocity[from + k]));
    }
  }

  private static float[] outputs(InputGradients response, float[] pixels, int width) {
    float[][] all = response.outputs(inputs(pixels, width));
    float[] own = new float[all.length];
    for (int c = 0; c < own.length; c++) {
      own[c] = all[c][c];
    }
    return own;
  }

  private static byte[] labels(int classes) {
    byte[] labels = new byte[classes];
    for (int c = 0; c < classes; c++) {
      labels[c] = (byte) c;
    }
    return labels;
  }

  private static Inputs inputs(float[] pixels, int width) {
    return Inputs.ofFloats(pixels, width, IntStream.range(0, pixels.length / width).toArray());
  }
}
