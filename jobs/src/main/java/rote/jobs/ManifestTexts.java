package rote.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.files.yaml.YamlLiteral;
import rote.store.Manifest;
import rote.store.TrainingRun;

/** What a manifest says of settings, data and code: one text per key. */
final class ManifestTexts {
  private static final double MAX_WHOLE = 1e15; // exact in a double, and still readable

  private ManifestTexts() {}

  static Map<String, String> of(Manifest manifest) {
    Map<String, String> declared = flat(manifest.experiment());
    declared.put("data set", manifest.dataset().name());
    declared.put("data SHA-256", manifest.digest());
    declared.put("numerics", String.valueOf(manifest.numerics()));
    Map<String, Function<TrainingRun, String>> facts = new LinkedHashMap<>();
    facts.put("commit", TrainingRun::gitCommit);
    facts.put("rote.jar SHA-256", TrainingRun::jarSha256);
    facts.put("kernels", TrainingRun::kernels);
    facts.put("JVM", TrainingRun::jvm);
    facts.put("Spark", TrainingRun::spark);
    facts.forEach((words, fact) -> declared.put(words, String.join(", ", ManifestFacts.values(manifest.shownRuns(), fact))));
    declared.remove("data.dataset"); // "data set" says it, even where the file does not
    declared.values().removeIf(text -> text.isEmpty() || text.equals("null"));
    return declared;
  }

  /** Flattens a tree to one text per key. */
  static Map<String, String> flat(Object tree) {
    Map<String, String> flat = new LinkedHashMap<>();
    put("", tree, flat);
    return flat;
  }

  /** 1000, 1e3 and 1000.0 give the same text. */
  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(element -> text(YamlLiteral.meaning(element))).toList().toString();
    }
    return value instanceof Double real && real == Math.rint(real) && Math.abs(real) < MAX_WHOLE
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
      into.put(path, text(YamlLiteral.meaning(value)));
    }
  }
}
