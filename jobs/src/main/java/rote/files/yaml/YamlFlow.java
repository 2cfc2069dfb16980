package rote.files.yaml;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a value as YAML in one line, which is read as the same value. */
public final class YamlFlow {
  /** Words that YAML may take for something other than a text, such as the name of a column. */
  private static final Set<String> TYPED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private YamlFlow() {}

  public static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(entry -> entry.getKey() + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlFlow::of).collect(Collectors.joining(", ", "[", "]"));
    }
    boolean isPlain = !(value instanceof String text) || text.matches("[a-z][a-z0-9-]*(\\.[a-z]+)*") && !TYPED.contains(text);
    return isPlain ? String.valueOf(value) : json((String) value);
  }

  /** YAML reads JSON texts as they are meant. */
  private static String json(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
