package rote.files.yaml;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * A number or flag in a YAML text that Java would write differently, such as 1e3 or 0x10.
 *
 * @param value its meaning, which is also written to JSON
 * @param text as typed
 */
public record YamlLiteral(@JsonValue Object value, String text) implements Serializable {

  /** Returns the value itself if Java would write it as typed. */
  static Object of(Object value, String text) {
    return String.valueOf(value).equals(text) ? value : new YamlLiteral(value, text);
  }

  public static Object meaning(Object value) {
    return value instanceof YamlLiteral typed ? typed.value : value;
  }

  @Override
  public String toString() {
    return text;
  }
}
