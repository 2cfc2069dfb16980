package rote.files.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends an error message by what to write instead of a value that is common elsewhere, such as {@code yes} or {@code 50%}. */
final class Hint {
  private static final Map<String, String> FLAGS = Map.of("yes", "true", "on", "true", "y", "true", "1", "true",
      "no", "false", "off", "false", "n", "false", "0", "false");

  private Hint() {}

  /** {@code ; write "2024", in quotes} */
  static String text(Object found) {
    return found == null || found instanceof Map || found instanceof List ? "" : "; write \"" + found + "\", in quotes";
  }

  static String flag(Object found) {
    return Optional.ofNullable(FLAGS.get(String.valueOf(found).toLowerCase(java.util.Locale.ROOT)))
        .map(flag -> "; write " + flag).orElse("");
  }

  /** {@code ; write 1000} for "1000", 1_000, "1,000" and 0.5 for 50%. */
  static String number(Object found) {
    String text = String.valueOf(found).strip();
    if (text.matches("[-+]?\\d+(\\.\\d+)?\\s*%")) {
      return "; write " + NumberText.of(new BigDecimal(text.replaceAll("[%\\s]", "")).movePointLeft(2));
    }
    String bare = text.matches("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "")
        : text.replaceAll("(?<=\\d)_(?=\\d)", "");
    bare = bare.matches("[-+]?\\d+,\\d+") ? bare.replace(',', '.') : bare;
    return found instanceof String && bare.matches("[-+]?(\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})([eE][-+]?\\d{1,3})?")
        ? "; write " + bare + (bare.equals(text) ? ", without quotes" : "") : "";
  }

  /** Explains the key 03, which YAML makes of 0,03 within braces. */
  static String key(String path, Object value) {
    return path.matches("(.*\\.)?\\d+") && value == null
        ? "a number with a fraction is written with a point, such as 0.03. " : "";
  }

  /** {@code ; write [5]}, and {@code ; write [16, 16]} for "16-16" and "16,16". */
  static String list(Object found) {
    if (found instanceof String text && text.matches("\\d+(\\s*[-,x ]\\s*\\d+)+")) {
      return "; write [" + String.join(", ", text.split("\\s*[-,x ]\\s*")) + "]";
    }
    return found == null || found instanceof Map ? "" : "; write " + QuotedValue.flow(List.of(found));
  }
}
