package rote.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.Row;

/**
 * The columns of a table in each format.
 *
 * <p>Since format 2 a text column {@code <name>_text} follows each list of whole numbers, because pandas cannot group by
 * lists, and no column has the name of an SQL keyword.
 */
final class TableForm {
  static final String NOTHING = "none";

  static final String TEXT = "_text";

  /** SQL keywords that were column names in format 1, and the names since then. */
  static final Map<String, String> RENAMED = Map.of("group", "group_label", "values", "numbers");

  private static final int TEXTS_SINCE = 2;

  private TableForm() {}

  /** @param declared the columns of format 1 */
  static <R> Columns<R> of(String name, List<Column<R>> declared, int format) {
    return new Columns<>(name, format < TEXTS_SINCE ? declared : declared.stream().flatMap(TableForm::since2).toList());
  }

  private static <R> Stream<Column<R>> since2(Column<R> column) {
    String name = column.name();
    Column<R> renamed = RENAMED.containsKey(name) ? column.named(RENAMED.get(name)) : column;
    return column.isIntegers()
        ? Stream.of(renamed, Column.text(name + TEXT, row -> text((List<?>) column.value(row))))
        : Stream.of(renamed);
  }

  /** Never null, because pandas leaves out groups of null. */
  private static String text(List<?> list) {
    return list == null || list.isEmpty() ? NOTHING : list.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  static String name(Row row, String declared) {
    return row.has(declared) ? declared : RENAMED.get(declared);
  }
}
