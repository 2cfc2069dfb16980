package rote.data;

import java.util.Arrays;

/**
 * The images of {@link ActivePixels} by pairs of neighbouring pixels, of which one at least is not zero, image after image,
 * in ascending order: pair p is pixels 2 p and 2 p + 1.
 */
public final class ActivePairs {
  /** An entry is {@code pair << PAIR_SHIFT | second byte << 8 | first byte}. */
  public static final int PAIR_SHIFT = 16;

  private final int[] starts; // [images + 1], where each image's entries begin
  private final int[] entries; // all images' one after the other

  ActivePairs(ActivePixels pixels, int images) {
    starts = new int[images + 1];
    int[] all = new int[pixels.start(images)];
    for (int image = 0; image < images; image++) {
      starts[image + 1] = append(pixels.entries(), pixels.start(image), pixels.start(image + 1), all, starts[image]);
    }
    entries = Arrays.copyOf(all, starts[images]);
  }

  private static int append(int[] pixels, int from, int to, int[] entries, int at) {
    int next = at;
    for (int k = from; k < to; k++) {
      int pixel = pixels[k] >>> ActivePixels.PIXEL_SHIFT;
      int pair = pixel >> 1 << PAIR_SHIFT;
      if (next == at || entries[next - 1] >>> PAIR_SHIFT << PAIR_SHIFT != pair) {
        entries[next++] = pair;
      }
      entries[next - 1] |= (pixels[k] & ActivePixels.BYTE) << pixel % 2 * Byte.SIZE;
    }
    return next;
  }

  /** Where an image's entries begin; those of the next image begin behind them. */
  public int start(int image) {
    return starts[image];
  }

  /** The entries of all images; shared, to be left as they are. */
  public int[] entries() {
    return entries;
  }
}
