package rote.data;

import java.util.Arrays;

/**
 * The images of {@link ActivePixels} by groups of neighbouring pixels, of which one at least is not zero, image after image, in
 * ascending order: with a size of 2, group g is pixels 2 g and 2 g + 1.
 */
public final class PixelGroups {
  private final int size; // pixels of a group
  private final int[] starts; // [images + 1], where each image's groups begin
  private final char[] groups; // all images' one after the other
  private final int[] bytes; // of each group, the first pixel's lowest

  /** @param size pixels of a group, 4 at most */
  PixelGroups(ActivePixels pixels, int images, int size) {
    this.size = size;
    starts = new int[images + 1];
    char[] allGroups = new char[pixels.start(images)];
    int[] allBytes = new int[pixels.start(images)];
    for (int image = 0; image < images; image++) {
      int next = starts[image];
      for (int k = pixels.start(image); k < pixels.start(image + 1); k++) {
        int pixel = pixels.entries()[k] >>> ActivePixels.PIXEL_SHIFT;
        int group = pixel / size;
        if (next == starts[image] || allGroups[next - 1] != group) {
          allGroups[next++] = (char) group;
        }
        allBytes[next - 1] |= (pixels.entries()[k] & ActivePixels.BYTE) << pixel % size * Byte.SIZE;
      }
      starts[image + 1] = next;
    }
    groups = Arrays.copyOf(allGroups, starts[images]);
    bytes = Arrays.copyOf(allBytes, starts[images]);
  }

  /** Pixels of a group. */
  int size() {
    return size;
  }

  /** Where an image's groups begin; those of the next image begin behind them. */
  public int start(int image) {
    return starts[image];
  }

  /** Which group of its image each is; shared, to be left as they are. */
  public char[] groups() {
    return groups;
  }

  /** The bytes of each, the first pixel's lowest; shared, to be left as they are. */
  public int[] bytes() {
    return bytes;
  }
}
