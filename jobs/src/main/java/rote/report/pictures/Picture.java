package rote.report.pictures;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A PNG picture, in base64. Each point has two pixels, so it is crisp. */
public record Picture(int width, int height, String base64) {
  private static final int SCALE = 2;
  private static final int GRADES = 31; // per channel

  public static Picture of(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SCALE * width, SCALE * height);
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    drawing.accept(graphics);
    graphics.dispose();
    coarsen(image);
    return new Picture(width, height, Base64.getEncoder().encodeToString(png(image)));
  }

  /** Whether text can be drawn: that needs fonts and their library. */
  public static boolean canBeDrawn() {
    try {
      of(1, 1, graphics -> graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("a"));
      return true;
    } catch (RuntimeException | LinkageError | InternalError | AWTError e) { // JVMs throw any of them
      return false;
    }
  }

  /** Fewer colours look the same and make the file much smaller. */
  private static void coarsen(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = grade(pixels[p], 16) | grade(pixels[p], 8) | grade(pixels[p], 0);
    }
  }

  /** Rounds one channel; black stays black and white white. */
  private static int grade(int pixel, int bit) {
    int level = Math.round((pixel >> bit & 0xff) / 255f * GRADES);
    return Math.round(level * 255f / GRADES) << bit;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0); // slow but small: PNG is lossless
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
    writer.dispose();
    return bytes.toByteArray();
  }
}
