package rote.data;

/**
 * Scales images down: each new pixel is the mean of the area that it covers, with parts of pixels weighted by their area,
 * rounded to a byte.
 */
final class AreaAverage {
  private final Shape from;
  private final Shape to;

  AreaAverage(Shape from, Shape to) {
    if (to.channels() != from.channels() || to.height() > from.height() || to.width() > from.width()) {
      throw new IllegalArgumentException("cannot average " + from + " to " + to);
    }
    this.from = from;
    this.to = to;
  }

  Examples of(Examples images) {
    byte[] pixels = new byte[Math.multiplyExact(images.count(), to.size())];
    for (int plane = 0; plane < images.count() * to.channels(); plane++) {
      average(images.pixels(), plane * from.height() * from.width(), pixels, plane * to.height() * to.width());
    }
    return new Examples(pixels, images.labels());
  }

  private void average(byte[] old, int oldAt, byte[] pixels, int at) {
    for (int r = 0; r < to.height(); r++) {
      for (int c = 0; c < to.width(); c++) {
        pixels[at + r * to.width() + c] = (byte) mean(old, oldAt, r, c);
      }
    }
  }

  /** Computes in integers: the unit of length is an old pixel divided by the new height or width. */
  private long mean(byte[] old, int oldAt, int row, int column) {
    long area = (long) from.height() * from.width();
    long sum = area / 2; // rounds to the nearest
    for (int i = row * from.height() / to.height(); i * to.height() < (row + 1) * from.height(); i++) {
      int high = overlap(i, to.height(), row, from.height());
      for (int k = column * from.width() / to.width(); k * to.width() < (column + 1) * from.width(); k++) {
        sum += (long) high * overlap(k, to.width(), column, from.width()) * (old[oldAt + i * from.width() + k] & 0xff);
      }
    }
    return sum / area;
  }

  /** Returns the overlap of {@code [i * size, (i + 1) * size)} and {@code [k * span, (k + 1) * span)}. */
  private static int overlap(int i, int size, int k, int span) {
    return Math.min((i + 1) * size, (k + 1) * span) - Math.max(i * size, k * span);
  }
}
