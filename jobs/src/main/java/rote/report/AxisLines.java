package rote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.trial.Setting;

/**
 * Lays out groups against the numeric setting with the most values. Groups that differ in nothing else share a line.
 *
 * @param joined whether lines are drawn; in a random search there are only points
 */
public record AxisLines(Setting<?> axis, List<Line> lines, boolean joined, boolean logarithmic) {
  private static final int MIN_VALUES = 3;

  /** @param groups their places among all, sorted by the axis */
  public record Line(String label, List<Integer> groups) {}

  /** Empty if no setting has enough numbers. */
  public static Optional<AxisLines> of(Groups groups) {
    return groups.axes().stream().filter(axis -> isNumeric(groups, axis))
        .max(Comparator.comparing((Setting<?> axis) -> values(groups, axis)))
        .filter(axis -> values(groups, axis) >= MIN_VALUES)
        .map(axis -> of(groups, axis));
  }

  public double x(Group group) {
    return x(group, axis);
  }

  public LineStyle style(int k) {
    return new LineStyle(k, lines.size(), LineStyle.isOrdered(lines.size(), false), LineStyle.Dash.SOLID);
  }

  private static AxisLines of(Groups groups, Setting<?> axis) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    List<Setting<?>> others = groups.axesBut(axis);
    List<Integer> ascending = IntStream.range(0, groups.all().size()).boxed()
        .sorted(Comparator.comparing(g -> x(groups.all().get(g), axis))).toList();
    for (int g : ascending) {
      lines.computeIfAbsent(groups.all().get(g).label(others), label -> new ArrayList<>()).add(g);
    }
    boolean apart = lines.size() == groups.all().size();
    List<Line> all = lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue())).toList();
    return new AxisLines(axis, apart ? List.of(new Line("all groups", ascending)) : all,
        !apart && !Axis.areScattered(groups, Axis.of(groups)),
        Axis.areLogarithmic(ascending.stream().map(g -> x(groups.all().get(g), axis)).toList()));
  }

  private static double x(Group group, Setting<?> axis) {
    return ((Number) Setting.plain(group.trial().get(axis))).doubleValue();
  }

  private static boolean isNumeric(Groups groups, Setting<?> axis) {
    return groups.all().stream().allMatch(group -> Setting.plain(group.trial().get(axis)) instanceof Number);
  }

  private static long values(Groups groups, Setting<?> axis) {
    return groups.all().stream().map(group -> group.trial().get(axis)).distinct().count();
  }
}
