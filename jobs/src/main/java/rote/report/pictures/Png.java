package rote.report.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture of 256 colours in the PNG format; the first colour is transparent. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Png() {}

  /**
   * @param pixels [height][width] of colours
   * @param colours [256][3], red, green and blue
   */
  static byte[] of(int width, int height, byte[] pixels, byte[] colours) throws IOException {
    Png png = new Png();
    png.bytes.write(SIGNATURE);
    png.chunk("IHDR", header(width, height));
    png.chunk("PLTE", colours);
    png.chunk("tRNS", new byte[] {0}); // the first colour is transparent
    png.chunk("IDAT", lines(width, height, pixels));
    png.chunk("IEND", new byte[0]);
    return png.bytes.toByteArray();
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(header);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, 3, 0, 0, 0}); // 8 bits, palette, deflate, standard filters, not interlaced
    return header.toByteArray();
  }

  private static byte[] lines(int width, int height, byte[] pixels) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(lines)) {
      for (int y = 0; y < height; y++) {
        out.write(0); // no filter
        out.write(pixels, y * width, width);
      }
    }
    return lines.toByteArray();
  }

  private void chunk(String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) sum.getValue());
  }
}
