package rote.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.files.yaml.Typed;

/** What a manifest says of settings, data and code, key by key: a text for each value, those in lists of maps among them. */
final class Declared {
  private static final Map<String, String> FACTS = facts();
  private static final double LARGEST = 1e15; // that a double holds exactly, and that is still read at a glance

  private Declared() {}

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("dataset.name", "data set");
    facts.put("dataset.digest", "data SHA-256");
    facts.put("numerics", "numerics");
    facts.put("git_commit", "commit");
    facts.put("jar_sha256", "rote.jar SHA-256");
    facts.put("kernels", "kernels");
    facts.put("jvm", "JVM");
    facts.put("spark", "Spark");
    return facts;
  }

  static Map<String, String> of(Map<String, Object> manifest) {
    Map<String, String> declared = new LinkedHashMap<>();
    put("", manifest.get("experiment"), declared);
    Map<String, String> all = new LinkedHashMap<>();
    List.of("dataset", "numerics").forEach(key -> put(key, manifest.get(key), all));
    FACTS.forEach((key, words) -> declared.put(words, Provenance.FACTS.contains(key)
        ? String.join(", ", Provenance.values(Provenance.of(manifest), key)) : all.get(key)));
    declared.remove("data.dataset"); // the data set's own name says it, also where the file does not
    declared.values().removeIf(text -> text == null || text.isEmpty() || text.equals("null"));
    return declared;
  }

  /** Key by key what a file says. */
  static Map<String, String> flat(Object tree) {
    Map<String, String> flat = new LinkedHashMap<>();
    put("", tree, flat);
    return flat;
  }

  /** 1000, 1e3 and 1000.0 say the same. */
  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(element -> text(Typed.meaning(element))).toList().toString();
    }
    return value instanceof Double real && real == Math.rint(real) && Math.abs(real) < LARGEST
        ? String.valueOf(real.longValue()) : String.valueOf(value);
  }

  private static void put(String path, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> put(path.isEmpty() ? key.toString() : path + "." + key, inner, into));
    } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        put(path + "[" + i + "]", list.get(i), into);
      }
    } else {
      into.put(path, text(Typed.meaning(value)));
    }
  }
}
