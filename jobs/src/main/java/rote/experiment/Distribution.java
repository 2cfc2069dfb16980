package rote.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import rote.files.yaml.NumberText;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;

/**
 * A distribution from which a random search draws.
 *
 * @param step the distance between the values that may be drawn, counted from the least; null for no steps
 */
record Distribution(String name, YamlNode parameters, YamlNode step) {
  private static final String STEP = "step";
  private static final List<String> NAMES = List.of("uniform", "log-uniform", "integer", "log-integer", "choice");
  private static final List<String> STEPS = List.of("q", "by", "increment", "resolution", "stepsize", "step-size", "step_size");
  private static final int MAX_STEPS = 1_000_000_000;
  /** Their names in other tools, in lower case and without hyphens. */
  private static final Map<String, List<String>> ELSEWHERE = Map.of(
      "log-uniform", List.of("loguniform", "loguniformvalues", "reciprocal", "log"),
      "log-integer", List.of("lograndint", "loguniformint", "intloguniform", "logint", "qlograndint"),
      "uniform", List.of("float", "range", "min", "max", "low", "high", "distribution"),
      "integer", List.of("randint", "qrandint", "int", "intuniform", "uniformint", "suggestint"),
      "choice", List.of("values", "choices", "categorical", "value"));
  /** Names of stepped distributions in other tools. */
  private static final Map<String, String> STEPPED = Map.of("quniform", "{uniform: [0, 0.9], step: 0.1}",
      "discreteuniform", "{uniform: [0, 0.9], step: 0.1}", "qloguniform", "{log-uniform: [0.1, 1], step: 0.1}");
  private static final Map<String, String> EXAMPLES = Map.of("uniform", "{uniform: [0, 0.9]}", "log-uniform",
      "{log-uniform: [0.001, 1]}", "integer", "{integer: [5, 50]}", "log-integer", "{log-integer: [8, 512]}",
      "choice", "{choice: [relu, tanh]}");

  static boolean isNamed(Map<String, YamlNode> entries) {
    return NAMES.stream().anyMatch(entries::containsKey);
  }

  /** @param entries with the name of a distribution and perhaps a step */
  static Distribution of(Map<String, YamlNode> entries) {
    List<String> names = NAMES.stream().filter(entries::containsKey).toList();
    YamlNode parameters = entries.get(names.get(0));
    if (names.size() > 1) {
      throw entries.get(names.get(1)).error("is a second distribution beside " + names.get(0) + "; leave one of them out");
    }
    entries.forEach((key, node) -> {
      if (!key.equals(names.get(0)) && !key.equals(STEP)) {
        boolean isStep = STEPS.contains(key.toLowerCase(Locale.ROOT)) || Suggestion.isNear(key, STEP);
        throw node.error("unknown key; " + (isStep ? "did you mean \"step\"? " : "") + "Beside a distribution there is only step, as in "
            + STEPPED.get("quniform"));
      }
    });
    if (entries.containsKey(STEP) && names.get(0).equals("choice")) {
      throw entries.get(STEP).error("goes with intervals, not with choice");
    }
    return new Distribution(names.get(0), parameters, entries.get(STEP));
  }

  static String suggestion(Map<String, YamlNode> entries) {
    for (String key : entries.keySet()) {
      String named = key.equals("distribution") ? String.valueOf(entries.get(key).value()) : key;
      String plain = named.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
      if (STEPPED.containsKey(plain)) {
        return "write a step, as in " + STEPPED.get(plain) + ". Known: " + String.join(", ", NAMES);
      }
      String meant = NAMES.stream().filter(name -> ELSEWHERE.get(name).contains(plain)).findFirst()
          .orElse(plain.startsWith("log") ? "log-uniform" : "");
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
    boolean isLog = name.startsWith("log-");
    boolean isWhole = integers || name.endsWith("integer");
    List<Double> ends = list.stream()
        .map(end -> isWhole ? (double) end.whole(Integer.MIN_VALUE, Integer.MAX_VALUE) : end.finite()).toList();
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1)) || isLog && !(ends.get(0) > 0)) {
      throw parameters.error("must be [LEAST, MOST] with " + (isLog ? "0 < " : "") + "LEAST < MOST, was "
          + QuotedValue.of(parameters.typed()));
    }
    UnaryOperator<Double> drawn = beyond -> isLog
        ? StrictMath.exp(between(StrictMath.log(ends.get(0)), StrictMath.log(beyond), u)) : between(ends.get(0), beyond, u);
    if (step != null) {
      return stepped(exact(ends.get(0)), exact(ends.get(1)), isWhole, drawn);
    }
    return isWhole ? (Object) (long) Math.max(ends.get(0), Math.min(ends.get(1), Math.floor(drawn.apply(ends.get(1) + 1))))
        : (Object) drawn.apply(ends.get(1));
  }

  /** Draws below the step after the last, and rounds down, as whole numbers are drawn. Steps are exact decimals. */
  private Object stepped(BigDecimal least, BigDecimal most, boolean isWhole, UnaryOperator<Double> drawn) {
    BigDecimal size = isWhole ? BigDecimal.valueOf(step.whole(1, Integer.MAX_VALUE)) : exact(step.finite());
    if (size.signum() <= 0) {
      throw step.error("must be > 0, was " + QuotedValue.of(step.typed()));
    }
    BigDecimal[] steps = most.subtract(least).divideAndRemainder(size);
    if (steps[1].signum() != 0) {
      BigDecimal last = least.add(size.multiply(steps[0]));
      throw step.error("steps from " + NumberText.of(least) + " to " + NumberText.of(last) + " and then to "
          + NumberText.of(last.add(size)) + ", past the end " + NumberText.of(most) + "; end at one of them");
    }
    if (steps[0].compareTo(BigDecimal.valueOf(MAX_STEPS)) > 0) {
      throw step.error("makes more than " + MAX_STEPS + " values; leave it out");
    }
    BigDecimal value = exact(drawn.apply(most.add(size).doubleValue()));
    BigDecimal taken = value.subtract(least).divide(size, 0, RoundingMode.FLOOR).max(BigDecimal.ZERO).min(steps[0]);
    BigDecimal at = least.add(size.multiply(taken));
    return isWhole ? (Object) at.longValueExact() : (Object) at.doubleValue();
  }

  private static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value); // the shortest decimal: 0.1 is 1/10
  }

  private static double between(double least, double most, double u) {
    return least + u * (most - least);
  }
}
