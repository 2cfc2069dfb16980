package rote.data.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rote.files.InputException;

/**
 * The type of the values in a NumPy file.
 *
 * @param kind {@code b} for truth values, {@code i} and {@code u} for integers with and without sign, {@code f} for real numbers
 * @param size in bytes: 1, 2, 4 or 8
 */
record NpyType(char kind, int size, ByteOrder order) {
  private static final Pattern NUMBERS = Pattern.compile("([<>|])(b1|[iu][1248]|f[248])");
  private static final Map<Character, String> OTHERS = Map.of('f', "real numbers of a size that is not read", 'c', "complex numbers",
      'U', "texts", 'S', "texts", 'M', "dates", 'm', "durations", 'V', "raw bytes");
  private static final int MAX_SHOWN = 20;

  /**
   * @param code as in the header, such as {@code <i8}
   * @param file names the file in error messages
   * @throws InputException if these are no numbers and no truth values
   */
  static NpyType of(String code, String file) {
    Matcher numbers = NUMBERS.matcher(code);
    if (numbers.matches() && (code.charAt(0) != '|' || code.charAt(2) == '1')) {
      return new NpyType(code.charAt(1), code.charAt(2) - '0', code.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
    String shown = code.length() > MAX_SHOWN ? code.substring(0, MAX_SHOWN) + "..." : code;
    if (code.matches("[<>|=]?O[0-9]*")) {
      throw new InputException(file + ": holds Python objects (type " + shown + "), which are never unpickled; "
          + "write numbers, such as array.astype(\"uint8\")");
    }
    String found = code.length() < 2 ? "values" : OTHERS.getOrDefault(code.charAt(1), "values");
    throw new InputException(file + ": holds " + found + ", of type " + shown
        + "; read are bool, integers of 8 to 64 bits, and floats of 16 to 64 bits");
  }

  /** Returns whether values are those of pixels, 0 to 255, and not numbers as they are. */
  boolean isOfPixels() {
    return kind == 'b' || kind == 'u' && size == 1;
  }

  /** Reads the next value; integers beyond 2^53 are rounded. */
  double next(ByteBuffer values) {
    if (kind == 'f') {
      return size == 2 ? half(values.getShort()) : size == 4 ? values.getFloat() : values.getDouble();
    }
    long whole = whole(values);
    return kind == 'b' ? Math.min(whole, 1) : kind == 'u' && whole < 0 ? (whole >>> 1) * 2.0 : whole;
  }

  /** Reads the next value as text. */
  String text(ByteBuffer values) {
    return kind == 'u' ? Long.toUnsignedString(whole(values)) : kind == 'f' ? String.valueOf(next(values)) : String.valueOf(whole(values));
  }

  /** Reads the next integer; those above 2^63 come out negative. */
  private long whole(ByteBuffer values) {
    boolean isSigned = kind == 'i';
    return switch (size) {
      case 1 -> isSigned ? values.get() : values.get() & 0xff;
      case 2 -> isSigned ? values.getShort() : values.getShort() & 0xffff;
      case 4 -> isSigned ? values.getInt() : values.getInt() & 0xffffffffL;
      default -> values.getLong();
    };
  }

  /** Returns what 16 bits mean: a sign, 5 bits of exponent, 10 of fraction. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size = exponent == 0 ? Math.scalb((double) fraction, -24)
        : exponent < 0x1f ? Math.scalb((double) (fraction | 0x400), exponent - 25)
        : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    return bits < 0 ? -size : size;
  }
}
