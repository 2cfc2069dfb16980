package rote.network.vector;

import rote.data.ActivePixels;

/**
 * The groups of neighbouring pixels of {@link ActivePixels} that are not all zero, image after image in ascending order. With a
 * size of 2, group g is pixels 2 g and 2 g + 1. The field calls this block compressed sparse rows.
 */
final class PixelGroups {
  private final int size; // pixels of a group
  private final int[] starts; // [images + 1], where each image's groups begin
  private final char[] groups; // of all images
  private final int[] bytes; // of each group, the first pixel's byte lowest

  /**
   * Returns the groups, which are made once for each list of pixels, and again for another size.
   *
   * @param size pixels per group, at most 4
   */
  static PixelGroups of(ActivePixels pixels, int size) {
    return pixels.arranged(PixelGroups.class, groups -> groups.size == size, () -> new PixelGroups(pixels, size));
  }

  /** No image has so many pixels that a char would not count their groups. */
  private PixelGroups(ActivePixels pixels, int size) {
    int images = pixels.images();
    this.size = size;
    starts = new int[images + 1];
    for (int image = 0; image < images; image++) {
      int last = -1;
      int count = 0;
      for (int k = pixels.start(image); k < pixels.start(image + 1); k++) {
        int group = group(pixels, k);
        count += group == last ? 0 : 1;
        last = group;
      }
      starts[image + 1] = starts[image] + count;
    }
    groups = new char[starts[images]];
    bytes = new int[starts[images]];
    for (int image = 0; image < images; image++) {
      fill(pixels, pixels.start(image), pixels.start(image + 1), starts[image] - 1);
    }
  }

  /** @param before the position before the image's first group */
  private void fill(ActivePixels pixels, int from, int to, int before) {
    int at = before;
    for (int k = from; k < to; k++) {
      int group = group(pixels, k);
      if (at == before || groups[at] != group) {
        groups[++at] = (char) group;
      }
      int pixel = pixels.entries()[k] >>> ActivePixels.PIXEL_SHIFT;
      bytes[at] |= (pixels.entries()[k] & ActivePixels.BYTE) << pixel % size * Byte.SIZE;
    }
  }

  private int group(ActivePixels pixels, int k) {
    return (pixels.entries()[k] >>> ActivePixels.PIXEL_SHIFT) / size;
  }

  /** Returns where an image's groups begin; they end where the next image's begin. */
  int start(int image) {
    return starts[image];
  }

  /** Returns the number of each group within its image; shared, so not to be changed. */
  char[] groups() {
    return groups;
  }

  /** Returns the bytes of each group, the first pixel's lowest; shared, so not to be changed. */
  int[] bytes() {
    return bytes;
  }
}
