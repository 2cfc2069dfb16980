package rote.data.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A table that an experiment names as its data, and how it is read.
 *
 * @param file a path or URI of a file, or of a folder of Parquet files
 * @param testFile the same of the test set; null if trials draw theirs
 * @param columns the features; empty for all columns but the label
 * @param ignore columns that are left out
 * @param oneHot columns of texts, each value of which becomes a feature
 * @param isFilled whether missing values are allowed, and become the mean of what a trial trains on
 * @param group the column that says which rows belong together; null if each stands for itself
 */
public record DataFile(String file, String testFile, Format format, ColumnName label, List<ColumnName> columns,
    List<ColumnName> ignore, List<ColumnName> oneHot, boolean isFilled, CsvForm csv, ColumnName group) {
  /** The formats of tables. */
  public enum Format { CSV, PARQUET }

  /**
   * How a CSV file is written.
   *
   * @param hasHeader whether its first row holds the names of the columns
   * @param decimal the mark before the fraction of a number
   */
  public record CsvForm(boolean hasHeader, char separator, char decimal) {
    public static final CsvForm USUAL = new CsvForm(true, ',', '.');
  }

  /** Returns the format that a file's name says; CSV for other names. */
  public static Format formatOf(String file) {
    return file.toLowerCase(Locale.ROOT).matches(".*\\.(parquet|pq)/?") ? Format.PARQUET : Format.CSV;
  }

  /** Returns the keys of {@code data} as an experiment file has them; those that say nothing are left out. */
  public Map<String, Object> plain() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", file);
    put(keys, "test-file", testFile, null);
    put(keys, "format", format.name().toLowerCase(Locale.ROOT), formatOf(file).name().toLowerCase(Locale.ROOT));
    put(keys, "label", label == null ? null : label.plain(), null);
    put(keys, "columns", plain(columns), List.of());
    put(keys, "ignore", plain(ignore), List.of());
    put(keys, "one-hot", plain(oneHot), List.of());
    put(keys, "missing", isFilled ? "mean" : null, null);
    put(keys, "group-column", group == null ? null : group.plain(), null);
    put(keys, "header", csv.hasHeader(), CsvForm.USUAL.hasHeader());
    put(keys, "separator", String.valueOf(csv.separator()), String.valueOf(CsvForm.USUAL.separator()));
    put(keys, "decimal", String.valueOf(csv.decimal()), String.valueOf(CsvForm.USUAL.decimal()));
    return keys;
  }

  private static void put(Map<String, Object> keys, String key, Object value, Object usual) {
    if (!Objects.equals(value, usual)) {
      keys.put(key, value);
    }
  }

  private static List<Object> plain(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::plain).toList();
  }

  /** Returns the name of the data set, which no set of the catalogue has: that of the file, with an ending. */
  public String name() {
    String name = file.replaceFirst("/+$", "").replaceFirst(".*/", "");
    return name.contains(".") ? name : name + "." + format.name().toLowerCase(Locale.ROOT);
  }
}
