package rote.report.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.TrialResult;

/** Images of one size in one picture, with transparent gaps. */
public final class Sheet {
  private static final int ACROSS = 10;
  private static final int GAP = 1;

  /** Colours 1 to 255, from the lowest value to the highest. */
  public enum Palette {
    /** Orange below zero, white at zero, blue above. */
    DIVERGING(0xd55e00, 0xffffff, 0x0072b2),
    GREY(0x000000, 0x808080, 0xffffff);

    private final int[] stops;

    Palette(int... stops) {
      this.stops = stops;
    }

    byte[] colours() {
      byte[] colours = new byte[256 * 3];
      for (int k = 3; k < colours.length; k++) {
        colours[k] = (byte) channel((k / 3 - 1) / 127.0, 16 - k % 3 * 8);
      }
      return colours;
    }

    /** One channel of the colour at a place from 0 (low) over 1 (middle) to 2 (high). */
    private int channel(double at, int bit) {
      int stop = at < 1 ? 0 : 1;
      int from = stops[stop] >> bit & 0xff;
      return (int) Math.round(from + (at - stop) * ((stops[stop + 1] >> bit & 0xff) - from));
    }
  }

  private final int width;
  private final int height;
  private final byte[] pixels; // [height][width] of colours; 0 is the gap
  private final Palette palette;

  /**
   * Puts the channels of an image below each other.
   *
   * @param images at least one
   * @param low the value of the first colour
   * @param high the value of the last
   */
  public Sheet(List<ProbeItem> images, Palette palette, float low, float high) {
    List<Integer> shape = images.get(0).shape();
    int across = shape.get(shape.size() - 1);
    int down = images.get(0).values().length / across;
    int columns = Math.min(ACROSS, images.size());
    int rows = (images.size() + columns - 1) / columns;
    this.width = columns * (across + GAP) - GAP;
    this.height = rows * (down + GAP) - GAP;
    this.pixels = new byte[width * height];
    this.palette = palette;
    for (int i = 0; i < images.size(); i++) {
      float[] values = images.get(i).values();
      int corner = i / columns * (down + GAP) * width + i % columns * (across + GAP);
      for (int k = 0; k < values.length; k++) {
        pixels[corner + k / across * width + k % across] = (byte) colour((values[k] - low) / (high - low));
      }
    }
  }

  /** For weights: zero is white. */
  static Sheet diverging(List<ProbeItem> images) {
    float reach = 0;
    for (ProbeItem image : images) {
      for (float value : image.values()) {
        reach = Math.max(reach, Math.abs(value));
      }
    }
    float scale = reach == 0 ? 1 : reach;
    return new Sheet(images, Palette.DIVERGING, -scale, scale);
  }

  public static Sheet of(TrialResult result, Probe probe) {
    List<ProbeItem> images = images(result, probe);
    boolean isDrawn = probe == Probe.DRAWN_DIGITS || probe == Probe.JUDGED_DRAWINGS || probe == Probe.SECOND_LAYER;
    return isDrawn ? new Sheet(images, Palette.GREY, 0, 1) : diverging(images);
  }

  public static List<ProbeItem> images(TrialResult result, Probe probe) {
    return result.probes().stream().filter(item -> item.probe() == probe && item.shape().size() > 1).toList();
  }

  private static int colour(float share) {
    return 1 + Math.max(0, Math.min(254, Math.round(254 * share)));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** A URI for an {@code img} element. */
  public String uri() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
  }

  byte[] png() {
    try {
      return Png.of(width, height, pixels, palette.colours());
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
  }
}
