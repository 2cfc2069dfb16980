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
 * A value of a YAML file together with where it stands, so that every complaint about it names file and key.
 *
 * @param file as the user wrote it
 * @param path the keys that lead to the value, joined by dots; empty for the whole file
 * @param typed a map, list, text, number, boolean or null, as the YAML 1.2 core schema reads it, or one that remembers how it
 *     was {@link Typed}
 */
public record YamlNode(String file, String path, Object typed) {

  /** What was typed means: a map, list, text, number, boolean or null. */
  public Object value() {
    return Typed.meaning(typed);
  }

  public InputException error(String what) {
    return new InputException(file + ": " + (path.isEmpty() ? "" : Quoted.line(path) + ": ") + what);
  }

  /** The entries of a map whose keys must all be among {@code allowed}. */
  public Map<String, YamlNode> map(Collection<String> allowed) {
    return map(allowed, key -> "");
  }

  /** @param hint says where an unknown key belongs, and a blank; or nothing */
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
      nodes.add(new YamlNode(file, path + "[" + nodes.size() + "]", child));
    }
    return nodes;
  }

  public boolean isMap() {
    return value() instanceof Map;
  }

  public boolean isList() {
    return value() instanceof List;
  }

  /** A text in one line: line ends of a block, and blanks beside them, become a blank. */
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

  /** Also where it is spelt as a fraction without one, such as 1e3. */
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

  /** The number as it was typed; null where that is no finite number, or one that its double only comes near to. */
  private BigDecimal exact(Number number) {
    if (!(number instanceof Double real)) {
      return new BigDecimal(number.toString());
    }
    if (!Double.isFinite(real)) {
      return null;
    }
    BigDecimal meant = new BigDecimal(real);
    return typed instanceof Typed source && new BigDecimal(source.text()).compareTo(meant) != 0 ? null : meant;
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
      throw error("must be a finite number, was " + Quoted.of(typed));
    }
    return number;
  }

  /** A finite number, rounded to float32: all that training sees of it. */
  public float real() {
    float number = (float) number();
    if (!Float.isFinite(number)) {
      throw error("must be a finite number within float32, was " + Quoted.of(typed));
    }
    return number;
  }

  public float real(float min, float max) {
    float number = real();
    if (number < min || number > max) {
      throw error("must be from " + min + " to " + max + ", was " + Quoted.of(typed));
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
    return wrong(wanted, "");
  }

  private InputException wrong(String wanted, String hint) {
    return error("must be " + wanted + ", was " + Quoted.of(typed) + hint);
  }
}
