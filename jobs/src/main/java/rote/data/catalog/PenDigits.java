package rote.data.catalog;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Normals;
import rote.data.Shape;

/**
 * The built-in data set: 25,000 digits that look handwritten, always the same, drawn from strokes with random slant, stretch,
 * rotation, thickness, position and wobble.
 */
final class PenDigits {
  static final Shape SHAPE = new Shape(1, 28, 28);
  static final int TRAINING = 20_000;
  static final int TEST = 5_000;
  static final String DIGEST = "b8cdd6b1989901ba617f90d9042e1b2b7a972562d7068ef188d2c8a9374c06f2";

  private static final int SIDE = 28;
  private static final int STEPS = 6; // straight lines between two points of a stroke
  private static final double WOBBLE = 4.2; // standard deviation, in hundredths of the height

  private final UniformRandomProvider draws;
  private final Normals normals;
  private final List<Glyphs> glyphs = Glyphs.all();
  private final Raster raster = new Raster(SIDE);

  private PenDigits(long seed) {
    this.draws = RandomSource.XO_SHI_RO_256_PP.create(new long[] {seed, 0x70656e, 0x646967, 0x697473});
    this.normals = new Normals(draws);
  }

  static Dataset create() {
    return new Dataset("pen-digits", SHAPE, 10, new PenDigits(1).draw(TRAINING), new PenDigits(2).draw(TEST));
  }

  private Examples draw(int count) {
    byte[] pixels = new byte[count * SHAPE.size()];
    byte[] labels = new byte[count];
    for (int e = 0; e < count; e++) {
      int digit = draws.nextInt(10);
      labels[e] = (byte) digit;
      List<List<double[][]>> ways = glyphs.get(digit).ways();
      draw(ways.get(draws.nextInt(ways.size())));
      raster.copy(pixels, e * SHAPE.size());
    }
    return new Examples(pixels, labels);
  }

  private void draw(List<double[][]> strokes) {
    raster.clear();
    double radius = between(0.7, 1.7);
    double[] map = map();
    for (double[][] stroke : strokes) {
      draw(place(stroke, map), radius);
    }
  }

  /** Returns a random affine map from glyph to pixels: {xx, xy, x, yx, yy, y}. */
  private double[] map() {
    double height = between(0.165, 0.215); // pixels for a hundredth
    double width = height * between(0.62, 1.08);
    double slant = 0.22 * normals.next();
    double turn = 0.13 * normals.next();
    double sine = StrictMath.sin(turn);
    double cosine = StrictMath.cos(turn);
    double[] map = {
      width * cosine, -height * (slant * cosine + sine), 0,
      width * sine, height * (cosine - slant * sine), 0};
    map[2] = 13.5 + 1.2 * normals.next() - 50 * (map[0] + map[1]);
    map[5] = 13.5 + 1.2 * normals.next() - 50 * (map[3] + map[4]);
    return map;
  }

  private double[][] place(double[][] stroke, double[] map) {
    double[][] placed = new double[stroke.length][];
    for (int p = 0; p < stroke.length; p++) {
      double x = stroke[p][0] + WOBBLE * normals.next();
      double y = stroke[p][1] + WOBBLE * normals.next();
      placed[p] = new double[] {
        map[0] * x + map[1] * y + map[2], map[3] * x + map[4] * y + map[5], stroke[p][2]};
    }
    return placed;
  }

  private void draw(double[][] points, double radius) {
    for (int p = 0; p + 1 < points.length; p++) {
      double[] before = points[p == 0 || points[p][2] == 1 ? p : p - 1];
      double[] after = points[p + 2 == points.length || points[p + 1][2] == 1 ? p + 1 : p + 2];
      draw(before, points[p], points[p + 1], after, radius);
    }
  }

  /** Draws the piece of a Catmull-Rom spline between b and c. */
  private void draw(double[] a, double[] b, double[] c, double[] d, double radius) {
    double x = b[0];
    double y = b[1];
    for (int s = 1; s <= STEPS; s++) {
      double t = (double) s / STEPS;
      double nextX = spline(a[0], b[0], c[0], d[0], t);
      double nextY = spline(a[1], b[1], c[1], d[1], t);
      raster.line(x, y, nextX, nextY, radius);
      x = nextX;
      y = nextY;
    }
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private double between(double min, double max) {
    return min + (max - min) * draws.nextDouble();
  }
}
