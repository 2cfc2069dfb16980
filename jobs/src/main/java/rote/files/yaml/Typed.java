package rote.files.yaml;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * A number or a flag of a YAML text that is spelt otherwise than Java would spell it, such as 1e3 or 0x10.
 *
 * @param value what it means, and what stands for it in JSON
 * @param text as it was typed
 */
public record Typed(@JsonValue Object value, String text) implements Serializable {

  /** The value itself where its spelling says no more. */
  static Object of(Object value, String text) {
    return String.valueOf(value).equals(text) ? value : new Typed(value, text);
  }

  /** What a value of a tree means. */
  public static Object meaning(Object value) {
    return value instanceof Typed typed ? typed.value : value;
  }

  @Override
  public String toString() {
    return text;
  }
}
