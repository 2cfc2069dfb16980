package rote.files.yaml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a value in an error message: its kind and a short text in one line. */
public final class QuotedValue {
  private static final int MAX_LENGTH = 60;

  private QuotedValue() {}

  public static String of(Object value) {
    if (value == null) {
      return "empty";
    }
    return (value instanceof Map ? "a map " : value instanceof List ? "the list " : "") + spelling(value);
  }

  /** Replaces what would break a line. */
  static String line(String text) {
    return String.valueOf(text).replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]", "?");
  }

  private static String spelling(Object value) {
    String text = line(flow(value));
    String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    return value instanceof String ? "\"" + cut + "\"" : cut;
  }

  /** Writes a value as YAML in one line; of a long one only the beginning matters. */
  static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().limit(MAX_LENGTH).map(entry -> flow(entry.getKey()) + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof List<?> list
        ? list.stream().limit(MAX_LENGTH).map(QuotedValue::flow).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(value);
  }
}
