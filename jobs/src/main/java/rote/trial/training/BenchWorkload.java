package rote.trial.training;

import java.util.List;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.InputCorruption;
import rote.data.Shape;
import rote.network.Activation;
import rote.network.Cost;
import rote.trial.LearningRate;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * A network and its training by which speed is measured, here and in other libraries.
 *
 * @param name such as W1
 * @param trial on the whole training set
 * @param isReduced whether images are reduced to 10 x 10 pixels
 */
public record BenchWorkload(String name, Trial trial, boolean isReduced) {
  private static final int REDUCED = 10; // pixels a side
  private static final Trial RECTIFIED = Trial.defaults(1)
      .with(Setting.ACTIVATION, Activation.RELU).with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.MINI_BATCH, 128)
      .with(Setting.LEARNING_RATE, new LearningRate(0.1f, 1));
  private static final Trial MOMENTUM =
      RECTIFIED.with(Setting.MOMENTUM, 0.9f).with(Setting.LEARNING_RATE, new LearningRate(0.05f, 1));
  private static final Trial DEEP = RECTIFIED.with(Setting.HIDDEN, List.of(512, 512, 512));

  public static final List<BenchWorkload> ALL = List.of(
      new BenchWorkload("W1", Trial.defaults(1).with(Setting.HIDDEN, List.of(16, 16)).with(Setting.MINI_BATCH, 10)
          .with(Setting.LEARNING_RATE, new LearningRate(1.5f, 1)), false),
      new BenchWorkload("W2", RECTIFIED.with(Setting.HIDDEN, List.of(16, 16)), false),
      new BenchWorkload("W3-128", MOMENTUM.with(Setting.HIDDEN, List.of(128)), false),
      new BenchWorkload("W3-512", MOMENTUM.with(Setting.HIDDEN, List.of(512)), false),
      new BenchWorkload("W4", DEEP, false),
      new BenchWorkload("W4-dense", DEEP.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN), false),
      new BenchWorkload("W5-25", RECTIFIED.with(Setting.HIDDEN, List.of(25)).with(Setting.MINI_BATCH, 100), true),
      new BenchWorkload("W5-250", RECTIFIED.with(Setting.HIDDEN, List.of(250)).with(Setting.MINI_BATCH, 100), true));

  /** The data to train on, made of images of 28 x 28 pixels. */
  public Dataset data(Dataset images) {
    return isReduced
        ? new Dataset(images.name() + "-10x10", new Shape(1, REDUCED, REDUCED), images.classes(),
            reduced(images.training(), images.shape()), reduced(images.test(), images.shape()))
        : images;
  }

  /** Averages the inner 20 x 20 pixels two by two. */
  private static Examples reduced(Examples images, Shape shape) {
    byte[] pixels = new byte[images.count() * REDUCED * REDUCED];
    int top = (shape.height() - 2 * REDUCED) / 2;
    int left = (shape.width() - 2 * REDUCED) / 2;
    for (int k = 0; k < pixels.length; k++) {
      int row = k / REDUCED % REDUCED;
      int at = k / (REDUCED * REDUCED) * images.size() + (top + 2 * row) * shape.width() + left + 2 * (k % REDUCED);
      int sum = 2; // rounds to the nearest
      for (int corner : new int[] {at, at + 1, at + shape.width(), at + shape.width() + 1}) {
        sum += images.pixels()[corner] & 0xff;
      }
      pixels[k] = (byte) (sum / 4);
    }
    return new Examples(pixels, images.labels());
  }
}
