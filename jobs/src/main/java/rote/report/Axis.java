package rote.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.experiment.LearningRate;
import rote.experiment.NumberText;
import rote.experiment.Setting;
import rote.experiment.Trial;

/**
 * One way in which groups differ: along it a page facets, colours and sorts.
 *
 * @param key such as {@code label-corruption}
 * @param values each once, as a person reads it: numbers from little to much, others in plan order; no two look the same
 * @param exact the values with all their digits
 * @param numbers the values as numbers; empty where they are none
 * @param of the position of each group's value among the values
 */
record Axis(String key, List<String> values, List<String> exact, List<Double> numbers, List<Integer> of) {
  private static final String DECAY = "learning-rate-decay";

  /** The settings that differ between groups; a falling learning rate is two of them, and the part of a search one. */
  static List<Axis> of(Groups groups) {
    List<Axis> axes = new ArrayList<>();
    if (groups.all().stream().map(Group::chosen).distinct().count() > 1) {
      axes.add(kinds("part", groups, Group::part));
    }
    for (Setting<?> setting : groups.axes()) {
      if (setting == Setting.LEARNING_RATE) {
        axes.add(numbers(setting.key(), groups, group -> exact(rate(group).start())));
        axes.add(numbers(DECAY, groups, group -> exact(rate(group).decay())));
      } else {
        axes.add(areNumbers(groups, setting)
            ? setting == Setting.HIDDEN ? layers(groups) : numbers(setting.key(), groups, group -> number(group.trial(), setting))
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
    return new Axis(key, values, values, List.of(), positions(all, values));
  }

  private static Axis numbers(String key, Groups groups, Function<Group, Double> number) {
    List<Double> all = groups.all().stream().map(group -> number.apply(group) + 0.0).toList(); // -0 is 0
    List<Double> values = all.stream().distinct().sorted().toList();
    List<BigDecimal> exact = values.stream().map(BigDecimal::valueOf).toList();
    return new Axis(key, Digits.ofSettings(exact), exact.stream().map(NumberText::of).toList(), values, positions(all, values));
  }

  /** Single hidden layers, by their units; they are written as lists. */
  private static Axis layers(Groups groups) {
    Axis units = numbers(Setting.HIDDEN.key(), groups, group -> number(group.trial(), Setting.HIDDEN));
    List<String> texts = units.exact().stream().map(text -> "[" + text + "]").toList();
    return new Axis(units.key(), texts, texts, units.numbers(), units.of());
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

  /** 0.1, not the double next to the float32 0.1. */
  private static Double exact(float value) {
    return Double.valueOf(Float.toString(value));
  }
}
