package rote.trial.probes;

import rote.data.Inputs;

/**
 * The nearest to an image among the first images of a set, by Euclidean distance of their pixels; ties go to the first.
 *
 * @param example which of the set
 */
record NearestImage(int example, double distance) {
  private static final int AT_ONCE = 56; // pixels, after which a distance too large is given up

  /**
   * Finds the nearest to each image.
   *
   * @param images [count][pixels]
   * @param among how many images of the set, at least one
   */
  static NearestImage[] of(float[][] images, Inputs set, int among) {
    int[] nearest = new int[images.length];
    double[] smallest = new double[images.length]; // squares of distances
    float[] other = new float[set.width()];
    for (int e = 0; e < among; e++) {
      set.decode(e, other, 0);
      for (int i = 0; i < images.length; i++) {
        double square = square(images[i], other, e == 0 ? Double.POSITIVE_INFINITY : smallest[i]);
        if (e == 0 || square < smallest[i]) {
          smallest[i] = square;
          nearest[i] = e;
        }
      }
    }
    NearestImage[] found = new NearestImage[images.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = new NearestImage(nearest[i], Math.sqrt(smallest[i]));
    }
    return found;
  }

  /** Returns the sum of squared differences, or any part of it that is not below the bound. */
  private static double square(float[] a, float[] b, double bound) {
    double sum = 0;
    for (int from = 0; from < a.length && sum < bound; from += AT_ONCE) {
      for (int k = from; k < Math.min(a.length, from + AT_ONCE); k++) {
        double difference = a[k] - b[k];
        sum += difference * difference;
      }
    }
    return sum;
  }
}
