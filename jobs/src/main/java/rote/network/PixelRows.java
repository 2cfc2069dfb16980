package rote.network;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import rote.data.Examples;
import rote.data.Inputs;

/** The nonzero pixels of images that are mostly zero, image after image in ascending order: compressed sparse rows (CSR). */
public final class PixelRows {
  /** An entry is {@code pixel << PIXEL_SHIFT | byte}. */
  public static final int PIXEL_SHIFT = 8;
  public static final int BYTE = 0xff;

  private static final int SLACK = 16; // extra entries at the end, for whole vectors

  /** From this share of nonzero pixels, multiplying by zeros is faster than skipping them. */
  private static final double DENSE = 0.3;

  /** By the images, which trials of a JVM share. */
  private static final Map<Examples, Optional<PixelRows>> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private final int[] starts; // [images + 1], where each image's entries begin
  private final int[] entries; // of all images, then zeros

  private PixelRows(byte[] pixels, int width, int total) {
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

  /** Lists the pixels of all images that these inputs are taken from, once per JVM; empty for floats, or if few are zero. */
  public static Optional<PixelRows> of(Inputs inputs) {
    return inputs.images() == null ? Optional.empty()
        : MADE.computeIfAbsent(inputs.images(), images -> of(images.pixels(), images.size()));
  }

  /** Lists the pixels of images, [images][width]; empty if too many are nonzero. */
  public static Optional<PixelRows> of(byte[] pixels, int width) {
    int total = 0;
    for (byte pixel : pixels) {
      total += pixel == 0 ? 0 : 1;
    }
    return total < DENSE * pixels.length ? Optional.of(new PixelRows(pixels, width, total)) : Optional.empty();
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
}
