import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the JSON Schema by which editors check experiment files: {@code java jobs/src/generate/GenerateSchema.java [FILE]}. It
 * follows from the tables of docs/experiment-file.md, which a test compares with what the program reads.
 *
 * <p>Types, defaults and descriptions of keys come from the rows of the tables. Which key is inside which comes from this code.
 */
final class GenerateSchema {
  private static final int WIDTH = 125; // of a line
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern LAST_LINK = Pattern.compile(": \\[[^\\]]*\\]\\(#[^)]*\\)\\."); // to a heading of the page
  private static final Map<String, Object> COUNT = map("type", "integer", "minimum", 1, "maximum", 1_000_000); // of trials

  private final List<String> page;

  /** A value as it is written. */
  private record Json(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private GenerateSchema(List<String> page) {
    this.page = page;
  }

  public static void main(String[] arguments) throws IOException {
    Path home = Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
    GenerateSchema schema = new GenerateSchema(Files.readAllLines(home.resolve("docs/experiment-file.md")));
    Files.writeString(arguments.length == 0 ? home.resolve("experiments/experiment.schema.json") : Path.of(arguments[0]),
        json(schema.schema(), 0, 0) + "\n");
  }

  private Map<String, Object> schema() {
    Map<String, Object> file = object(rows("key of the file"));
    Map<String, Object> keys = at(file, "properties");
    at(keys, "name").put("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$");
    at(keys, "data").putAll(map("additionalProperties", false, "properties", data()));
    at(keys, "trial").putAll(map("additionalProperties", false, "properties", references("trial")));
    keys.put("grid", either(at(keys, "grid"), reference("product"), map("type", "array", "minItems", 1, "items", reference("product"))));
    keys.put("zip", map("description", at(keys, "zip").get("description"), "$ref", "#/$defs/product", "minProperties", 2));
    at(keys, "exclude").putAll(map("minItems", 1, "items", map("type", "object", "minProperties", 1)));
    at(keys, "sample").putAll(sample());
    keys.put("seeds", either(at(keys, "seeds"), COUNT,
        map("type", "array", "minItems", 1, "uniqueItems", true, "items", map("type", "integer"))));
    List.of("then", "permutation-test").forEach(key -> at(keys, key).putAll(object(rows("key of " + key))));
    at(at(at(keys, "then"), "properties"), "seeds").putAll(COUNT);
    at(keys, "claims").put("items", claim());
    at(keys, "published").put("items", published());
    at(keys, "probes").putAll(map("uniqueItems", true, "items", map("enum", names(rows("probe | question")))));
    Map<String, Object> all = map("$schema", "https://json-schema.org/draft/2020-12/schema", "title", "An experiment of Rote");
    all.putAll(file);
    all.put("$defs", definitions());
    return all;
  }

  private Map<String, Object> data() {
    Map<String, Object> data = properties(rows("key | value | default"));
    at(data, "arrays").put("additionalProperties", map("type", "string"));
    data.putAll(references("data"));
    return data;
  }

  /** Returns the settings of a section as references, because grid and sample refer to them too. */
  private Map<String, Object> references(String section) {
    Map<String, Object> settings = map();
    rows("key | section").stream().filter(row -> row.get("section").equals("`" + section + "`"))
        .forEach(row -> settings.put(name(row), reference(name(row))));
    return settings;
  }

  private Map<String, Object> definitions() {
    Map<String, Object> definitions = properties(rows("key | section"));
    String drawn = String.join(", ", names(rows("distribution")).stream().map(name -> "{" + name + ": ...}").toList());
    definitions.put("drawn", map("description", "Drawn from " + drawn + "; or one value for all samples."));
    Map<String, Object> axes = map();
    paths().forEach((path, key) -> axes.put(path, map("type", "array", "minItems", 1, "items", reference(key))));
    definitions.put("product", map("type", "object", "minProperties", 1, "additionalProperties", false, "properties", axes));
    return definitions;
  }

  private Map<String, Object> sample() {
    Map<String, Object> keys = map("trials", COUNT, "seed", map("type", "integer", "default", 1));
    paths().keySet().forEach(path -> keys.put(path, reference("drawn")));
    return map("additionalProperties", false, "minProperties", 2, "required", List.of("trials"), "properties", keys);
  }

  /** Maps the names that settings have in grid and sample to their keys; those of data begin with {@code data.} there. */
  private Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    rows("key | section").forEach(row -> paths.put((row.get("section").equals("`data`") ? "data." : "") + name(row), name(row)));
    return paths;
  }

