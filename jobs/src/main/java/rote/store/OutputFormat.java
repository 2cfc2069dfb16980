package rote.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import rote.files.InputException;

/**
 * The number of an output's format: 1 where nothing says it, raised whenever earlier programs would misread an output.
 *
 * <p>Manifest and segments both name it, because there are segments before there is a manifest.
 */
public final class OutputFormat {
  public static final int CURRENT = 3;

  static final String IN_MANIFEST = "format";
  static final String IN_SEGMENT = "rote.format";
  private static final int FIRST = 1;

  private OutputFormat() {}

  /** @throws InputException if this program does not know the format */
  static int of(JsonNode stated, String file) {
    return known(stated == null || stated.isNull() ? null : stated.isValueNode() ? stated.asText() : stated, file);
  }

  /** @throws InputException if this program does not know the format */
  public static void demandKnown(Map<String, String> segment, String file) {
    known(segment.get(IN_SEGMENT), file);
  }

  static boolean isKnown(Map<String, String> segment) {
    return number(segment.get(IN_SEGMENT)) != 0;
  }

  private static int known(Object stated, String file) {
    int number = number(stated);
    if (number == 0) {
      throw new InputException(file + ": has format " + stated + ", and this program knows formats " + FIRST + " to "
          + CURRENT + ": use the program that wrote it, or a newer one");
    }
    return number;
  }

  /** Returns 0 for a format that is not known. */
  private static int number(Object stated) {
    String text = stated == null ? String.valueOf(FIRST) : String.valueOf(stated);
    return text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= CURRENT ? Integer.parseInt(text) : 0;
  }
}
