package rote.data.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.List;
import java.util.Set;
import rote.files.InputException;

/**
 * The header of a NumPy file, versions 1 to 3.
 *
 * <p>Six bytes and two of the version come first, then the length of a text: a Python dictionary with the type of the values, their
 * order and their shape ("A simple file format for NumPy arrays", NEP 1). It is read by {@link PythonLiteral}, never evaluated.
 *
 * @param isFortran whether the first index runs fastest, not the last
 */
record NpyHeader(NpyType type, boolean isFortran, int[] shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_TEXT = 1 << 16; // longer ones describe records of many fields
  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /**
   * @param in read to the end of the header
   * @param file names the file in error messages
   * @throws InputException if it is no header, or of an array that is not read
   */
  static NpyHeader read(InputStream in, String file) throws IOException {
    byte[] start = bytes(in, MAGIC.length + 2);
    if (!new String(start, StandardCharsets.ISO_8859_1).startsWith(new String(MAGIC, StandardCharsets.ISO_8859_1))) {
      throw new InputException(file + ": not a NumPy file: begins with 0x" + HexFormat.of().formatHex(start, 0, MAGIC.length)
          + "; numpy.save writes 0x" + HexFormat.of().formatHex(MAGIC));
    }
    int version = start[MAGIC.length] & 0xff;
    if (version < 1 || version > 3) {
      throw new InputException(file + ": is of version " + version + " of NumPy's format; read are 1 to 3");
    }
    long length = littleEndian(bytes(in, version == 1 ? 2 : 4));
    if (length > MAX_TEXT) {
      throw new InputException(file + ": its header of " + length + " bytes is too long; at most " + MAX_TEXT + " are read");
    }
    return of(new String(bytes(in, (int) length), StandardCharsets.ISO_8859_1), file);
  }

  private static byte[] bytes(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static long littleEndian(byte[] bytes) {
    long number = 0;
    for (int b = bytes.length - 1; b >= 0; b--) {
      number = number << 8 | bytes[b] & 0xff;
    }
    return number;
  }

  private static NpyHeader of(String text, String file) {
    Map<String, Object> keys = new PythonLiteral(text, file).dictionary();
    if (!keys.keySet().equals(KEYS) || !(keys.get("fortran_order") instanceof Boolean isFortran)
        || !(keys.get("shape") instanceof List<?> shape)) {
      throw new InputException(file + ": its header must have descr, fortran_order (True or False) and shape (a tuple), was "
          + PythonLiteral.shown(text));
    }
    if (!(keys.get("descr") instanceof String type)) {
      throw new InputException(file + ": holds records of several fields (a structured type); write each field as an array of its own");
    }
    return new NpyHeader(NpyType.of(type, file), isFortran, lengths(shape, file));
  }

  private static int[] lengths(List<?> shape, String file) {
    double size = 1;
    for (Object length : shape) {
      size *= length instanceof Long number ? number : -1;
      if (size < 0 || size > MAX_VALUES) {
        throw new InputException(file + ": impossible shape: " + shown(shape) + "; at most " + MAX_VALUES + " values are read");
      }
    }
    if (size == 0 || shape.isEmpty()) {
      throw new InputException(file + (shape.isEmpty() ? ": is a single number, not an array" : ": is empty: its shape is " + shown(shape)));
    }
    return shape.stream().mapToInt(length -> ((Long) length).intValue()).toArray();
  }

  private static String shown(List<?> shape) {
    String text = String.join("x", shape.stream().map(String::valueOf).toList());
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  int count() {
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    return count;
  }

  /** Returns the index of the value that comes as number {@code k} in the file. */
  int[] index(int k) {
    int[] index = new int[shape.length];
    int rest = k;
    for (int i = 0; i < shape.length; i++) {
      int d = isFortran ? i : shape.length - 1 - i;
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return index;
  }
}
