package rote.trial.probes;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.Shape;
import rote.data.View;
import rote.network.Measure;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Measures the accuracy on test images that are moved up, down, left or right, averaged over these four.
 *
 * <p>They are moved by 1 to {@value #MAX_PIXELS} pixels. Pixels moved in are 0; those moved out are lost. A digit of MNIST
 * has about four free pixels on every side.
 */
record MovedDigits(TrainedTrial trained) {
  static final int MAX_PIXELS = 4;
  private static final int AT_ONCE = 512; // images, so that memory stays small

  List<ProbeItem> items() {
    return IntStream.rangeClosed(1, MAX_PIXELS)
        .mapToObj(pixels -> ProbeItem.number(Probe.MOVED_DIGITS, "moved-" + pixels, accuracy(pixels))).toList();
  }

  private double accuracy(int pixels) {
    long right = right(-pixels, 0) + right(pixels, 0) + right(0, -pixels) + right(0, pixels);
    return right / (4.0 * trained.data().test().count());
  }

  /** Returns how many moved test images are answered right. */
  private long right(int down, int across) {
    View test = trained.data().test();
    long count = 0;
    for (int from = 0; from < test.count(); from += AT_ONCE) {
      View moved = moved(test, from, Math.min(test.count(), from + AT_ONCE), down, across);
      for (boolean right : Measure.right(trained.kernels(), trained.network(), moved)) {
        count += right ? 1 : 0;
      }
    }
    return count;
  }

  private View moved(View images, int from, int to, int down, int across) {
    int width = images.inputs().width();
    float[] image = new float[width];
    float[] pixels = new float[(to - from) * width];
    byte[] labels = new byte[to - from];
    for (int e = 0; e < labels.length; e++) {
      images.inputs().decode(from + e, image, 0);
      move(image, trained.shape(), down, across, pixels, e * width);
      labels[e] = (byte) images.label(from + e);
    }
    return new View(Inputs.ofFloats(pixels, width, IntStream.range(0, labels.length).toArray()), labels);
  }

  /** Writes an image moved by so many pixels to an array of zeros, from position {@code at}. */
  static void move(float[] image, Shape shape, int down, int across, float[] into, int at) {
    int length = shape.width() - Math.abs(across);
    for (int row = 0; row < shape.channels() * shape.height() && length > 0; row++) {
      int y = row % shape.height() + down; // where the row goes in its channel
      if (y >= 0 && y < shape.height()) {
        int from = row * shape.width() + Math.max(0, -across);
        int to = (row + down) * shape.width() + Math.max(0, across);
        System.arraycopy(image, from, into, at + to, length);
      }
    }
  }
}
