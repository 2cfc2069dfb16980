package rote.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import rote.store.TrainingRun;

/**
 * The runs that trained what a manifest is about, as the manifest lists them: a map each of its id, the number of its
 * trials, and its facts.
 *
 * <p>What a run says about itself is in its segments. Those of format 1 say nothing: their runs are one entry, with the
 * facts that the manifest of that time has.
 */
public final class Provenance {
  static final String RUNS = "runs";

  /** What a run says about itself. */
  static final List<String> FACTS =
      List.of("kernels", "git_commit", "jar_sha256", "jvm", "spark", "started", "seconds", ThisRun.TRAINED_SINGLY);

  private Provenance() {}

  /**
   * The list.
   *
   * @param trained the runs that segments name, in the order in which they began; those of which no trial is shown too, so
   *     that no facts are lost
   * @param before the manifest until now; empty if there is none
   */
  public static List<Map<String, Object>> runs(List<TrainingRun> trained, Map<String, Object> before) {
    List<Map<String, Object>> runs = new ArrayList<>();
    List<TrainingRun> silent = trained.stream().filter(run -> run.facts().isEmpty()).toList();
    if (!silent.isEmpty()) {
      String ids = silent.stream().map(TrainingRun::id).collect(Collectors.joining(", "));
      runs.add(entry(ids, silent.stream().mapToInt(TrainingRun::trials).sum(), earlier(silent, before)));
    }
    trained.stream().filter(run -> !run.facts().isEmpty())
        .forEach(run -> runs.add(entry(run.id(), run.trials(), run.facts())));
    return runs;
  }

  private static Map<String, Object> entry(String id, int trials, Map<String, Object> facts) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("run", id);
    entry.put("trials", trials);
    FACTS.stream().filter(facts::containsKey).forEach(fact -> entry.put(fact, facts.get(fact)));
    return entry;
  }

  /** What the manifest knows of runs that say nothing about themselves. */
  private static Map<String, Object> earlier(List<TrainingRun> silent, Map<String, Object> before) {
    return before.containsKey(RUNS) ? all(before).stream()
        .filter(run -> silent.stream().anyMatch(one -> String.valueOf(run.get("run")).contains(one.id())))
        .findFirst().orElse(Map.of()) : before;
  }

  /** The runs in a manifest that trained what its report shows. */
  static List<Map<String, Object>> of(Map<String, Object> manifest) {
    return all(manifest).stream().filter(run -> !Objects.equals(run.get("trials"), 0)).toList();
  }

  /** The list in a manifest; in one of format 1 there is one run, of which the manifest itself has the facts. */
  public static List<Map<String, Object>> all(Map<String, Object> manifest) {
    if (!(manifest.get(RUNS) instanceof List<?> list)) {
      return manifest.containsKey("started") ? List.of(facts(manifest)) : List.of();
    }
    return list.stream().filter(Map.class::isInstance).map(run -> facts((Map<?, ?>) run)).toList();
  }

  private static Map<String, Object> facts(Map<?, ?> map) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (map.get("run") instanceof String) { // one of the list, not a whole manifest
      facts.put("run", map.get("run"));
      facts.put("trials", map.get("trials"));
    }
    FACTS.stream().filter(map::containsKey).forEach(fact -> facts.put(fact, map.get(fact)));
    return facts;
  }

  /** What the runs have of a fact, each value once. */
  static List<String> values(List<Map<String, Object>> runs, String fact) {
    return runs.stream().map(run -> run.get(fact)).filter(value -> value != null).map(String::valueOf).distinct().toList();
  }

  /** How many lock-step groups of the runs threw and were trained one by one. */
  static int trainedSingly(List<Map<String, Object>> runs) {
    return runs.stream().map(run -> run.get(ThisRun.TRAINED_SINGLY)).filter(Integer.class::isInstance)
        .mapToInt(groups -> (Integer) groups).sum();
  }

  /** The sum of what the runs took. */
  static double seconds(List<Map<String, Object>> runs) {
    return runs.stream().map(run -> run.get("seconds")).filter(Number.class::isInstance)
        .mapToDouble(seconds -> ((Number) seconds).doubleValue()).sum();
  }
}
