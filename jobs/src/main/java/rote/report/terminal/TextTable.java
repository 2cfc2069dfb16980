package rote.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in monospaced text: columns are two spaces apart, numbers are flush right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private record Column(String heading, boolean right) {}

  TextTable left(String heading) {
    columns.add(new Column(heading, false));
    return this;
  }

  TextTable right(String heading) {
    columns.add(new Column(heading, true));
    return this;
  }

  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(cells.stream().map(TextTable::printable).toList());
  }

  @Override
  public String toString() {
    List<Integer> widths = IntStream.range(0, columns.size()).mapToObj(this::width).toList();
    StringBuilder text = new StringBuilder(line(columns.stream().map(Column::heading).toList(), widths));
    text.append(line(widths.stream().map("-"::repeat).toList(), widths));
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  /** Replaces characters that could control a terminal. */
  public static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}|[\\x{2028}\\x{2029}]", "?");
  }

  private int width(int column) {
    int heading = columns.get(column).heading().length();
    return Math.max(heading, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private String line(List<String> cells, List<Integer> widths) {
    List<String> padded = IntStream.range(0, cells.size())
        .mapToObj(i -> pad(cells.get(i), widths.get(i), columns.get(i).right()))
        .toList();
    return String.join(GAP, padded).stripTrailing() + "\n";
  }

  private static String pad(String cell, int width, boolean right) {
    String blanks = " ".repeat(width - cell.length());
    return right ? blanks + cell : cell + blanks;
  }
}
