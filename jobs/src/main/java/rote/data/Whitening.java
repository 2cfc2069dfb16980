package rote.data;

import java.util.stream.IntStream;

/**
 * Standardizes each image to mean 0 and standard deviation 1 over all its pixels and channels.
 *
 * <p>As in Zhang et al. 2016, by TensorFlow's per_image_standardization: an image of n numbers is divided by at least
 * 1 / sqrt(n), so that a uniform image becomes all zeros.
 */
public final class Whitening {
  private Whitening() {}

  public static Inputs of(Inputs images) {
    int width = images.width();
    float[] values = new float[Math.multiplyExact(images.count(), width)];
    for (int e = 0; e < images.count(); e++) {
      images.decode(e, values, e * width);
      whiten(values, e * width, (e + 1) * width);
    }
    return Inputs.ofFloats(values, width, IntStream.range(0, images.count()).toArray());
  }

  /** Sums in double and ascending order, so that every machine gets the same bits. */
  private static void whiten(float[] values, int from, int to) {
    int n = to - from;
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += values[k];
    }
    double mean = sum / n;
    double squares = 0;
    for (int k = from; k < to; k++) {
      squares += (values[k] - mean) * (values[k] - mean);
    }
    double deviation = Math.max(StrictMath.sqrt(squares / n), 1 / StrictMath.sqrt(n));
    for (int k = from; k < to; k++) {
      values[k] = (float) ((values[k] - mean) / deviation);
    }
  }
}
