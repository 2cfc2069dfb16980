package rote.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;

/**
 * The columns that a table has in one format.
 *
 * <p>Format 1 has the columns as they are declared. Since format 2 each list of whole numbers is followed by the same as
 * text, {@code <name>_text}, because pandas cannot group by a list; and no column has the name of an SQL keyword.
 *
 * @param <R> what a row is made of
 */
record TableForm<R>(MessageType schema, List<Column<R>> columns) {
  /** The text of an empty list, and of none. */
  static final String NOTHING = "none";

  static final String TEXT = "_text";

  /** Keywords that were column names in format 1, and the names since. */
  static final Map<String, String> RENAMED = Map.of("group", "group_label", "values", "numbers");

  private static final int TEXTS_SINCE = 2;

  /** @param declared the columns of format 1 */
  static <R> TableForm<R> of(String name, List<Column<R>> declared, int format) {
    List<Column<R>> columns = format < TEXTS_SINCE ? declared : declared.stream().flatMap(TableForm::since2).toList();
    return new TableForm<>(Column.schema(name, columns), columns);
  }

  private static <R> Stream<Column<R>> since2(Column<R> column) {
    String name = column.type().getName();
    Column<R> renamed = RENAMED.containsKey(name) ? column.named(RENAMED.get(name)) : column;
    return column.isIntegers()
        ? Stream.of(renamed, Column.text(name + TEXT, row -> text((List<?>) column.value().apply(row))))
        : Stream.of(renamed);
  }

  /** {@code 16-16}: never null, for pandas leaves out groups of null. */
  private static String text(List<?> list) {
    return list == null || list.isEmpty() ? NOTHING : list.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /** The name of a column in a row of either format. */
  static String name(Group row, String declared) {
    return row.getType().containsField(declared) ? declared : RENAMED.get(declared);
  }

  Group row(R of) {
    Group row = new SimpleGroup(schema);
    Column.fill(row, columns, of);
    return row;
  }
}
