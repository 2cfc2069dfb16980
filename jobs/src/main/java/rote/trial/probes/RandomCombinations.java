package rote.trial.probes;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.Normals;
import rote.trial.training.TrainedTrial;

/**
 * Draws what weights would be without any learning: combinations of training images with standard-normal coefficients.
 * Weight decay aside, any change of the first layer's weights is a combination of training images, whatever the labels are.
 */
final class RandomCombinations {
  static final int COUNT = 64;
  static final int IMAGES = 2_000; // the first that the trial trained on, which are in random order

  private RandomCombinations() {}

  /** @param stream the name of the random stream */
  static List<float[]> of(TrainedTrial trained, String stream) {
    Inputs images = trained.data().training().inputs();
    Normals normals = new Normals(trained.seeds().stream(stream, 0));
    float[] image = new float[images.width()];
    List<float[]> sums = IntStream.range(0, COUNT).mapToObj(c -> new float[image.length]).toList();
    for (int e = 0; e < Math.min(IMAGES, images.count()); e++) {
      images.decode(e, image, 0);
      for (float[] sum : sums) {
        add((float) normals.next(), image, sum);
      }
    }
    return sums;
  }

  private static void add(float a, float[] x, float[] to) {
    for (int k = 0; k < x.length; k++) {
      to[k] += a * x[k];
    }
  }
}
