package rote.data;

import java.io.Serializable;

/**
 * Images with their labels, as bytes: what a training or a test set is.
 *
 * <p>The arrays are shared, not copied: whoever reads them leaves them as they are.
 */
public final class Examples implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] pixels; // [count][size of an image], 0..255
  private final byte[] labels; // [count], 0..classes-1
  private transient ActivePixels active; // made when first asked for, once a JVM; null where most pixels are active
  private transient boolean isListed; // whether that was decided

  /**
   * @param pixels count x (size of an image) bytes, image after image
   * @param labels count bytes, the class of each image
   */
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

  /** Pixels of one image. */
  public int size() {
    return pixels.length / labels.length;
  }

  /** All pixels, [count][size]. */
  public byte[] pixels() {
    return pixels;
  }

  /** The pixels that are not zero, listed once and shared by all trials of a JVM; null where zeros are few. */
  synchronized ActivePixels active() {
    if (!isListed) {
      active = ActivePixels.of(pixels, size());
      isListed = true;
    }
    return active;
  }

  /** All labels, [count]. */
  public byte[] labels() {
    return labels;
  }
}
