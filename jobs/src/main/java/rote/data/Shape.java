package rote.data;

import java.io.Serializable;

/** The shape of one image; its pixels are stored channel by channel, row by row. */
public record Shape(int channels, int height, int width) implements Serializable {
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException("an image needs at least one pixel, was " + channels + "x" + height + "x" + width);
    }
  }

  /** Returns the shape of features that are no picture. */
  public static Shape ofFeatures(int count) {
    return new Shape(1, 1, count);
  }

  /** Returns whether this is one row of numbers. */
  public boolean isRow() {
    return channels == 1 && height == 1;
  }

  /** Returns the number of pixels of one image, in all channels. */
  public int size() {
    return channels * height * width;
  }
}
