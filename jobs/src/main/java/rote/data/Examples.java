package rote.data;

import java.io.Serializable;

/**
 * Labelled images, such as a training set. The arrays are shared, so not to be changed.
 */
public final class Examples implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] pixels; // [count][size of an image], 0..255
  private final byte[] labels; // [count], 0..classes-1
  private transient ActivePixels active; // null if most pixels are nonzero
  private transient boolean isListed;

  public Examples(byte[] pixels, byte[] labels) {
    if (labels.length == 0 || pixels.length % labels.length != 0) {
      throw new IllegalArgumentException(pixels.length + " pixels do not divide among " + labels.length + " labels");
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  public int count() {
    return labels.length;
  }

  /** Returns the number of pixels of one image. */
  public int size() {
    return pixels.length / labels.length;
  }

  public byte[] pixels() {
    return pixels;
  }

  /** Returns the nonzero pixels, listed once per JVM; null if most are. */
  synchronized ActivePixels active() {
    if (!isListed) {
      active = ActivePixels.of(pixels, size());
      isListed = true;
    }
    return active;
  }

  public byte[] labels() {
    return labels;
  }
}
