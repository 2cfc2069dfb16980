package rote.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rote.data.InputException;

/**
 * A value of a YAML file together with where it stands, so that every complaint about it names file and key.
 *
 * @param file as the user wrote it
 * @param path the keys that lead to the value, joined by dots; empty for the whole file
 * @param value a map, list, text, number, boolean or null, as the YAML 1.2 core schema reads it
 */
record YamlNode(String file, String path, Object value) {

  InputException error(String what) {
    return new InputException(file + ": " + (path.isEmpty() ? "" : Quoted.line(path) + ": ") + what);
  }

  /** The entries of a map whose keys must all be among {@code allowed}. */
  Map<String, YamlNode> map(Collection<String> allowed) {
    Map<String, YamlNode> entries = map();
    entries.forEach((key, node) -> {
      if (!allowed.contains(key)) {
        throw node.error("unknown key; " + Suggestion.of(key, allowed));
      }
    });
    return entries;
  }

  Map<String, YamlNode> map() {
    if (!(value instanceof Map<?, ?> entries)) {
      throw wrong("a map of keys");
    }
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    entries.forEach((key, child) -> nodes.put(String.valueOf(key), child(String.valueOf(key), child)));
    return nodes;
  }

  List<YamlNode> list() {
    if (!(value instanceof List<?> values)) {
      throw wrong("a list");
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (Object child : values) {
      nodes.add(new YamlNode(file, path + "[" + nodes.size() + "]", child));
    }
    return nodes;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  String text() {
    if (!(value instanceof String text)) {
      throw wrong("a text");
    }
    return text;
  }

  boolean flag() {
    if (!(value instanceof Boolean flag)) {
      throw wrong("true or false");
    }
    return flag;
  }

  int integer(int least, int most) {
    return (int) whole(least, most);
  }

  long whole(long least, long most) {
    if (!(value instanceof Integer || value instanceof Long)) {
      throw wrong("an integer from " + least + " to " + most);
    }
    long number = ((Number) value).longValue();
    if (number < least || number > most) {
      throw error("must be an integer from " + least + " to " + most + ", was " + number);
    }
    return number;
  }

  double number() {
    if (!(value instanceof Number number)) {
      throw wrong("a number");
    }
    return number.doubleValue();
  }

  double finite() {
    double number = number();
    if (!Double.isFinite(number)) {
      throw error("must be a finite number, was " + value);
    }
    return number;
  }

  /** A finite number, rounded to float32: all that training sees of it. */
  float real() {
    float number = (float) number();
    if (!Float.isFinite(number)) {
      throw error("must be a finite number within float32, was " + value);
    }
    return number;
  }

  float real(float least, float most) {
    float number = real();
    if (number < least || number > most) {
      throw error("must be from " + least + " to " + most + ", was " + value);
    }
    return number;
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    String text = text();
    for (E constant : type.getEnumConstants()) {
      if (YamlName.of(constant).equals(text)) {
        return constant;
      }
    }
    throw error("unknown value " + Quoted.of(text) + "; " + Suggestion.of(text, YamlName.all(type)));
  }

  /** Runs a constructor and gives its complaint the file and the key. */
  <T> T checked(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  private YamlNode child(String key, Object child) {
    return new YamlNode(file, path.isEmpty() ? key : path + "." + key, child);
  }

  private InputException wrong(String wanted) {
    return error("must be " + wanted + ", was " + Quoted.of(value));
  }
}
