package rote.docs;

import java.util.List;

/** The mistakes in tables that docs/mistakes.md lists: the file, what is added to {@code data}, the message. */
public final class TableMistakes {
  private TableMistakes() {}

  /** A file is text, or a query of DuckDB that writes Parquet. */
  public static List<List<String>> rows() {
    return Document.of("docs/mistakes.md").table("the table", "added to `data`", "message").stream()
        .map(row -> List.of(meant(row.get(0)), code(row.get(1)), code(row.get(2)))).toList();
  }

  private static String code(String cell) {
    return cell.isEmpty() ? "" : Document.code(cell).get(0);
  }

  private static String meant(String cell) {
    return code(cell).replace("\\n", "\n").replace("\\t", "\t").replace("\\ufeff", "\ufeff");
  }
}
