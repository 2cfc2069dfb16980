package rote.data;

import java.io.Serializable;

/** The extent of one image: channels, then rows, then columns, in the order in which its pixels are stored. */
public record Shape(int channels, int height, int width) implements Serializable {
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image needs at least one pixel, was " + channels + "x" + height + "x" + width);
    }
  }

  /** Pixels of one image, all channels together. */
  public int size() {
    return channels * height * width;
  }
}
