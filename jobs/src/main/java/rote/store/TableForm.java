package rote.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.Row;

/**
 * The columns of a table in each format.
 *
 * <p>Since format 2 a text column {@code <name>_text} follows each list of whole numbers, because pandas cannot group by
 * lists, and no column has the name of an SQL keyword. Format 3 has more columns.
 */
final class TableForm {
  static final String NOTHING = "none";

  static final String TEXT = "_text";

  /** SQL keywords that were column names in format 1, and the names since then. */
  static final Map<String, String> RENAMED = Map.of("group", "group_label", "values", "numbers");

  private static final int TEXTS_SINCE = 2;

  private static final int MORE_SINCE = 3;

  /** Columns of any table that format 2 lacks; as a setting of a trial, {@code config} lacks it too. */
  private static final Set<String> MORE = Set.of("shift", "frozen", "label_smoothing", "input_corruption_share", "noise_examples",
      "weights_seed", "order_seed", "standardise", "test_share", "folds", "fold", "permutation");

  private TableForm() {}

  /** @param declared the columns of the current format, without texts and under the names of format 1 */
  static <R> Columns<R> of(String name, List<Column<R>> declared, int format) {
    Stream<Column<R>> columns = declared.stream().filter(column -> has(column.name(), format));
    return new Columns<>(name, (format < TEXTS_SINCE ? columns : columns.flatMap(TableForm::since2)).toList());
  }

  static boolean has(String column, int format) {
    return format >= MORE_SINCE || !MORE.contains(column);
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
