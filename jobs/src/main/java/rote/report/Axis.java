package rote.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Words;
import rote.analysis.metrics.Digits;
import rote.files.yaml.NumberText;
import rote.trial.Setting;
import rote.trial.SettingPart;

/**
 * A way in which groups differ; the page facets, colours and sorts by it.
 *
 * @param key such as {@code label-corruption}
 * @param values each once, all different as shown: numbers in ascending order, others in plan order
 * @param exact the values with all their digits
 * @param numbers empty if the values are no numbers
 * @param of which value each group has
 */
public record Axis(String key, List<String> values, List<String> exact, List<Double> numbers, List<Integer> of) {
  private static final String PART = "part";
  private static final double LOGARITHMIC_FROM = 10;

  /** The settings that differ between groups; a decaying learning rate is two of them, the part of a search is one. */
  public static List<Axis> of(Groups groups) {
    List<Axis> axes = new ArrayList<>();
    if (groups.all().stream().map(Group::chosen).distinct().count() > 1) {
      axes.add(kinds(PART, groups, Group::part));
    }
    groups.axes().forEach(setting -> setting.parts().forEach(part -> axes.add(of(part, groups))));
    return axes.stream().filter(axis -> axis.values().size() > 1).toList();
  }

  /**
   * Whether groups fill less than half of the grid, as in a random search: lines would join unrelated groups. Settings that are
   * zipped are one side of the grid.
   */
  public static boolean areScattered(Groups groups, List<Axis> axes) {
    List<String> zipped = groups.zipped().stream().flatMap(setting -> setting.parts().stream()).map(SettingPart::key).toList();
    double rows = groups.experiment().sweep().zip().size();
    return groups.all().size() < axes.stream().filter(axis -> !axis.key.equals(PART) && !zipped.contains(axis.key))
        .mapToDouble(axis -> axis.values.size()).reduce(rows, (a, b) -> a * b) / 2;
  }

  private static Axis of(SettingPart<?> part, Groups groups) {
    if (groups.all().stream().anyMatch(group -> number(part, group) == null)) {
      return kinds(part.key(), groups, group -> group.value(part.setting()));
    }
    Axis numbers = numbers(part.key(), groups, group -> number(part, group));
    return part.type() == Setting.Type.SIZES ? numbers.asLists() : numbers;
  }

  public String words() {
    return Words.of(key);
  }

  /** @param numbers in ascending order */
  public static boolean areLogarithmic(List<Double> numbers) {
    return !numbers.isEmpty() && numbers.get(0) > 0 && numbers.get(numbers.size() - 1) / numbers.get(0) >= LOGARITHMIC_FROM;
  }

  private static Axis kinds(String key, Groups groups, Function<Group, String> text) {
    List<String> all = groups.all().stream().map(text).toList();
    List<String> values = all.stream().distinct().toList();
    return new Axis(key, values, values, List.of(), positions(all, values));
  }

  private static Axis numbers(String key, Groups groups, Function<Group, Double> number) {
    List<Double> all = groups.all().stream().map(group -> number.apply(group) + 0.0).toList(); // -0 is 0
    List<Double> values = all.stream().distinct().sorted().toList();
    List<BigDecimal> exact = values.stream().map(BigDecimal::valueOf).toList();
    return new Axis(key, Digits.ofSettings(exact), exact.stream().map(NumberText::of).toList(), values, positions(all, values));
  }

  private Axis asLists() {
    List<String> texts = exact.stream().map(text -> "[" + text + "]").toList();
    return new Axis(key, texts, texts, numbers, of);
  }

  private static <T> List<Integer> positions(List<T> all, List<T> values) {
    Map<T, Integer> position = new HashMap<>();
    values.forEach(value -> position.put(value, position.size()));
    return all.stream().map(position::get).toList();
  }

  /** Null if the value is neither a number nor a list of one number. */
  private static Double number(SettingPart<?> part, Group group) {
    Object value = part.of(group.trial());
    Object only = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    return only instanceof Number number ? (Double) number.doubleValue() : null;
  }
}
