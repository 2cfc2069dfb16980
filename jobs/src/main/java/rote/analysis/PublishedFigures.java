package rote.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.experiment.PublishedValue;
import rote.trial.Setting;

/** Finds the groups that measured an experiment's published figures. */
public final class PublishedFigures {
  private PublishedFigures() {}

  /** A figure that no group measured comes once, without a group. */
  public static List<PublishedFigure> of(Groups groups) {
    return groups.experiment().published().stream().flatMap(published -> of(published, groups)).toList();
  }

  /**
   * The groups with these settings; {@code dataset} is one of the keys. After a search only the chosen ones count, because
   * the test images had no part in the choice.
   */
  static List<Group> about(Map<String, Object> where, Groups groups) {
    return groups.all().stream()
        .filter(group -> (group.chosen() || !groups.haveParts()) && matches(where, group)).toList();
  }

  static boolean matches(Map<String, Object> where, Group group) {
    return where.entrySet().stream().allMatch(condition -> matches(condition, group));
  }

  /** Whether the group's data set is the one asked for, if any is. */
  static boolean isOnDataset(Map<String, Object> where, Group group) {
    return !where.containsKey("dataset") || same(where.get("dataset"), group.dataset());
  }

  private static Stream<PublishedFigure> of(PublishedValue published, Groups groups) {
    List<PublishedFigure> measured = about(published.where(), groups).stream()
        .map(group -> new PublishedFigure(published, Optional.of(group), group.statistics(Metric.of(published.metric()))))
        .filter(PublishedFigure::isMeasured)
        .toList();
    return measured.isEmpty()
        ? Stream.of(new PublishedFigure(published, Optional.empty(), Optional.empty()))
        : measured.stream();
  }

  private static boolean matches(Map.Entry<String, Object> condition, Group group) {
    if (condition.getKey().equals("dataset")) {
      return same(condition.getValue(), group.dataset());
    }
    return Setting.named(condition.getKey())
        .filter(setting -> same(condition.getValue(), Setting.plain(group.trial().get(setting))))
        .isPresent();
  }

  /** Numbers are equal if they round to the same float32, which is what a trial holds. */
  private static boolean same(Object a, Object b) {
    if (a instanceof Number left && b instanceof Number right) {
      return left.floatValue() == right.floatValue();
    }
    if (a instanceof List<?> left && b instanceof List<?> right) {
      return left.size() == right.size()
          && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
    }
    if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }
    return a == null ? b == null : a.equals(b);
  }
}
