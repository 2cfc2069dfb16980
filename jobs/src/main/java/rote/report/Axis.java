package rote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.experiment.LearningRate;
import rote.experiment.Setting;
import rote.experiment.Trial;

/**
 * One way in which groups differ: along it a page facets, colours and sorts.
 *
 * @param key such as {@code label-corruption}
 * @param values each once, as a person reads it: numbers from little to much, others in plan order
 * @param numbers the values as numbers; empty where they are none
 * @param of the position of each group's value among the values
 */
record Axis(String key, List<String> values, List<Double> numbers, List<Integer> of) {
  private static final String DECAY = "learning-rate-decay";

  /** The settings that differ between groups; a falling learning rate is two of them, and the part of a search one. */
  static List<Axis> of(Groups groups) {
    List<Axis> axes = new ArrayList<>();
    if (groups.all().stream().map(Group::chosen).distinct().count() > 1) {
      axes.add(kinds("part", groups, Group::part));
    }
    for (Setting<?> setting : groups.axes()) {
      if (setting == Setting.LEARNING_RATE) {
        axes.add(numbers(setting.key(), groups, group -> (double) rate(group).start(), group -> text(rate(group).start())));
        axes.add(numbers(DECAY, groups, group -> (double) rate(group).decay(), group -> text(rate(group).decay())));
      } else {
        axes.add(areNumbers(groups, setting)
            ? numbers(setting.key(), groups, group -> number(group.trial(), setting), group -> group.value(setting))
            : kinds(setting.key(), groups, group -> group.value(setting)));
      }
    }
    return axes.stream().filter(axis -> axis.values().size() > 1).toList();
  }

  String words() {
    return Words.of(key);
  }

  private static Axis kinds(String key, Groups groups, Function<Group, String> text) {
    List<String> all = groups.all().stream().map(text).toList();
    List<String> values = all.stream().distinct().toList();
    return new Axis(key, values, List.of(), positions(all, values));
  }

  private static Axis numbers(
      String key, Groups groups, Function<Group, Double> number, Function<Group, String> text) {
    record Value(double number, String text) {}
    List<Value> all = groups.all().stream().map(group -> new Value(number.apply(group), text.apply(group))).toList();
    List<Value> values = all.stream().distinct().sorted(Comparator.comparingDouble(Value::number)).toList();
    return new Axis(key, values.stream().map(Value::text).toList(), values.stream().map(Value::number).toList(),
        positions(all, values));
  }

  private static boolean areNumbers(Groups groups, Setting<?> setting) {
    return groups.all().stream().allMatch(group -> number(group.trial(), setting) != null);
  }

  private static <T> List<Integer> positions(List<T> all, List<T> values) {
    Map<T, Integer> position = new HashMap<>();
    values.forEach(value -> position.put(value, position.size()));
    return all.stream().map(position::get).toList();
  }

  /** Null where the value is no number; a single hidden layer counts its units. */
  private static Double number(Trial trial, Setting<?> setting) {
    Object value = Setting.plain(trial.get(setting));
    if (setting == Setting.HIDDEN && value instanceof List<?> layers && layers.size() == 1) {
      return ((Number) layers.get(0)).doubleValue();
    }
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private static LearningRate rate(Group group) {
    return group.trial().get(Setting.LEARNING_RATE);
  }

  private static String text(float value) {
    return Setting.text(value);
  }
}
