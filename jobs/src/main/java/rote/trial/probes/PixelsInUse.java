package rote.trial.probes;

import rote.data.Inputs;
import rote.data.Shape;

/**
 * The pixels that are not zero in at least {@value #LEAST} of the training images. Weights hardly learn elsewhere, so
 * measures of what was learned leave the other pixels out.
 */
final class PixelsInUse {
  static final double LEAST = 0.05;

  private final Shape shape;
  private final boolean[] used; // [pixels]

  /** @param used [pixels] */
  PixelsInUse(Shape shape, boolean[] used) {
    this.shape = shape;
    this.used = used;
  }

  static PixelsInUse of(Inputs images, Shape shape) {
    int[] nonzero = new int[shape.size()];
    float[] image = new float[nonzero.length];
    for (int e = 0; e < images.count(); e++) {
      images.decode(e, image, 0);
      for (int k = 0; k < image.length; k++) {
        nonzero[k] += image[k] == 0 ? 0 : 1;
      }
    }
    boolean[] used = new boolean[nonzero.length];
    for (int k = 0; k < used.length; k++) {
      used[k] = nonzero[k] >= LEAST * images.count();
    }
    return new PixelsInUse(shape, used);
  }

  Shape shape() {
    return shape;
  }

  boolean has(int pixel) {
    return used[pixel];
  }

  int count() {
    return count(0, used.length);
  }

  /** Returns how many there are from one pixel to before another. */
  int count(int from, int to) {
    int count = 0;
    for (int k = from; k < to; k++) {
      count += used[k] ? 1 : 0;
    }
    return count;
  }

  /** Returns an image minus its mean over these pixels, channel by channel; 0 elsewhere. */
  double[] centred(float[] image) {
    double[] centred = new double[image.length];
    int size = shape.height() * shape.width();
    for (int from = 0; from < image.length; from += size) {
      double sum = 0;
      for (int k = from; k < from + size; k++) {
        sum += used[k] ? image[k] : 0;
      }
      double mean = sum / count(from, from + size);
      for (int k = from; k < from + size; k++) {
        centred[k] = used[k] ? image[k] - mean : 0;
      }
    }
    return centred;
  }

  /**
   * Computes Moran's I over these pixels: the mean product of two neighbours in use, of one channel, divided by the mean
   * square, after the mean of each channel has been subtracted. NaN if all are the same, or none has a neighbour.
   */
  double autocorrelation(float[] image) {
    double[] centred = centred(image);
    double squares = 0;
    double products = 0;
    int pairs = 0;
    for (int k = 0; k < centred.length; k++) {
      squares += centred[k] * centred[k];
      if (used[k] && (k + 1) % shape.width() != 0 && used[k + 1]) { // a pixel to the right
        products += centred[k] * centred[k + 1];
        pairs++;
      }
      if (used[k] && k / shape.width() % shape.height() != shape.height() - 1 && used[k + shape.width()]) { // below
        products += centred[k] * centred[k + shape.width()];
        pairs++;
      }
    }
    return products / pairs / (squares / count());
  }
}
