package rote.data;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The nonzero pixels of images, image after image in ascending order, for images that are mostly zero: compressed sparse rows.
 */
public final class ActivePixels {
  /** An entry is {@code pixel << PIXEL_SHIFT | byte}. */
  public static final int PIXEL_SHIFT = 8;
  public static final int BYTE = 0xff;

  private static final int SLACK = 16; // extra entries at the end, for whole vectors

  /** From this share of nonzero pixels, multiplying by zeros is faster than skipping them. */
  private static final double DENSE = 0.3;

  private final int[] starts; // [images + 1], where each image's entries begin
  private final int[] entries; // of all images, then zeros
  private Object arranged; // by kernels

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

  /** Lists the pixels of images, [images][width]; returns null if too many are nonzero. */
  public static ActivePixels of(byte[] pixels, int width) {
    int total = 0;
    for (byte pixel : pixels) {
      total += pixel == 0 ? 0 : 1;
    }
    return total < DENSE * pixels.length ? new ActivePixels(pixels, width, total) : null;
  }

  /** Returns where an image's entries begin; they end where the next image's begin. */
  public int start(int image) {
    return starts[image];
  }

  /** Returns all entries and 16 more; shared, so not to be changed. */
  public int[] entries() {
    return entries;
  }

  public int images() {
    return starts.length - 1;
  }

  /** Returns the last arrangement of the same pixels if it fits; otherwise makes one and keeps it for all trials of the JVM. */
  public synchronized <T> T arranged(Class<T> kind, Predicate<T> fits, Supplier<T> making) {
    if (!kind.isInstance(arranged) || !fits.test(kind.cast(arranged))) {
      arranged = making.get();
    }
    return kind.cast(arranged);
  }
}
