package rote.data.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;

/** The missing values of a table. */
final class Gaps {
  private static final int MAX_SHOWN = 10; // columns in a message

  private final TableColumns columns;
  private final long[] counts; // [columns]
  private final String[] firsts; // [columns], the place of the first one, or null
  private String first; // in any column

  Gaps(TableColumns columns) {
    this.columns = columns;
    this.counts = new long[columns.count()];
    this.firsts = new String[columns.count()];
  }

  /** @param place names file and row */
  void add(int column, String place) {
    counts[column]++;
    firsts[column] = firsts[column] == null ? place : firsts[column];
    first = first == null ? place : first;
  }

  /**
   * @param isFilled whether features may be missing
   * @throws InputException if values are missing that must be there
   */
  void demandNone(int rows, boolean areImages, boolean isFilled) {
    demandNone(columns.label(), "label", rows);
    demandNone(columns.group(), "group", rows);
    long all = Arrays.stream(counts).sum();
    if (all > 0 && areImages) {
      throw new InputException(first + ": " + all + " of " + rows + " rows have no bytes of an image in column " + shown() + "; take them out");
    }
    if (all > 0 && !isFilled) {
      throw new InputException(first + ": " + all + (all == 1 ? " value is missing, in column " : " values are missing, in columns ")
          + shown() + "; write missing: mean to put the mean of what a trial trains on in their place");
    }
  }

  private void demandNone(int column, String what, int rows) {
    if (column >= 0 && counts[column] > 0) {
      throw new InputException(firsts[column] + ": " + counts[column] + " of " + rows + " rows have no " + what + " in column "
          + QuotedValue.of(columns.name(column)) + "; take them out");
    }
  }

  private String shown() {
    List<String> lacking = IntStream.range(0, counts.length).filter(column -> counts[column] > 0)
        .mapToObj(column -> columns.name(column) + " (" + counts[column] + ")").toList();
    return String.join(", ", lacking.subList(0, Math.min(MAX_SHOWN, lacking.size()))) + (lacking.size() > MAX_SHOWN ? " and more" : "");
  }
}
