package rote.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rote.experiment.Setting;

/**
 * How the line of one group looks in every chart.
 *
 * @param colour position among the colours, from 0
 * @param colours how many colours the page needs
 * @param ordered whether the colours stand for an order, from little to much, and not for kinds
 */
record LineStyle(int colour, int colours, boolean ordered, Dash dash) {
  /** More kinds than the eye keeps apart become an order. */
  private static final int MOST_KINDS = 7;
  private static final int LEAST_ORDERED = 4;

  /** True labels are solid, random labels dashed. */
  enum Dash { SOLID, DOTTED, DASHED }

  /**
   * One style a group: dashes tell apart label corruption, colours the other settings; the other way round where
   * label corruption has too many values; colours alone where dashes cannot do it.
   */
  static List<LineStyle> of(Groups groups) {
    List<Setting<?>> others = groups.axes().stream().filter(axis -> axis != Setting.LABEL_CORRUPTION).toList();
    List<Setting<?>> corruption = groups.axes().stream().filter(axis -> axis == Setting.LABEL_CORRUPTION).toList();
    int levels = ranks(groups, byCorruption(groups)).size();
    if (!corruption.isEmpty() && levels <= Dash.values().length) {
      return styles(groups, others.isEmpty() ? corruption : others, corruption);
    }
    if (!corruption.isEmpty() && ranks(groups, group -> key(group, others)).size() <= Dash.values().length) {
      return styles(groups, corruption, others);
    }
    return styles(groups, groups.axes(), List.of());
  }

  private static List<LineStyle> styles(Groups groups, List<Setting<?>> coloured, List<Setting<?>> dashed) {
    Map<String, Integer> colours = ranks(groups, group -> key(group, coloured));
    Map<String, Integer> dashes = dashed.equals(List.of(Setting.LABEL_CORRUPTION))
        ? ranks(groups, byCorruption(groups))
        : ranks(groups, group -> key(group, dashed));
    boolean ordered = colours.size() > MOST_KINDS || colours.size() >= LEAST_ORDERED && isNumber(groups, coloured);
    List<LineStyle> styles = new ArrayList<>();
    for (Group group : groups.all()) {
      Dash dash = dash(dashes.get(key(group, dashed)), dashes.size());
      styles.add(new LineStyle(colours.get(key(group, coloured)), colours.size(), ordered, dash));
    }
    return styles;
  }

  /** Label corruption as a key whose order of first appearance is that of its values. */
  private static Function<Group, String> byCorruption(Groups groups) {
    return group -> key(group, List.of(Setting.LABEL_CORRUPTION));
  }

  private static Map<String, Integer> ranks(Groups groups, Function<Group, String> key) {
    List<String> keys = groups.all().stream()
        .sorted((a, b) -> Float.compare(a.trial().get(Setting.LABEL_CORRUPTION), b.trial().get(Setting.LABEL_CORRUPTION)))
        .map(key)
        .distinct()
        .toList();
    Map<String, Integer> ranks = new LinkedHashMap<>();
    keys.forEach(k -> ranks.put(k, ranks.size()));
    return ranks;
  }

  private static String key(Group group, List<Setting<?>> settings) {
    return settings.stream().map(group::value).collect(Collectors.joining("\n"));
  }

  private static Dash dash(int rank, int of) {
    return rank == 0 ? Dash.SOLID : rank == of - 1 ? Dash.DASHED : Dash.DOTTED;
  }

  private static boolean isNumber(Groups groups, List<Setting<?>> settings) {
    return settings.size() == 1
        && groups.all().stream().allMatch(g -> Setting.plain(g.trial().get(settings.get(0))) instanceof Number);
  }
}
