package rote.data.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import rote.data.Shape;
import rote.files.InputException;

/**
 * Reads files of labelled images in the binary format of CIFAR-10.
 *
 * <p>A row is one byte for the label, then 1,024 bytes each for red, green and blue, row by row of the image (Krizhevsky,
 * "Learning multiple layers of features from tiny images", 2009). There is no header, so only the length can be checked.
 */
final class CifarFile {
  static final Shape SHAPE = new Shape(3, 32, 32);
  static final int CLASSES = 10;

  private static final int ROW_BYTES = 1 + SHAPE.size();

  private CifarFile() {}

  /**
   * @param plain read to its end, not closed
   * @param file names the file in error messages
   * @param labels receives one label per row; its room says how many rows there must be
   * @throws InputException if there are fewer or more rows, or a label is too large
   */
  static void read(InputStream plain, String file, ByteBuffer labels, ByteBuffer pixels) throws IOException {
    int rows = labels.remaining();
    byte[] row = new byte[ROW_BYTES];
    for (int r = 0; r < rows; r++) {
      int length = plain.readNBytes(row, 0, ROW_BYTES);
      if (length < ROW_BYTES) {
        throw new InputException(file + ": too short: has " + ((long) r * ROW_BYTES + length) + " bytes" + right(rows));
      }
      labels.put(label(row[0], file, r));
      pixels.put(row, 1, SHAPE.size());
    }
    if (plain.read() >= 0) {
      throw new InputException(file + ": too long: has more than " + (long) rows * ROW_BYTES + " bytes" + right(rows));
    }
  }

  private static byte label(byte label, String file, int row) {
    if ((label & 0xff) >= CLASSES) {
      throw new InputException(file + ": label " + row + " is " + (label & 0xff) + "; labels are 0 to " + (CLASSES - 1));
    }
    return label;
  }

  private static String right(int rows) {
    return "; " + rows + " rows of " + ROW_BYTES + " bytes are " + (long) rows * ROW_BYTES;
  }
}
