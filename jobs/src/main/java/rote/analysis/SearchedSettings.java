package rote.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.SettingText;
import rote.trial.Trial;
import rote.trial.TrialKey;
import rote.trial.TrialRecord;

/** Shows how the validation accuracy of a search depends on each setting. */
final class SearchedSettings {
  private static final String NOTE = "Validation accuracy of the search's trials, one setting at a time, over all values of the others."
      + " A trial that FAILED or DIVERGED counts as 0; one that is not recorded yet does not count. A star marks what was chosen.";
  /** More values than this are shown as three ranges with equally many groups. */
  private static final int MAX_VALUES = 6;
  private static final int RANGES = 3;

  private final Groups groups;
  private final List<Group> search;
  private final List<List<String>> rows = new ArrayList<>();

  private SearchedSettings(Groups groups) {
    this.groups = groups;
    this.search = groups.all().stream().filter(group -> !group.chosen()).toList();
  }

  static Optional<AnalysisTable> of(Groups groups) {
    return groups.haveParts() && !groups.axes().isEmpty()
        ? Optional.of(new SearchedSettings(groups).finding())
        : Optional.empty();
  }

  private AnalysisTable finding() {
    for (Setting<?> axis : groups.axes()) {
      axis.parts().forEach(part ->
          add(Words.of(part.key()), trial -> part.of(trial) instanceof Number number ? number(number) : SettingText.of(axis, trial)));
    }
    return new AnalysisTable("Validation accuracy by setting", NOTE,
        List.of("setting", "value", "n", "median", "best"), rows);
  }

  private <V extends Comparable<?>> void add(String name, Function<Trial, V> value) {
    Map<V, List<Group>> byValue = new TreeMap<>();
    search.forEach(group -> byValue.computeIfAbsent(value.apply(group.trial()), key -> new ArrayList<>()).add(group));
    Map<V, String> words = words(List.copyOf(byValue.keySet()));
    if (byValue.size() <= MAX_VALUES) {
      byValue.forEach((key, of) -> row(name, words.get(key), of));
      return;
    }
    List<V> sorted = byValue.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(group -> entry.getKey())).toList();
    List<Group> ordered = byValue.values().stream().flatMap(List::stream).toList();
    IntStream.range(0, RANGES).forEach(range -> {
      int from = range * sorted.size() / RANGES;
      int to = (range + 1) * sorted.size() / RANGES;
      row(name, words.get(sorted.get(from)) + " to " + words.get(sorted.get(to - 1)), ordered.subList(from, to));
    });
  }

  private void row(String name, String value, List<Group> of) {
    double[] accuracies = settings(of).flatMapToDouble(SearchedSettings::accuracy).toArray();
    rows.add(List.of(name, value + (isChosen(of) ? " *" : ""), String.valueOf(accuracies.length),
        accuracies.length == 0 ? "-" : Numbers.accuracy(Median.withDefaults().evaluate(accuracies)),
        Arrays.stream(accuracies).max().stream().mapToObj(Numbers::accuracy).findFirst().orElse("-")));
  }

  /** The records of each setting once, although groups may share them. */
  private static Stream<List<TrialRecord>> settings(List<Group> of) {
    return of.stream().map(Group::records).distinct();
  }

  private boolean isChosen(List<Group> of) {
    return groups.all().stream().filter(Group::chosen).map(Group::trial).anyMatch(best -> of.stream().anyMatch(group ->
        TrialKey.of(group.trial().withSeed(best.seed())).equals(TrialKey.of(best))));
  }

  private static DoubleStream accuracy(List<TrialRecord> records) {
    return records.stream().flatMapToDouble(record -> record.result().status() == Status.COMPLETED
        ? Metric.VALIDATION_ACCURACY.reader().of(record.result()).stream() : DoubleStream.of(0)).average().stream();
  }

  /** With the digits of a float32, not those of the double next to it. */
  private static BigDecimal number(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros();
  }

  private static <V> Map<V, String> words(List<V> values) {
    boolean numbers = values.stream().allMatch(BigDecimal.class::isInstance);
    List<String> texts = numbers
        ? Digits.ofSettings(values.stream().map(BigDecimal.class::cast).toList())
        : values.stream().map(String::valueOf).toList();
    return IntStream.range(0, texts.size()).boxed().collect(Collectors.toMap(values::get, texts::get));
  }
}
