package rote.data;

/**
 * The pixels of many images that are not zero, image after image, in ascending order: where most are, as four fifths of a
 * written digit's.
 */
public final class ActivePixels {
  /** An entry is {@code pixel << PIXEL_SHIFT | byte}. */
  public static final int PIXEL_SHIFT = 8;
  /** The bits of an entry that hold the byte. */
  public static final int BYTE = 0xff;

  private static final int SLACK = 16; // entries behind the last, for whole vectors

  /** From this share of pixels on, multiplying zeros too is faster than leaving them out. */
  private static final double DENSE = 0.3;

  private final int[] starts; // [images + 1], where each image's entries begin
  private final int[] entries; // all images' one after the other, and some zeros
  private PixelGroups groups; // of the size that was asked for last

  private ActivePixels(byte[] pixels, int width, int total) {
    entries = new int[total + SLACK];
    starts = new int[pixels.length / width + 1];
    int at = 0;
    for (int image = 0; image < starts.length - 1; image++) {
      for (int k = 0; k < width; k++) {
        int pixel = pixels[image * width + k] & BYTE;
        if (pixel != 0) {
          entries[at++] = k << PIXEL_SHIFT | pixel;
        }
      }
      starts[image + 1] = at;
    }
  }

  /**
   * The lists of some images, or null where they would be too long to be worth while.
   *
   * @param pixels [images][width]
   */
  static ActivePixels of(byte[] pixels, int width) {
    int total = 0;
    for (byte pixel : pixels) {
      total += pixel == 0 ? 0 : 1;
    }
    return total < DENSE * pixels.length ? new ActivePixels(pixels, width, total) : null;
  }

  /** Where an image's entries begin; those of the next image begin behind them. */
  public int start(int image) {
    return starts[image];
  }

  /** The pixels that are not zero, and 16 entries more; shared, to be left as it is. */
  public int[] entries() {
    return entries;
  }

  /**
   * The same images by groups of neighbouring pixels; made when first asked for, and kept until another size is.
   *
   * @param size pixels of a group, 4 at most
   */
  public synchronized PixelGroups groups(int size) {
    if (groups == null || groups.size() != size) {
      groups = new PixelGroups(this, starts.length - 1, size);
    }
    return groups;
  }
}
