package rote.data.catalog;

import java.util.Arrays;

/** A small grey image into which a round pen draws lines with smooth edges. */
final class Raster {
  private final int side;
  private final double[] ink; // [side][side], 0 for paper to 1 for full ink

  Raster(int side) {
    this.side = side;
    this.ink = new double[side * side];
  }

  void clear() {
    Arrays.fill(ink, 0);
  }

  /**
   * Draws a straight line; where lines overlap, the darker one counts.
   *
   * @param radius of the pen, in pixels; coverage falls from 1 to 0 over one pixel's width at the edge
   */
  void line(double x0, double y0, double x1, double y1, double radius) {
    double reach = radius + 0.5;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = Math.max(dx * dx + dy * dy, 1e-12);
    int bottom = below(Math.max(y0, y1) + reach);
    int right = below(Math.max(x0, x1) + reach);
    for (int row = above(Math.min(y0, y1) - reach); row <= bottom; row++) {
      for (int column = above(Math.min(x0, x1) - reach); column <= right; column++) {
        double along = Math.min(1, Math.max(0, ((column - x0) * dx + (row - y0) * dy) / square));
        double ex = x0 + along * dx - column;
        double ey = y0 + along * dy - row;
        double cover = Math.min(1, reach - StrictMath.sqrt(ex * ex + ey * ey));
        int k = row * side + column;
        ink[k] = Math.max(ink[k], cover);
      }
    }
  }

  private int above(double position) {
    return Math.max(0, (int) StrictMath.ceil(position));
  }

  private int below(double position) {
    return Math.min(side - 1, (int) StrictMath.floor(position));
  }

  /** Writes the image as bytes, white on black as in MNIST. */
  void copy(byte[] into, int from) {
    for (int k = 0; k < ink.length; k++) {
      into[from + k] = (byte) (int) (255 * ink[k] + 0.5);
    }
  }
}
