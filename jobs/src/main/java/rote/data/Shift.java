package rote.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Moves images by whole pixels, each by an amount of its own; pixels that come in from outside are 0. */
public final class Shift {
  private final int[] down; // of each image of the set; up if negative
  private final int[] right; // left if negative

  private Shift(int count) {
    this.down = new int[count];
    this.right = new int[count];
  }

  /**
   * Returns images of a set, moved: down by -most to most pixels, and to the right by as many, all equally likely.
   *
   * <p>Both are drawn for every image of the set in order, whatever the rows. So an image is moved alike in every subset.
   *
   * @param rows which images of the set, in which order
   * @param most 0 leaves them where they are
   */
  public static Inputs of(Examples set, Shape shape, int[] rows, int most, RandomStreams streams) {
    if (most == 0) {
      return Inputs.of(set, rows);
    }
    Shift shift = drawn(set.count(), most, streams.stream("shift", 0));
    int plane = shape.height() * shape.width();
    byte[] pixels = new byte[Math.multiplyExact(rows.length, shape.size())];
    for (int e = 0; e < rows.length; e++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        int at = channel * plane;
        shift.move(rows[e], set.pixels(), rows[e] * shape.size() + at, pixels, e * shape.size() + at, shape);
      }
    }
    return Inputs.of(new Examples(pixels, new byte[rows.length]), IntStream.range(0, rows.length).toArray());
  }

  private static Shift drawn(int count, int most, UniformRandomProvider draws) {
    Shift shift = new Shift(count);
    for (int i = 0; i < count; i++) {
      shift.down[i] = draws.nextInt(2 * most + 1) - most;
      shift.right[i] = draws.nextInt(2 * most + 1) - most;
    }
    return shift;
  }

  /** Copies one channel of an image, from one place to another whose pixels are 0. */
  private void move(int image, byte[] from, int at, byte[] to, int into, Shape shape) {
    int width = shape.width();
    int length = width - Math.abs(right[image]); // of each row, what stays inside
    int last = Math.min(shape.height(), shape.height() + down[image]);
    for (int row = Math.max(0, down[image]); row < last && length > 0; row++) {
      System.arraycopy(from, at + (row - down[image]) * width + Math.max(0, -right[image]),
          to, into + row * width + Math.max(0, right[image]), length);
    }
  }
}
