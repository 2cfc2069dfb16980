package rote.data.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.files.InputException;

/**
 * A reader of the Python dictionary in a NumPy file's header, and of nothing else: texts without escapes, whole numbers, True, False,
 * tuples and lists.
 */
final class PythonLiteral {
  private static final int MAX_SHOWN = 80;
  private static final int MAX_DEPTH = 4;
  private static final int MAX_DIGITS = 18; // of a number that fits in a long

  private final String text;
  private final String file;
  private int at;

  /** @param file names the file in error messages */
  PythonLiteral(String text, String file) {
    this.text = text;
    this.file = file;
  }

  /** @throws InputException if the text is anything but a dictionary of such values */
  Map<String, Object> dictionary() {
    Map<String, Object> keys = new LinkedHashMap<>();
    demand('{');
    while (!accepts('}')) {
      if (!keys.isEmpty()) {
        demand(',');
        if (accepts('}')) {
          break;
        }
      }
      String key = text();
      demand(':');
      if (keys.put(key, value(0)) != null) {
        throw error();
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw error();
    }
    return keys;
  }

  private Object value(int depth) {
    skipBlanks();
    char first = at < text.length() ? text.charAt(at) : 0;
    if (depth > MAX_DEPTH) {
      throw error();
    }
    return switch (first) {
      case '\'', '"' -> text();
      case '(' -> items('(', ')', depth);
      case '[' -> Map.of("list", items('[', ']', depth)); // not a tuple
      case 'T' -> word("True", true);
      case 'F' -> word("False", false);
      default -> number();
    };
  }

  private List<Object> items(char begin, char end, int depth) {
    List<Object> items = new ArrayList<>();
    demand(begin);
    while (!accepts(end)) {
      if (!items.isEmpty()) {
        demand(',');
        if (accepts(end)) {
          break;
        }
      }
      items.add(value(depth + 1));
    }
    return items;
  }

  private String text() {
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : 0;
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw error();
    }
    String read = text.substring(at + 1, end);
    at = end + 1;
    return read;
  }

  private Object word(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw error();
    }
    at += word.length();
    return value;
  }

  /** Python 2 wrote an L behind some numbers. */
  private Long number() {
    int begin = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == begin || at - begin > MAX_DIGITS) {
      at = begin;
      throw error();
    }
    long number = Long.parseLong(text.substring(begin, at));
    at += text.startsWith("L", at) ? 1 : 0;
    return number;
  }

  private void demand(char wanted) {
    if (!accepts(wanted)) {
      throw error();
    }
  }

  private boolean accepts(char wanted) {
    skipBlanks();
    boolean isThere = at < text.length() && text.charAt(at) == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
      at++;
    }
  }

  private InputException error() {
    return new InputException(file + ": its header is not the dictionary that NumPy writes, from character " + (at + 1) + " on: " + shown(text));
  }

  /** Returns the beginning of a text as one line of printable characters. */
  static String shown(String text) {
    String line = text.strip().replaceAll("[^ -~]", "?");
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "..." : line;
  }
}
