package rote.report.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;

/** Some examples of a data set side by side in one picture, in grey or in colour. */
public final class ExampleStrip {
  private static final int MAX_SIDE = 64; // larger images are scaled down
  private static final int GAP = 1; // transparent
  private static final int OPAQUE = 0xff000000;

  private final Examples images;
  private final Shape shape;
  private final int down; // of one example, its channels below each other unless they are colours

  /** @param rows of the training set, at least one */
  public ExampleStrip(Dataset data, int[] rows) {
    Shape full = data.shape();
    int side = Math.max(full.height(), full.width());
    Shape small = side <= MAX_SIDE ? full : new Shape(full.channels(), Math.max(1, full.height() * MAX_SIDE / side),
        Math.max(1, full.width() * MAX_SIDE / side));
    Examples some = data.training().at(rows);
    this.images = new Dataset("some", full, data.classes(), some, some).scaledTo(small).training();
    this.shape = small;
    this.down = isColour() ? shape.height() : shape.channels() * shape.height();
  }

  private boolean isColour() {
    return shape.channels() == 3;
  }

  public int width() {
    return images.count() * (shape.width() + GAP) - GAP;
  }

  public int height() {
    return down;
  }

  /** Returns a URI for an {@code img} element. */
  public String uri() {
    BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
    for (int e = 0; e < images.count(); e++) {
      for (int k = 0; k < down * shape.width(); k++) {
        picture.setRGB(e * (shape.width() + GAP) + k % shape.width(), k / shape.width(), colour(e * shape.size() + k));
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** @param at of the first channel */
  private int colour(int at) {
    int plane = isColour() ? shape.height() * shape.width() : 0;
    return OPAQUE | byteAt(at) << 16 | byteAt(at + plane) << 8 | byteAt(at + 2 * plane);
  }

  private int byteAt(int at) {
    return images.pixels()[at] & 0xff;
  }
}
