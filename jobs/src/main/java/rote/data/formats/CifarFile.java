package rote.data.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import rote.data.Shape;
import rote.files.InputException;

/**
 * Reads files of labelled images in the binary format of CIFAR-10 and CIFAR-100.
 *
 * <p>A row is one byte for each label, then 1,024 bytes each for red, green and blue, row by row of the image (Krizhevsky,
 * "Learning multiple layers of features from tiny images", 2009). There is no header, so only the length can be checked.
 */
final class CifarFile {
  static final Shape SHAPE = new Shape(3, 32, 32);

  private CifarFile() {}

  /**
   * @param plain read to its end, not closed
   * @param file names the file in error messages
   * @param labels receives one label per row; its room says how many rows there must be
   * @throws InputException if there are fewer or more rows, or a label is too large
   */
  static void read(CifarForm form, InputStream plain, String file, ByteBuffer labels, ByteBuffer pixels) throws IOException {
    int rows = labels.remaining();
    int rowBytes = form.rowBytes();
    byte[] row = new byte[rowBytes];
    for (int r = 0; r < rows; r++) {
      int length = plain.readNBytes(row, 0, rowBytes);
      if (length < rowBytes) {
        throw new InputException(file + ": too short: has " + ((long) r * rowBytes + length) + " bytes" + right(rows, rowBytes));
      }
      labels.put(form.label(row, file, r));
      pixels.put(row, form.labelBytes(), SHAPE.size());
    }
    if (plain.read() >= 0) {
      throw new InputException(file + ": too long: has more than " + (long) rows * rowBytes + " bytes" + right(rows, rowBytes));
    }
  }

  private static String right(int rows, int rowBytes) {
    return "; " + rows + " rows of " + rowBytes + " bytes are " + (long) rows * rowBytes;
  }
}
