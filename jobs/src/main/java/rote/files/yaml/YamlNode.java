package rote.files.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rote.files.InputException;

/**
 * A value in a YAML file and its place, so that every error about it names file and key.
 *
 * @param places where the values are
 * @param path the keys that lead to the value, joined by dots; empty for the whole file
 * @param typed a map, list, text, number, boolean or null, as the YAML 1.2 core schema reads it; numbers and booleans may be
 *     {@link YamlLiteral}
 */
public record YamlNode(YamlPlaces places, String path, Object typed) {

  /** A value that was read from no text. */
  public YamlNode(String file, String path, Object typed) {
    this(YamlPlaces.in(file), path, typed);
  }

  /** Returns another value at the same place. */
  public YamlNode with(Object other) {
    return new YamlNode(places, path, other);
  }

  /** Returns a map, list, text, number, boolean or null. */
  public Object value() {
    return YamlLiteral.meaning(typed);
  }

  public InputException error(String what) {
    return new InputException(places.of(path) + ": " + (path.isEmpty() ? "" : QuotedValue.line(path) + ": ") + what);
  }

  /** Returns the entries of a map that may have only the allowed keys. */
  public Map<String, YamlNode> map(Collection<String> allowed) {
    return map(allowed, key -> "");
  }

  /** @param hint says where an unknown key belongs, with a blank at the end, or nothing */
  public Map<String, YamlNode> map(Collection<String> allowed, UnaryOperator<String> hint) {
    Map<String, YamlNode> entries = map();
    entries.forEach((key, node) -> {
      if (!allowed.contains(key)) {
        throw node.error("unknown key; " + hint.apply(key) + Hint.key(node.path(), node.typed()) + Suggestion.of(key, allowed));
      }
    });
    return entries;
  }

  public Map<String, YamlNode> map() {
    if (!(value() instanceof Map<?, ?> entries)) {
      throw wrong("a map of keys");
    }
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    entries.forEach((key, child) -> nodes.put(String.valueOf(key), child(String.valueOf(key), child)));
    return nodes;
  }

  public List<YamlNode> list() {
    if (!(value() instanceof List<?> values)) {
      throw wrong("a list", Hint.list(typed));
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (Object child : values) {
      nodes.add(new YamlNode(places, YamlPlaces.element(path, nodes.size()), child));
    }
    return nodes;
  }

  public boolean isMap() {
    return value() instanceof Map;
  }

  public boolean isList() {
    return value() instanceof List;
  }

  /** Returns a text in one line: line ends, with the blanks around them, become one blank. */
  public String line() {
    return text().strip().replaceAll("[ \\t]*[\\n\\r\\u0085\\u2028\\u2029]+[ \\t]*", " ");
  }

  public String text() {
    if (!(value() instanceof String text)) {
      throw wrong("a text", Hint.text(typed));
    }
    return text;
  }

  public boolean flag() {
    if (!(value() instanceof Boolean flag)) {
      throw wrong("true or false", Hint.flag(typed));
    }
    return flag;
  }

  public int integer(int min, int max) {
    return (int) whole(min, max);
  }

  /** Accepts whole numbers in any spelling, such as 1e3. */
  public long whole(long min, long max) {
    String wanted = "an integer from " + min + " to " + max;
    if (!(value() instanceof Number number)) {
      throw wrong(wanted, Hint.number(typed));
    }
    BigDecimal exact = exact(number);
    if (exact == null || exact.stripTrailingZeros().scale() > 0 || exact.compareTo(BigDecimal.valueOf(min)) < 0
        || exact.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw wrong(wanted);
    }
    return exact.longValueExact();
  }

  /** Returns the number as typed; null if it is not finite, or its double only approximates it. */
  private BigDecimal exact(Number number) {
    if (!(number instanceof Double real)) {
      return new BigDecimal(number.toString());
    }
    if (!Double.isFinite(real)) {
      return null;
    }
    BigDecimal meant = new BigDecimal(real);
    return typed instanceof YamlLiteral source && new BigDecimal(source.text()).compareTo(meant) != 0 ? null : meant;
  }

  double number() {
    if (!(value() instanceof Number number)) {
      throw wrong("a number", Hint.number(typed));
    }
    return number.doubleValue();
  }

  public double finite() {
    double number = number();
    if (!Double.isFinite(number)) {
      throw error("must be a finite number, was " + QuotedValue.of(typed));
    }
    return number;
  }

  /** Returns a finite number, rounded to float32, as training uses it. */
  public float real() {
    float number = (float) number();
    if (!Float.isFinite(number)) {
      throw error("must be a finite number within float32, was " + QuotedValue.of(typed));
    }
    return number;
  }

  public float real(float min, float max) {
    float number = real();
    if (number < min || number > max) {
      throw error("must be from " + min + " to " + max + ", was " + QuotedValue.of(typed));
    }
    return number;
  }

  public <E extends Enum<E>> E choice(Class<E> type) {
    String text = text();
    for (E constant : type.getEnumConstants()) {
      if (YamlName.of(constant).equals(text)) {
        return constant;
      }
    }
    throw error("unknown value " + QuotedValue.of(text) + "; " + Suggestion.of(text, YamlName.all(type)));
  }

  /** Runs a constructor, and adds file and key to the message of its exception. */
  <T> T checked(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  private YamlNode child(String key, Object child) {
    return new YamlNode(places, YamlPlaces.child(path, key), child);
  }

  private InputException wrong(String wanted) {
    return wrong(wanted, "");
  }

  private InputException wrong(String wanted, String hint) {
    return error("must be " + wanted + ", was " + QuotedValue.of(typed) + hint);
  }
}
