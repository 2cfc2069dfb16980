package rote.data.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.files.Gzip;
import rote.files.InputException;

/**
 * A file of images or labels in the IDX format of the MNIST database, plain or compressed with gzip.
 *
 * <p>Four bytes give the type and the number of dimensions, four bytes each the lengths of the dimensions; the values follow,
 * last dimension fastest (LeCun, Cortes and Burges, "The MNIST database of handwritten digits").
 */
public final class IdxFile implements ArrayFile {
  static final int UNSIGNED_BYTES = 0x0800;

  private static final Map<Integer, String> TYPES = Map.of(0x09, "signed bytes", 0x0b, "16-bit integers",
      0x0c, "32-bit integers", 0x0d, "32-bit floats", 0x0e, "64-bit floats");
  private static final int MAX_DIMENSIONS = 4;

  private final String file;
  private final int[] dimensions; // the number of items, then the shape of one
  private final byte[] content;
  private final ArrayMemory memory;

  private IdxFile(String file, int[] dimensions, byte[] content, ArrayMemory memory) {
    this.file = file;
    this.dimensions = dimensions;
    this.content = content;
    this.memory = memory;
  }

  /**
   * @param in read to its end, not closed
   * @param file names the file in error messages
   * @param memory of all files of the data set
   * @throws InputException if it is not an IDX file of bytes, too large, or too short or long
   */
  public static IdxFile read(InputStream in, String file, ArrayMemory memory) {
    return Gzip.read(in, file, plain -> {
      int[] dimensions = header(plain, file);
      int size = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
      byte[] content = memory.read(plain, size, announced(file, size));
      if (content.length < size) {
        throw new InputException(
            file + ": too short: its header announces " + size + " bytes, " + content.length + " follow");
      }
      if (plain.read() >= 0) {
        throw new InputException(file + ": too long: more than the " + size + " bytes that its header announces");
      }
      return new IdxFile(file, dimensions, content, memory);
    });
  }

  private static String announced(String file, int size) {
    return file + ": announces " + size + " bytes";
  }

  private static int[] header(InputStream in, String file) throws IOException {
    int magic = integer(in);
    int count = magic & 0xff;
    if (magic >>> 16 != 0 || count < 1 || count > MAX_DIMENSIONS) {
      throw new InputException(file + ": not an IDX file: begins with 0x" + HexFormat.of().toHexDigits(magic)
          + "; images of bytes begin with 0x00000803, labels with 0x00000801");
    }
    if ((magic & 0xff00) != UNSIGNED_BYTES) {
      int type = magic >>> 8 & 0xff;
      throw new InputException(file + ": holds values of type 0x" + HexFormat.of().toHexDigits((byte) type) + " ("
          + TYPES.getOrDefault(type, "unknown") + "); only unsigned bytes, 0x08, are read");
    }
    int[] dimensions = new int[count];
    double size = 1;
    for (int d = 0; d < count; d++) {
      dimensions[d] = integer(in);
      size *= dimensions[d];
      if (dimensions[d] < 1 || size > Integer.MAX_VALUE - 8) {
        throw new InputException(file + ": impossible shape: " + ImageAxes.text(Arrays.copyOf(dimensions, d + 1)) + "...");
      }
    }
    return dimensions;
  }

  private static int integer(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(4);
    if (bytes.length < 4) {
      throw new EOFException();
    }
    return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
  }

  @Override
  public int count() {
    return dimensions[0];
  }

  @Override
  public Shape shape() {
    return axes().shape();
  }

  boolean isChannelsLast() {
    return axes().isChannelsLast();
  }

  private ImageAxes axes() {
    return new ImageAxes(file, dimensions);
  }

  @Override
  public Examples examples(Shape shape, byte[] classes) {
    return new Examples(images(shape), classes);
  }

  /** Returns the images, [count][channels][height][width], which must have the given shape. */
  byte[] images(Shape shape) {
    ImageAxes.demand(shape, shape(), file);
    if (axes().isInOrder(false)) {
      return content;
    }
    memory.take(content.length, announced(file, content.length));
    byte[] arranged = new byte[content.length];
    axes().arrange(false, (k, place) -> arranged[place] = content[k]);
    return arranged;
  }

  /**
   * Returns the same images with rows and columns exchanged.
   *
   * @throws InputException if they have channels
   */
  public IdxFile transposed() {
    if (dimensions.length != 3) {
      throw new InputException(file + ": wrong shape: " + ImageAxes.text(dimensions) + "; only grey images, of 3 dimensions, are transposed");
    }
    int height = dimensions[1];
    int width = dimensions[2];
    memory.demand(content.length, announced(file, content.length)); // it replaces the content
    byte[] turned = new byte[content.length];
    for (int k = 0; k < content.length; k++) {
      int pixel = k % (height * width);
      turned[k - pixel + pixel % width * height + pixel / width] = content[k];
    }
    return new IdxFile(file, new int[] {count(), width, height}, turned, memory);
  }

  @Override
  public byte[] labels() {
    if (dimensions.length != 1) {
      throw new InputException(file + ": wrong shape: " + ImageAxes.text(dimensions) + "; labels have 1 dimension");
    }
    return content;
  }

  /** Returns the labels, which must be below {@code classes}. */
  byte[] labels(int classes) {
    for (int i = 0; i < labels().length; i++) {
      if ((content[i] & 0xff) >= classes) {
        throw new InputException(
            file + ": label " + i + " is " + (content[i] & 0xff) + "; labels are 0 to " + (classes - 1));
      }
    }
    return content;
  }

  /** Returns the digest as if the second of four dimensions were the channels; a single channel is left out of the header. */
  String formerDigest() {
    boolean isOneChannel = dimensions.length == 4 && dimensions[1] == 1;
    return isOneChannel ? Dataset.idx(content, dimensions[0], dimensions[2], dimensions[3]) : digest();
  }

  /** Returns the SHA-256 of the unpacked file. */
  String digest() {
    return Dataset.idx(content, dimensions);
  }

  @Override
  public String toString() {
    return file;
  }
}
