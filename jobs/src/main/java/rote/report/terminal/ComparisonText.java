package rote.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rote.analysis.compare.CellDifference;
import rote.analysis.compare.ComparedRun;
import rote.analysis.compare.Comparison;
import rote.analysis.compare.MetricComparison;
import rote.analysis.metrics.Numbers;

/** Writes a comparison for a terminal. */
public final class ComparisonText {
  private static final int MAX_LENGTH = 40;

  private ComparisonText() {}

  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    for (int run = 0; run < comparison.runs().size(); run++) {
      ComparedRun of = comparison.runs().get(run);
      String line = Comparison.letter(run) + "  " + of.name() + ": " + of.groups().sentence();
      text.append(TextTable.printable(line)).append('\n');
    }
    text.append('\n').append(differing(comparison));
    comparison.samenesses().forEach(sentence -> text.append(sentence).append('\n'));
    comparison.metrics().forEach(metric ->
        text.append('\n').append(metric.metric().words()).append('\n').append(table(comparison, metric)));
    text.append('\n');
    comparison.summaries().forEach(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  private static String differing(Comparison comparison) {
    Map<String, List<String>> differing = comparison.differing();
    if (differing.isEmpty()) {
      return "Settings, data and code are the same.\n";
    }
    TextTable table = new TextTable().left("what differs");
    IntStream.range(0, comparison.runs().size()).forEach(run -> table.left(Comparison.letter(run)));
    differing.forEach((key, values) -> {
      List<String> cells = new ArrayList<>(List.of(key));
      values.forEach(value -> cells.add(value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) + "..." : value));
      table.row(cells);
    });
    return table.toString();
  }

  private static String table(Comparison comparison, MetricComparison metric) {
    boolean several = comparison.runs().size() > 2;
    TextTable table = new TextTable().left("group");
    if (several) {
      table.left("run");
    }
    table.right("A").right(several ? "run's" : "B").left("difference [interval]").right("n").right("p");
    for (MetricComparison.Row row : metric.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.group()));
      if (several) {
        cells.add(Comparison.letter(row.run()));
      }
      CellDifference cell = row.cell();
      cells.addAll(List.of(metric.value(cell.first(), row), metric.value(cell.other(), row),
          metric.difference(row), cell.n(), Numbers.p(row.p())));
      table.row(cells);
    }
    return table.toString();
  }
}
