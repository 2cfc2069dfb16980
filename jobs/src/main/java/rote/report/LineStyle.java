package rote.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.trial.Setting;

/**
 * How a group's line looks in every chart.
 *
 * @param colour position among the colours, from 0
 * @param ordered whether colours show an order and not kinds
 */
public record LineStyle(int colour, int colours, boolean ordered, Dash dash) {
  private static final List<Setting<?>> CORRUPTION = List.of(Setting.LABEL_CORRUPTION);
  /** More kinds are hard to tell apart and become an order. */
  public static final int MAX_KINDS = 7;
  private static final int MIN_ORDERED = 4;

  /** Two or three values in order; true labels are solid, random labels dashed. */
  public enum Dash { SOLID, DOTTED, DASHED }

  /**
   * One style per group. Dashes show label corruption and colours the other settings, or the other way round if there are too
   * many values for dashes; colours alone if neither fits.
   */
  public static List<LineStyle> of(Groups groups) {
    List<Setting<?>> others = groups.axesBut(Setting.LABEL_CORRUPTION);
    if (!groups.axes().contains(Setting.LABEL_CORRUPTION)) {
      return styles(groups, others, List.of());
    }
    if (fitsDashes(groups, CORRUPTION)) {
      return styles(groups, others.isEmpty() ? CORRUPTION : others, CORRUPTION);
    }
    return fitsDashes(groups, others)
        ? styles(groups, CORRUPTION, others)
        : styles(groups, groups.axes(), List.of());
  }

  private static List<LineStyle> styles(Groups groups, List<Setting<?>> coloured, List<Setting<?>> dashed) {
    List<String> colours = keys(groups, coloured);
    List<String> dashes = keys(groups, dashed);
    boolean ordered = isOrdered(colours.size(), areNumbers(groups, coloured));
    return groups.all().stream()
        .map(group -> new LineStyle(colours.indexOf(key(group, coloured)), colours.size(), ordered,
            dash(dashes.indexOf(key(group, dashed)), dashes.size())))
        .toList();
  }

  public static boolean isOrdered(int values, boolean areNumbers) {
    return values > MAX_KINDS || areNumbers && values >= MIN_ORDERED;
  }

  private static boolean fitsDashes(Groups groups, List<Setting<?>> settings) {
    return keys(groups, settings).size() <= Dash.values().length;
  }

  /** Combined values of the settings in plan order; label corruption ascends. */
  private static List<String> keys(Groups groups, List<Setting<?>> settings) {
    Comparator<Group> byCorruption = Comparator.comparing(group -> group.trial().get(Setting.LABEL_CORRUPTION));
    Comparator<Group> order = settings.equals(CORRUPTION) ? byCorruption : (a, b) -> 0;
    return groups.all().stream().sorted(order).map(group -> key(group, settings)).distinct().toList();
  }

  private static String key(Group group, List<Setting<?>> settings) {
    return settings.stream().map(group::value).collect(Collectors.joining("\n"));
  }

  private static Dash dash(int rank, int of) {
    return rank == 0 ? Dash.SOLID : rank == of - 1 ? Dash.DASHED : Dash.DOTTED;
  }

  private static boolean areNumbers(Groups groups, List<Setting<?>> settings) {
    return settings.size() == 1
        && groups.all().stream().allMatch(g -> Setting.plain(g.trial().get(settings.get(0))) instanceof Number);
  }
}
