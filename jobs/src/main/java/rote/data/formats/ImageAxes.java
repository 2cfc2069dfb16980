package rote.data.formats;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.Shape;
import rote.files.InputException;

/**
 * What the dimensions of an array of images mean, of which no format says which one is the channels.
 *
 * @param file names the array in error messages
 * @param dimensions the number of images, then the shape of one
 */
record ImageAxes(String file, int[] dimensions) {
  private static final int MAX_CHANNELS = 4; // of usual images

  /** @throws InputException if these are no images of two dimensions, or it is in doubt which one is the channels */
  Shape shape() {
    return switch (dimensions.length) {
      case 3 -> new Shape(1, dimensions[1], dimensions[2]);
      case 4 -> isChannelsLast()
          ? new Shape(dimensions[3], dimensions[1], dimensions[2]) : new Shape(dimensions[1], dimensions[2], dimensions[3]);
      default -> throw new InputException(file + ": wrong shape: " + text(dimensions) + "; images have 3 or 4 dimensions");
    };
  }

  /**
   * Returns whether the last of four dimensions is the channels, as in image libraries, and not the second. Images are assumed
   * to be square and to have few channels.
   *
   * @throws InputException if both are as likely
   */
  boolean isChannelsLast() {
    if (dimensions.length != 4 || dimensions[1] == 1) {
      return false;
    }
    int first = dimensions[1];
    int middle = dimensions[2];
    int last = dimensions[3];
    if (middle == last && (last > MAX_CHANNELS || first <= MAX_CHANNELS)) {
      return false;
    }
    if (middle != last && first == middle && (first > MAX_CHANNELS || last > MAX_CHANNELS)) {
      return first > MAX_CHANNELS;
    }
    if (middle == last || first == middle || first == last) {
      throw new InputException(file + ": images of " + text(Arrays.copyOfRange(dimensions, 1, 4)) + ": are they " + first
          + " channels of " + middle + "x" + last + " or " + last + " channels of " + first + "x" + middle
          + "? Write them with the channels at the other end, where that leaves no doubt");
    }
    return last < first;
  }

  /** Returns whether the values of the file are in the order of {@link Shape} already. */
  boolean isInOrder(boolean isFortran) {
    return !isFortran && (!isChannelsLast() || dimensions[3] == 1);
  }

  /** Puts a value at its place. */
  @FunctionalInterface
  interface Move {
    void to(int from, int place);
  }

  /**
   * Finds the place of every value of the file in the order of {@link Shape}: image by image, channel by channel, row by row.
   *
   * @param isFortran whether the first dimension is the fastest in the file, not the last
   */
  void arrange(boolean isFortran, Move move) {
    int[] steps = steps();
    int[] index = new int[dimensions.length];
    int count = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
    int place = 0;
    for (int k = 0; k < count; k++) {
      move.to(k, place);
      for (int d = 0; d < index.length; d++) {
        int next = isFortran ? d : index.length - 1 - d;
        place += steps[next];
        if (++index[next] < dimensions[next]) {
          break;
        }
        place -= dimensions[next] * steps[next];
        index[next] = 0;
      }
    }
  }

  /** Returns how far apart neighbours in each dimension are. */
  private int[] steps() {
    int[] order = IntStream.range(0, dimensions.length).toArray(); // the slowest dimension first
    if (isChannelsLast()) {
      order = new int[] {0, 3, 1, 2};
    }
    int[] steps = new int[dimensions.length];
    int step = 1;
    for (int o = order.length - 1; o >= 0; o--) {
      steps[order[o]] = step;
      step *= dimensions[order[o]];
    }
    return steps;
  }

  /** @throws InputException if the images have not the shape that the set has */
  static void demand(Shape set, Shape images, String file) {
    if (!images.equals(set)) {
      throw new InputException(file + ": wrong shape: images of " + text(images) + "; they must be " + text(set));
    }
  }

  private static String text(Shape shape) {
    return text(shape.channels(), shape.height(), shape.width());
  }

  static String text(int... dimensions) {
    return String.join("x", Arrays.stream(dimensions).mapToObj(String::valueOf).toList());
  }
}
