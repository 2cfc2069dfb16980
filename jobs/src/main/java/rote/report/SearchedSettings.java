package rote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import rote.experiment.LearningRate;
import rote.experiment.Setting;
import rote.experiment.Trial;

/** What the result of a search owes to each setting: how the validation accuracy goes with its values, whatever the others are. */
final class SearchedSettings {
  private static final String NOTE = "Validation accuracy of the search's trials by one setting at a time, the others being "
      + "whatever was drawn with it; a trial that did not complete counts as 0. A star marks what was chosen.";
  /** More values than this are drawn together in three ranges of equal number. */
  private static final int MOST_VALUES = 6;
  private static final int RANGES = 3;

  private final Groups groups;
  private final List<Group> search;
  private final List<List<String>> rows = new ArrayList<>();

  private SearchedSettings(Groups groups) {
    this.groups = groups;
    this.search = groups.all().stream().filter(group -> !group.chosen()).toList();
  }

  /** Empty where nothing is searched for. */
  static Optional<Finding> of(Groups groups) {
    return groups.haveParts() && !groups.axes().isEmpty()
        ? Optional.of(new SearchedSettings(groups).finding())
        : Optional.empty();
  }

  private Finding finding() {
    for (Setting<?> axis : groups.axes()) {
      if (axis == Setting.LEARNING_RATE) {
        add("learning rate", trial -> (double) trial.get(Setting.LEARNING_RATE).start());
        add("learning rate decay", trial -> (double) trial.get(Setting.LEARNING_RATE).decay());
      } else {
        add(Words.of(axis), trial -> trial.get(axis) instanceof Number number ? number.doubleValue() : Words.value(trial, axis));
      }
    }
    return new Finding("How the validation accuracy goes with each setting", NOTE,
        List.of("setting", "value", "n", "median", "best"), rows);
  }

  /** A row a value, or a row a range of numbers. */
  private <V extends Comparable<?>> void add(String name, Function<Trial, V> value) {
    Map<V, List<Group>> byValue = new TreeMap<>();
    search.forEach(group -> byValue.computeIfAbsent(value.apply(group.trial()), key -> new ArrayList<>()).add(group));
    if (byValue.size() <= MOST_VALUES) {
      byValue.forEach((key, of) -> row(name, words(key), of));
      return;
    }
    List<V> sorted = byValue.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(group -> entry.getKey())).toList();
    List<Group> ordered = byValue.values().stream().flatMap(List::stream).toList();
    IntStream.range(0, RANGES).forEach(range -> {
      int from = range * sorted.size() / RANGES;
      int to = (range + 1) * sorted.size() / RANGES;
      row(name, words(sorted.get(from)) + " to " + words(sorted.get(to - 1)), ordered.subList(from, to));
    });
  }

  private void row(String name, String value, List<Group> of) {
    double[] accuracies = of.stream().mapToDouble(SearchedSettings::accuracy).toArray();
    boolean chosen = groups.all().stream().filter(Group::chosen)
        .anyMatch(best -> of.stream().anyMatch(group -> group.trial().withSeed(0).equals(best.trial().withSeed(0))));
    rows.add(List.of(name, value + (chosen ? " *" : ""), String.valueOf(of.size()),
        Numbers.accuracy(Median.withDefaults().evaluate(accuracies)),
        Numbers.accuracy(of.stream().map(SearchedSettings::accuracy).max(Comparator.naturalOrder()).orElseThrow())));
  }

  private static double accuracy(Group group) {
    return group.statistics(Metric.VALIDATION_ACCURACY).map(Statistics::mean).orElse(0.0);
  }

  private static String words(Object value) {
    return value instanceof Double number
        ? number == Math.rint(number) ? String.valueOf(number.longValue()) : String.format(Locale.ROOT, "%.3g", number)
        : String.valueOf(value);
  }
}
