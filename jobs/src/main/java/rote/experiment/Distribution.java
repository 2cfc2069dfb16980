package rote.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;

/** A distribution from which a random search draws. */
record Distribution(String name, YamlNode parameters) {
  private static final List<String> NAMES = List.of("uniform", "log-uniform", "choice");
  /** Their names in other tools, in lower case and without hyphens. */
  private static final Map<String, List<String>> ELSEWHERE = Map.of(
      "log-uniform", List.of("loguniform", "qloguniform", "loguniformvalues", "reciprocal", "log"),
      "uniform",
      List.of("quniform", "randint", "integer", "int", "float", "range", "min", "max", "low", "high", "distribution"),
      "choice", List.of("values", "choices", "categorical", "value"));
  private static final Map<String, String> EXAMPLES = Map.of("uniform", "{uniform: [0, 0.9]}",
      "log-uniform", "{log-uniform: [0.001, 1]}", "choice", "{choice: [relu, tanh]}");

  static boolean isNamed(Map<String, YamlNode> entries) {
    return entries.size() == 1 && NAMES.contains(entries.keySet().iterator().next());
  }

  static Distribution of(Map<String, YamlNode> entries) {
    Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
    return new Distribution(only.getKey(), only.getValue());
  }

  static String suggestion(Map<String, YamlNode> entries) {
    for (String key : entries.keySet()) {
      String plain = key.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
      String log = key.equals("distribution") ? String.valueOf(entries.get(key).value()) : plain;
      String meant = log.startsWith("log") ? "log-uniform" : NAMES.stream()
          .filter(name -> name.equals(key) || ELSEWHERE.get(name).contains(plain)).findFirst().orElse("");
      if (!meant.isEmpty()) {
        return "did you mean \"" + meant + "\", as in " + EXAMPLES.get(meant) + "? Known: " + String.join(", ", NAMES);
      }
    }
    String first = entries.isEmpty() ? "" : entries.keySet().iterator().next();
    return Suggestion.of(first, NAMES) + ", as in " + EXAMPLES.get("uniform");
  }

  /**
   * The value that belongs to a random number, as a file would give it.
   *
   * @param integers whether to draw whole numbers, both ends included
   * @param u from 0 to below 1
   */
  Object value(boolean integers, double u) {
    if (parameters.isMap()) {
      throw parameters.error("must be " + (name.equals("choice") ? "a list of values" : "[LEAST, MOST]") + ", as in " + EXAMPLES.get(name)
          + ", was " + QuotedValue.of(parameters.typed()));
    }
    List<YamlNode> list = parameters.list();
    if (name.equals("choice")) {
      if (list.isEmpty()) {
        throw parameters.error("is empty; give at least one value");
      }
      return list.get((int) (u * list.size())).typed();
    }
    boolean log = name.equals("log-uniform");
    List<Double> ends = list.stream()
        .map(end -> integers ? (double) end.whole(Integer.MIN_VALUE, Integer.MAX_VALUE) : end.finite()).toList();
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1)) || log && !(ends.get(0) > 0)) {
      throw parameters.error("must be [LEAST, MOST] with " + (log ? "0 < " : "") + "LEAST < MOST, was "
          + QuotedValue.of(parameters.typed()));
    }
    double beyond = integers ? ends.get(1) + 1 : ends.get(1);
    double drawn = log
        ? StrictMath.exp(between(StrictMath.log(ends.get(0)), StrictMath.log(beyond), u))
        : between(ends.get(0), beyond, u);
    return integers ? (Object) (long) Math.max(ends.get(0), Math.min(ends.get(1), Math.floor(drawn))) : (Object) drawn;
  }

  private static double between(double least, double most, double u) {
    return least + u * (most - least);
  }
}
