package rote.data.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.files.parquet.ParquetTable;
import rote.files.yaml.QuotedValue;

/** Reads the cells of Parquet files: one, or all of a folder, in the order of their names. */
final class ParquetCells implements ParquetTable.Reader {
  private static final Set<String> SETS = Set.of("train", "training", "test", "validation", "valid", "val", "dev");

  private final String file;
  private final BiFunction<List<String>, int[], Cells> rows;
  private final List<ParquetTable.Field> known; // of the first file, or null
  private final Function<List<String>, boolean[]> used;
  private boolean[] isUsed; // by column, as in the first file
  private List<ParquetTable.Field> fields;
  private int[] widths;
  private Cells cells; // null before the first row
  private long row; // 0 before the first of this file

  private ParquetCells(String file, BiFunction<List<String>, int[], Cells> rows, ParquetCells before,
      Function<List<String>, boolean[]> used) {
    this.file = file;
    this.rows = rows;
    this.used = used;
    this.known = before == null ? null : before.fields;
    this.widths = before == null ? null : before.widths;
    this.cells = before == null ? null : before.cells;
    this.isUsed = before == null ? null : before.isUsed;
  }

  /**
   * @param used given the names of the columns, which of them are features or the label
   * @param rows given the names of the columns and how many numbers each has, 0 where it has images, takes the cells
   */
  static void read(NamedFile place, Function<List<String>, boolean[]> used, BiFunction<List<String>, int[], Cells> rows) {
    List<NamedFile> files = place.isFolder() ? place.files() : List.of(place);
    if (files.isEmpty()) {
      throw new InputException(place + ": is a folder without files");
    }
    demandOneSet(place, files);
    ParquetCells before = null;
    for (NamedFile file : files) {
      ParquetCells reader = new ParquetCells(file.toString(), rows, before, used);
      ParquetTable.read(file, reader);
      before = reader;
    }
    if (before.cells == null) {
      throw new InputException(place + ": has no rows");
    }
  }

  /** Public data hubs put the files of training and test into one folder, named by their set. */
  private static void demandOneSet(NamedFile place, List<NamedFile> files) {
    List<String> sets = files.stream().map(file -> file.name().split("[-_.]", 2)[0].toLowerCase(Locale.ROOT))
        .filter(SETS::contains).distinct().toList();
    if (sets.size() > 1) {
      throw new InputException(place + ": holds files of " + String.join(" and ", sets) + ", such as " + files.get(0).name()
          + ", which would be one table; name a file of it by file, and another by test-file, or move each set into a folder of its own");
    }
  }

  @Override
  public boolean[] fields(List<ParquetTable.Field> found) {
    fields = found;
    if (known != null && !known.stream().map(ParquetTable.Field::name).toList().equals(names())) {
      throw new InputException(file + ": its columns are not those of the files before it");
    }
    isUsed = isUsed == null ? used.apply(names()) : isUsed;
    for (int column = 0; column < isUsed.length; column++) {
      if (isUsed[column] && known != null && !areAlike(known.get(column), found.get(column))) {
        throw new InputException(file + ": column " + QuotedValue.of(found.get(column).name()) + " is of type " + found.get(column).type()
            + ", and of type " + known.get(column).type() + " in the file before it");
      }
      if (isUsed[column] && found.get(column).kind() == ParquetTable.Kind.OTHER) {
        throw new InputException(file + ": column " + QuotedValue.of(found.get(column).name()) + " is of type "
            + found.get(column).type() + ", which is no number, text, list of numbers or image; leave it out by ignore");
      }
    }
    return isUsed;
  }

  /** Whether columns of two files can be one. Numbers may go on from texts, because a text is judged by its whole column. */
  private static boolean areAlike(ParquetTable.Field one, ParquetTable.Field other) {
    return one.kind() == other.kind() || isSingle(one) && isSingle(other);
  }

  /** Whether a column holds one number or text in each row, rather than a list or an image. */
  private static boolean isSingle(ParquetTable.Field field) {
    return field.kind() == ParquetTable.Kind.NUMBER || field.kind() == ParquetTable.Kind.TEXT;
  }

  private List<String> names() {
    return fields.stream().map(ParquetTable.Field::name).toList();
  }

  @Override
  public void row(ParquetTable.Values values) {
    if (widths == null) {
      widths = new int[fields.size()];
      for (int column = 0; column < widths.length; column++) {
        ParquetTable.Kind kind = fields.get(column).kind();
        boolean isList = isUsed[column] && kind == ParquetTable.Kind.LIST && !values.isNull(column);
        widths[column] = isList ? Math.max(1, values.list(column).length) : kind == ParquetTable.Kind.IMAGE ? 0 : 1;
      }
    }
    cells = cells == null ? rows.apply(names(), widths) : cells;
    if (row == 0) {
      cells.file(file + ": row ");
    }
    cells.row(++row);
    for (int column = 0; column < widths.length; column++) {
      if (isUsed[column]) {
        take(values, column);
      }
    }
  }

  private void take(ParquetTable.Values values, int column) {
    ParquetTable.Kind kind = fields.get(column).kind();
    if (kind == ParquetTable.Kind.IMAGE) {
      Optional<byte[]> image = values.isNull(column) ? Optional.empty() : values.image(column);
      image.ifPresentOrElse(file -> cells.image(column, file), () -> cells.missing(column, 0));
    } else if (values.isNull(column)) {
      for (int k = 0; k < widths[column]; k++) {
        cells.missing(column, k);
      }
    } else if (kind == ParquetTable.Kind.TEXT) {
      String text = values.text(column).strip();
      if (text.isEmpty()) {
        cells.missing(column, 0);
      } else {
        cells.text(column, text);
      }
    } else if (kind == ParquetTable.Kind.NUMBER) {
      Optional<String> name = cells.areNames(column) ? values.exact(column) : Optional.empty();
      name.ifPresentOrElse(digits -> cells.text(column, digits), () -> number(column, 0, values.number(column)));
    } else {
      double[] list = values.list(column);
      if (list.length != widths[column]) {
        throw new InputException(file + ": row " + row + ": column " + QuotedValue.of(fields.get(column).name()) + ": has a list of "
            + list.length + " numbers, and the first row's has " + widths[column]);
      }
      for (int k = 0; k < list.length; k++) {
        number(column, k, list[k]);
      }
    }
  }

  private void number(int column, int element, double number) {
    if (Double.isNaN(number)) {
      cells.missing(column, element);
    } else {
      cells.number(column, element, number);
    }
  }
}
