package rote.analysis.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.files.InputException;
import rote.trial.Setting;

/** Compares runs with the first of them: what differs in settings, data and code, and how far apart results are. */
public record Comparison(List<ComparedRun> runs, List<MetricComparison> metrics) {
  private static final int MIN_RUNS = 2;
  private static final int MAX_RUNS = 26; // each has a letter
  private static final String NOT_GIVEN = "-";

  /** @throws InputException if there is no such metric, or a run has nothing in common with the first */
  public static Comparison of(List<ComparedRun> runs, Collection<String> columns) {
    checkNumber(runs.size());
    List<Setting<?>> axes = Setting.all().stream()
        .<Setting<?>>filter(setting -> runs.stream().anyMatch(run -> run.groups().axes().contains(setting))).toList();
    List<Map<String, Group>> groups = runs.stream().map(run -> named(run.groups(), axes)).toList();
    List<MetricComparison> metrics = columns.stream().map(column ->
        MetricComparison.of(metric(column), groups, run -> runs.get(run).sharesDataWith(runs.get(0)))).toList();
    for (int run = 1; run < runs.size(); run++) {
      for (MetricComparison metric : metrics) {
        checkCompared(runs, run, metric, axes);
      }
    }
    return new Comparison(runs, metrics);
  }

  public static void checkNumber(int runs) {
    if (runs < MIN_RUNS || runs > MAX_RUNS) {
      throw new InputException("OUT: must be the outputs of " + MIN_RUNS + " to " + MAX_RUNS + " runs, was " + runs);
    }
  }

  private static Metric metric(String column) {
    return Metric.named(column).filter(Metric::isOfTrials).orElseThrow(() ->
        new InputException("--metric: must be a numeric column of the trials table, such as test_accuracy, was " + column));
  }

  private static Map<String, Group> named(Groups groups, List<Setting<?>> axes) {
    Map<String, Group> named = new LinkedHashMap<>();
    groups.all().forEach(group -> named.put(groups.name(group, axes), group));
    return named;
  }

  private static void checkCompared(List<ComparedRun> runs, int run, MetricComparison metric, List<Setting<?>> axes) {
    if (!metric.has(run)) {
      ComparedRun first = runs.get(0);
      ComparedRun other = runs.get(run);
      String why = axes.stream().filter(axis -> Collections.disjoint(values(first, axis), values(other, axis))).findFirst()
          .map(axis -> Words.of(axis) + " is " + String.join(", ", values(first, axis)) + " in the one and "
              + String.join(", ", values(other, axis)) + " in the other")
          .orElse("they have no group in common in which trials of both have a " + metric.metric().words());
      throw new InputException(first.name() + " and " + other.name() + " have nothing to compare: " + why);
    }
  }

  private static Set<String> values(ComparedRun run, Setting<?> setting) {
    return run.groups().all().stream().map(group -> group.value(setting))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public static String letter(int run) {
    return String.valueOf((char) ('A' + run));
  }

  /** What was declared differently: by key, a text for each run. */
  public Map<String, List<String>> differing() {
    Set<String> keys = new LinkedHashSet<>();
    runs.forEach(run -> keys.addAll(run.declared().keySet()));
    Map<String, List<String>> differing = new LinkedHashMap<>();
    keys.forEach(key -> differing.put(key, runs.stream().map(run -> run.declared().getOrDefault(key, NOT_GIVEN)).toList()));
    differing.values().removeIf(values -> values.stream().distinct().count() == 1);
    return differing;
  }

  /** Returns a sentence for each metric of each run but the first. */
  public List<String> summaries() {
    List<String> summaries = new ArrayList<>();
    for (MetricComparison metric : metrics) {
      IntStream.range(1, runs.size()).forEach(run ->
          summaries.add(letter(run) + " against A in " + metric.metric().words() + ": " + metric.summary(run) + "."));
    }
    return summaries;
  }

  /** Returns a sentence on identical bits for each run but the first. */
  public List<String> samenesses() {
    return IntStream.range(1, runs.size())
        .mapToObj(run -> letter(run) + " " + runs.get(run).sameness(runs.get(0)) + ".").toList();
  }
}
