package rote.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rote.store.Manifest;
import rote.store.Output;

/** The line about recorded trials that a report leaves out, because their settings are not asked for now. */
public final class LeftOutTrials {
  private static final int MAX_KEYS = 3;
  private static final int MAX_VALUE = 60; // characters of a value

  private LeftOutTrials() {}

  static String count(int trials) {
    return trials + (trials == 1 ? " recorded trial" : " recorded trials") + " of other settings";
  }

  /** For commands that only look. */
  public static String line(int trials) {
    return count(trials) + (trials == 1 ? " is" : " are") + " not shown";
  }

  /**
   * Returns the line of a run, with the settings of the report before.
   *
   * @param before the previous manifest
   */
  static String line(int trials, Output output, Manifest before, String file, Map<String, Object> now) {
    String line = count(trials) + (trials == 1 ? " is" : " are") + " not in this report and its tables; kept in "
        + output.path(Output.SEGMENTS) + "; a run with their settings shows them again";
    List<String> differences = differences(before.experiment(), now);
    boolean otherFile = before.file() != null && !before.file().equals(file);
    return differences.isEmpty() ? line : line + ": the previous report was for "
        + (otherFile ? before.file() + " with " : "") + String.join(", ", differences);
  }

  private static List<String> differences(Map<String, Object> before, Map<String, Object> now) {
    if (before == null) {
      return List.of();
    }
    Map<String, String> old = ManifestTexts.flat(before);
    Map<String, String> given = ManifestTexts.flat(now);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(given.keySet());
    List<String> differing = keys.stream().filter(LeftOutTrials::decidesTrials)
        .filter(key -> !String.valueOf(old.get(key)).equals(String.valueOf(given.get(key)))).toList();
    List<String> words = new ArrayList<>(differing.stream().limit(MAX_KEYS)
        .map(key -> old.containsKey(key) ? key + " " + shortened(old.get(key)) : "no " + key)
        .collect(Collectors.toList()));
    if (differing.size() > MAX_KEYS) {
      words.add("...");
    }
    return words;
  }

  private static boolean decidesTrials(String key) {
    return List.of("data", "trial", "grid", "zip", "sample", "exclude", "seeds", "then").contains(key.split("[.\\[]")[0]);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "...";
  }
}
