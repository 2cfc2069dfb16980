package rote.data.tables;

import java.util.Arrays;
import java.util.Locale;
import rote.data.Shape;
import rote.data.formats.PngImages;
import rote.files.InputException;

/** The images in a column, decoded: all of one size. */
final class ImageColumn {
  private static final int MAX = Integer.MAX_VALUE - 8;

  private final PngImages decoder = new PngImages();
  private Shape shape; // null before the first image
  private byte[] pixels = new byte[0];
  private int size;

  /** @param place names the cell in error messages */
  void add(byte[] png, String place) {
    PngImages.Image image = decoder.decode(png, place);
    if (shape != null && !shape.equals(image.shape())) {
      throw new InputException(place + ": is an image of " + words(image.shape()) + ", and the first is one of " + words(shape)
          + "; all must be alike");
    }
    shape = image.shape();
    reserve(image.pixels().length, place);
    System.arraycopy(image.pixels(), 0, pixels, size, image.pixels().length);
    size += image.pixels().length;
  }

  private void reserve(int more, String place) {
    if (more <= pixels.length - size) {
      return;
    }
    long room = Math.min(MAX, Runtime.getRuntime().maxMemory() / 4); // two copies while it grows, and as many to train on
    if ((long) size + more > room) {
      throw new InputException(place + ": the images before it have " + String.format(Locale.ROOT, "%,d", size)
          + " pixels, and this program has no memory for more; take fewer rows, or give it a larger heap");
    }
    pixels = Arrays.copyOf(pixels, (int) Math.min(room, Math.max(2L * size, (long) size + more)));
  }

  static String words(Shape shape) {
    return shape.height() + " x " + shape.width() + " pixels" + (shape.channels() == 1 ? " in grey" : " in colour");
  }

  Shape shape() {
    return shape;
  }

  byte[] pixels() {
    return Arrays.copyOf(pixels, size);
  }
}
