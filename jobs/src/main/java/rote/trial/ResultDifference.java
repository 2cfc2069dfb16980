package rote.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rote.files.yaml.YamlName;
import rote.network.Measure;

/** Finds where two results of one trial first differ, times apart. */
public final class ResultDifference {
  private ResultDifference() {}

  /** The first difference in words; empty if every bit is the same. */
  public static Optional<String> first(TrialResult recorded, TrialResult again) {
    if (again.status() == Status.FAILED && recorded.status() != Status.FAILED) {
      return Optional.of("is recorded as " + recorded.status() + ", and now it failed: "
          + String.valueOf(again.error()).lines().findFirst().orElse(""));
    }
    Map<String, String> before = numbers(recorded, again);
    Map<String, String> now = numbers(again, recorded);
    return before.keySet().stream().filter(key -> !before.get(key).equals(now.getOrDefault(key, "nothing"))).findFirst()
        .or(() -> now.keySet().stream().filter(key -> !before.containsKey(key)).findFirst())
        .map(key -> key + " is recorded as " + before.getOrDefault(key, "nothing") + ", and now it is "
            + now.getOrDefault(key, "nothing"));
  }

  /**
   * All numbers by name, in the order of training. Texts of numbers differ if their bits do.
   *
   * @param other the result to compare with; of a probe that both have, items that it lacks are left out: versions of the program
   *     give a probe other items
   */
  private static Map<String, String> numbers(TrialResult result, TrialResult other) {
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put("the share of changed labels", String.valueOf(result.changedLabels()));
    for (EpochRow row : result.curve().rows()) {
      List.of("training", "validation", "test").forEach(set -> add(numbers, row, set));
    }
    numbers.put("the status", String.valueOf(result.status()));
    Set<Probe> probes = other.probes().stream().map(ProbeItem::probe).collect(Collectors.toSet());
    Set<String> items = other.probes().stream().map(ResultDifference::name).collect(Collectors.toSet());
    result.probes().stream().filter(item -> !probes.contains(item.probe()) || items.contains(name(item)))
        .forEach(item -> add(numbers, item));
    return numbers;
  }

  private static void add(Map<String, String> numbers, ProbeItem item) {
    int size = item.shape().stream().reduce(1, (a, b) -> a * b);
    for (int k = 0; k < size; k++) {
      String value = item.bits() == null ? String.valueOf(item.values()[k]) : item.bit(k) ? "1" : "0";
      numbers.put(name(item) + "[" + k + "]", value);
    }
  }

  private static String name(ProbeItem item) {
    return YamlName.of(item.probe()) + ": " + item.name();
  }

  private static void add(Map<String, String> numbers, EpochRow row, String set) {
    Measure measure = set.equals("training") ? row.training() : set.equals("test") ? row.test() : row.validation();
    if (measure != null) {
      numbers.put("epoch " + row.epoch() + ": the " + set + " cost", String.valueOf(measure.cost()));
      numbers.put("epoch " + row.epoch() + ": the " + set + " accuracy", String.valueOf(measure.accuracy()));
    }
  }
}
