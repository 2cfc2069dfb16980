package rote.data.formats;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import rote.data.Shape;
import rote.files.InputException;

/**
 * Decodes PNG images of up to 8 bits, grey or in colour, by the JDK's ImageIO. It sees only the chunks that hold pixels, after their
 * sizes and checksums are checked: texts and profiles can be bombs, and it does not look at checksums.
 */
public final class PngImages {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> OF_PIXELS = Set.of("PLTE", "IDAT", "IEND");
  private static final int HEADER = 13; // bytes
  private static final int MAX_NUMBERS = 1 << 20; // of an image, in all channels
  private static final int COLOURED = 2; // bits of the colour type
  private static final int ALPHA = 4;
  private static final int OPAQUE = 255;

  private final ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();

  /** @param pixels channel by channel, row by row, as {@link Shape} says */
  public record Image(Shape shape, byte[] pixels) {}

  /**
   * @param place names the image in error messages
   * @throws InputException if it is no PNG image, damaged, too large, of 16 bits, or transparent
   */
  public Image decode(byte[] file, String place) {
    try {
      ByteArrayOutputStream checked = new ByteArrayOutputStream(file.length);
      Shape shape = check(ByteBuffer.wrap(file), checked, place);
      return new Image(shape, pixels(read(checked.toByteArray()), shape, place));
    } catch (BufferUnderflowException e) {
      throw new InputException(place + ": is a damaged PNG image: it ends too early", e);
    } catch (IOException | RuntimeException e) {
      if (e instanceof InputException said) {
        throw said;
      }
      throw new InputException(place + ": is a damaged PNG image: its pixels cannot be unpacked", e);
    }
  }

  /** Copies the chunks of pixels, and returns the shape in the header. */
  private static Shape check(ByteBuffer file, ByteArrayOutputStream checked, String place) {
    byte[] start = new byte[Math.min(SIGNATURE.length, file.remaining())];
    file.get(start);
    if (!Arrays.equals(start, SIGNATURE)) {
      boolean isJpeg = start.length > 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xd8;
      throw new InputException(place + ": is not a PNG image: " + (start.length == 0 ? "it is empty"
          : "it begins with " + HexFormat.of().formatHex(start, 0, Math.min(4, start.length))
              + (isJpeg ? ", as JPEG does; save the images as PNG" : ", and PNG with 89504e47")));
    }
    checked.writeBytes(start);
    Shape shape = null;
    for (String type = ""; !type.equals("IEND");) {
      int from = file.position();
      int length = file.getInt();
      byte[] name = new byte[4];
      file.get(name);
      type = new String(name, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > file.remaining() - 4) {
        throw new BufferUnderflowException();
      }
      int content = file.position();
      checkSum(file, from, length, place);
      boolean isFirst = shape == null;
      if (isFirst) {
        if (!type.equals("IHDR") || length != HEADER) {
          throw new InputException(place + ": is a damaged PNG image: it does not begin with a header");
        }
        shape = shape(file.slice(content, HEADER), place);
      }
      if (type.equals("tRNS")) {
        throw transparent(place);
      }
      if (isFirst || OF_PIXELS.contains(type)) {
        checked.write(file.array(), from, file.position() - from);
      }
    }
    return shape;
  }

  private static void checkSum(ByteBuffer file, int from, int length, String place) {
    CRC32 sum = new CRC32();
    sum.update(file.array(), from + 4, 4 + length);
    file.position(from + 8 + length);
    if ((int) sum.getValue() != file.getInt()) {
      throw new InputException(place + ": is a damaged PNG image: a checksum in it is wrong");
    }
  }

  private static Shape shape(ByteBuffer header, String place) {
    int width = header.getInt();
    int height = header.getInt();
    int bits = header.get();
    int type = header.get();
    int channels = (type & COLOURED) == 0 ? 1 : 3;
    if (width < 1 || height < 1 || (long) width * height > MAX_NUMBERS / channels) {
      throw new InputException(place + ": is an image of " + Integer.toUnsignedString(width) + " x " + Integer.toUnsignedString(height)
          + (channels == 1 ? " pixels" : " pixels in colour") + "; an image has from 1 to " + MAX_NUMBERS + " numbers");
    }
    if (bits > 8) {
      throw new InputException(place + ": has " + bits + " bits for a number; save the images with 8");
    }
    if (type > (COLOURED | ALPHA) || type < 0) {
      throw new InputException(place + ": is a damaged PNG image: its colour type is " + type);
    }
    return new Shape(channels, height, width);
  }

  private static InputException transparent(String place) {
    return new InputException(place + ": is transparent in places; save the images without transparency");
  }

  private BufferedImage read(byte[] file) throws IOException {
    try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.reset();
    }
  }

  private static byte[] pixels(BufferedImage image, Shape shape, String place) {
    Raster raster = image.getRaster();
    int size = shape.height() * shape.width();
    byte[] pixels = new byte[shape.size()];
    IndexColorModel palette = shape.channels() > 1 && image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
    int levels = (1 << raster.getSampleModel().getSampleSize(0)) - 1; // above black
    boolean hasAlpha = raster.getNumBands() > shape.channels() && palette == null;
    for (int p = 0; p < size; p++) {
      int x = p % shape.width();
      int y = p / shape.width();
      if (hasAlpha && raster.getSample(x, y, shape.channels()) != OPAQUE) {
        throw transparent(place);
      }
      for (int c = 0; c < shape.channels(); c++) {
        pixels[c * size + p] = (byte) (palette == null ? raster.getSample(x, y, c) * 255 / levels
            : palette.getRGB(raster.getSample(x, y, 0)) >> 16 - 8 * c);
      }
    }
    return pixels;
  }
}
