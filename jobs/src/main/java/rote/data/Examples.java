package rote.data;

import java.io.Serializable;

/** Labelled images, such as a training set. The arrays are shared, so not to be changed. */
public final class Examples implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] pixels; // [count][size of an image], 0..255
  private final byte[] labels; // [count], 0..classes-1

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

  public byte[] labels() {
    return labels;
  }
}
