package rote.trial.probes;

/** The edges along x and along y at one place of one channel; their combinations are the edges of all directions. */
final class EdgePair {
  private static final double SINGULAR = 1e-9; // of two filters that are one over the pixels in use

  private final int n; // the pixels in use of the channel
  private final int[] pixels;
  private final double[] across;
  private final double[] down;
  private int size;
  private double sumX;
  private double sumY;
  private double xx; // products of the filters
  private double xy;
  private double yy;

  /** @param max the most pixels that are added */
  EdgePair(int n, int max) {
    this.n = n;
    this.pixels = new int[max];
    this.across = new double[max];
    this.down = new double[max];
  }

  /**
   * Adds a pixel in use.
   *
   * @param x counted from the place, like y
   */
  void add(int pixel, int x, int y, int scale) {
    double weight = StrictMath.exp(-(x * x + y * y) / (2.0 * scale * scale));
    pixels[size] = pixel;
    across[size] = weight * x;
    down[size] = weight * y;
    sumX += across[size];
    sumY += down[size];
    xx += across[size] * across[size];
    xy += across[size] * down[size];
    yy += down[size] * down[size];
    size++;
  }

  /** Returns the sum of squares that the best edge takes from an image whose channels have mean 0 over the pixels in use. */
  double explained(double[] image) {
    double x = 0;
    double y = 0;
    for (int k = 0; k < size; k++) {
      x += across[k] * image[pixels[k]];
      y += down[k] * image[pixels[k]];
    }
    double centredXx = xx - sumX * sumX / n; // products of the filters minus their means
    double centredXy = xy - sumX * sumY / n;
    double centredYy = yy - sumY * sumY / n;
    double determinant = centredXx * centredYy - centredXy * centredXy;
    return determinant > SINGULAR * centredXx * centredYy
        ? (centredYy * x * x - 2 * centredXy * x * y + centredXx * y * y) / determinant : 0;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
