package rote.data;

import java.util.function.Predicate;
import java.util.function.Supplier;

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
  private Object arranged; // what kernels made of the entries last

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
  public static ActivePixels of(byte[] pixels, int width) {
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

  public int images() {
    return starts.length - 1;
  }

  /**
   * Keeps another arrangement of the same pixels for all trials of a JVM: one at a time.
   *
   * @param fits whether the one that is kept is the one that is asked for
   * @param making makes it where it is not
   */
  public synchronized <T> T arranged(Class<T> kind, Predicate<T> fits, Supplier<T> making) {
    if (!kind.isInstance(arranged) || !fits.test(kind.cast(arranged))) {
      arranged = making.get();
    }
    return kind.cast(arranged);
  }
}