  private Map<String, Object> claim() {
    List<Map<String, String>> rows = new ArrayList<>(rows("key of a claim"));
    rows.addAll(rows("relation | value"));
    Map<String, Object> claim = object(rows);
    claim.put("oneOf", names(rows("relation | value")).stream()
        .map(relation -> map("required", relation.equals("within") ? List.of(relation, "of") : List.of(relation))).toList());
    Map<String, Object> keys = at(claim, "properties");
    keys.put("metric", map("$ref", "#/properties/published/items/properties/metric"));
    keys.put("before", keys.get("metric"));
    at(keys, "stands-for").putAll(map("additionalProperties", false, "required", List.of("sentence", "source"),
        "properties", map("sentence", map("type", "string"), "source", map("type", "string"))));
    return claim;
  }

  private Map<String, Object> published() {
    Map<String, Object> figure = object(rows("key of a published figure"));
    at(figure, "properties").put("metric", map("enum", names(rows("metric | of"))));
    return figure;
  }

  private static Map<String, Object> object(List<Map<String, String>> rows) {
    List<String> required = rows.stream().filter(row -> row.get("value").endsWith(", required")).map(GenerateSchema::name).toList();
    Map<String, Object> object = map("type", "object", "additionalProperties", false);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties(rows));
    return object;
  }

  private static Map<String, Object> properties(List<Map<String, String>> rows) {
    Map<String, Object> properties = map();
    for (Map<String, String> row : rows) {
      Map<String, Object> value = value(row.get("value").replaceFirst(", required$", ""));
      if (row.getOrDefault("default", "").matches("`[^`]+`")) {
        String initial = codes(row.get("default")).get(0);
        value.put("default", initial.matches("[a-z-]+") && !initial.matches("true|false|null") ? initial : new Json(initial));
      }
      value.put("description", plain(row.getOrDefault("meaning", "Claims that " + row.get("the claim holds where") + ".")));
      properties.put(name(row), value);
    }
    return properties;
  }

  /** Translates a cell, such as {@code whole number, 1 or more; or `null`}. */
  private static Map<String, Object> value(String text) {
    if (text.endsWith("; or `{start, decay}`")) {
      Map<String, Object> start = value(text.replaceFirst(";.*", ""));
      return map("oneOf", List.of(start, map("type", "object", "additionalProperties", false, "required", List.of("start"),
          "properties", map("start", start, "decay", value("number, above 0, at most 1")))));
    }
    Map<String, Object> value = withoutNull(text.replaceFirst("; or `null`$", ""));
    if (text.endsWith("; or `null`")) {
      value.put("type", List.of(value.get("type"), "null"));
    }
    return value;
  }

  private static Map<String, Object> withoutNull(String text) {
    if (text.equals("`true` or `false`")) {
      return map("type", "boolean");
    }
    if (text.matches("`[a-z_0-9-]+`((, | or )`[a-z_0-9-]+`)*")) {
      return map("enum", codes(text));
    }
    if (text.matches("`\\[[A-Z, ]+\\]`")) {
      Map<String, Object> item = number(text.contains("HEIGHT") ? "whole number, 1 to 65536" : "number");
      return map("type", "array", "minItems", 2, "maxItems", 2, "items", item);
    }
    if (text.startsWith("`{SETTING: ")) {
      Map<String, Object> values = text.contains("[") ? map("type", "array", "minItems", 2, "maxItems", 2)
          : map("enum", codes(text).stream().map(code -> code.replaceAll(".*: |}", "")).toList());
      return map("type", "object", "minProperties", 1, "maxProperties", 1, "additionalProperties", values);
    }
    if (text.equals("list of layers, counted from 1")) {
      return map("type", "array", "uniqueItems", true, "items", map("type", "integer", "minimum", 1));
    }
    return text.equals("list of settings") ? map("type", "array", "minItems", 1, "items", map("type", "string"))
        : text.matches("(whole )?number.*") ? number(text)
        : text.startsWith("list of whole numbers") ? map("type", "array", "items", number(text.replaceFirst("list of whole numbers", "whole number")))
        : text.startsWith("column") ? map("type", List.of("string", "integer"), "minimum", 1)
        : text.equals("list of columns") ? map("type", "array", "items", withoutNull("column"))
        : text.equals("one mark") ? map("type", "string", "minLength", 1, "maxLength", 1)
        : map("type", text.startsWith("list") ? "array" : text.startsWith("map") || text.startsWith("`{") ? "object" : "string");
  }

  private static Map<String, Object> number(String text) {
    boolean isWhole = text.startsWith("whole number");
    Map<String, Object> number = map("type", isWhole ? "integer" : "number");
    bound(number, "exclusiveMinimum", text, "above (\\d+)");
    bound(number, "minimum", text, "(?:, |from )(\\d+)");
    bound(number, "maximum", text, "(?:at most|to) (\\d+)");
    bound(number, "exclusiveMaximum", text, "below (\\d+)");
    if (isWhole) {
      number.putIfAbsent("minimum", Integer.MIN_VALUE);
      number.putIfAbsent("maximum", Integer.MAX_VALUE);
    }
    return number;
  }

  private static void bound(Map<String, Object> number, String name, String text, String pattern) {
    Matcher bound = Pattern.compile(pattern).matcher(text);
    if (bound.find()) {
      number.put(name, Integer.valueOf(bound.group(1)));
    }
  }

  /** Returns the rows of the table whose headings begin like this; each maps headings to cells. */
  private List<Map<String, String>> rows(String headings) {
    List<List<String>> table = page.stream().dropWhile(line -> !line.startsWith("| " + headings))
        .takeWhile(line -> line.startsWith("|")).map(GenerateSchema::cells).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : table.subList(2, table.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      table.get(0).forEach(name -> row.put(name, cells.get(table.get(0).indexOf(name))));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
  }

  /** Returns the words in code style of each row's first cell. */
  private static List<String> names(List<Map<String, String>> rows) {
    return rows.stream().flatMap(row -> codes(row.values().iterator().next()).stream()).toList();
  }

  private static String name(Map<String, String> row) {
    return names(List.of(row)).get(0);
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  private static String plain(String markdown) {
    return LINK.matcher(LAST_LINK.matcher(markdown).replaceAll(".")).replaceAll("$1").replace("`", "");
  }

  private static Map<String, Object> either(Map<String, Object> described, Object... kinds) {
    return map("description", described.get("description"), "oneOf", List.of(kinds));
  }

  private static Map<String, Object> reference(String definition) {
    return map("$ref", "#/$defs/" + definition);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.get(key);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /**
   * Writes a value on one line if it fits there after {@code used} characters, and otherwise each of its parts on a line of its own. Lists
   * of names are never broken.
   */
  private static String json(Object value, int indent, int used) {
    String line = line(value);
    if (used + line.length() < WIDTH || !(value instanceof Map || value instanceof List<?> list && list.get(0) instanceof Map)) {
      return line;
    }
    String begin = "\n" + " ".repeat(indent + 2);
    List<String> parts = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, part) -> parts.add(line(key) + ": " + json(part, indent + 2, indent + line(key).length() + 5)));
    } else {
      ((List<?>) value).forEach(part -> parts.add(json(part, indent + 2, indent + 3)));
    }
    return line.charAt(0) + begin + String.join("," + begin, parts) + "\n" + " ".repeat(indent) + line.charAt(line.length() - 1);
  }

  private static String line(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(each -> line(each.getKey()) + ": " + line(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(GenerateSchema::line).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : String.valueOf(value);
  }
}
