package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.data.tables.ColumnName;
import rote.data.tables.DataFile;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlNode;

/** Reads the keys of section {@code data} that name the data: a set of the catalogue, or a table and how it is read. */
final class DataFileReader {
  static final List<String> KEYS = List.of("dataset", "file", "test-file", "format", "label", "columns", "ignore", "one-hot",
      "missing", "group-column", "header", "separator", "decimal");
  private static final List<String> OF_CSV = List.of("header", "separator", "decimal");

  private DataFileReader() {}

  /** Returns the table that is named; empty for a set of the catalogue. */
  static Optional<DataFile> read(Map<String, YamlNode> data) {
    if (!data.containsKey("file")) {
      KEYS.subList(1, KEYS.size()).stream().filter(data::containsKey).findFirst().ifPresent(key -> {
        throw data.get(key).error("is for a table of your own, and data.file names none");
      });
      return Optional.empty();
    }
    if (data.containsKey("dataset")) {
      throw data.get("file").error("names the data, and so does data.dataset; leave one of them out");
    }
    String file = path(data.get("file"));
    DataFile.Format format = data.containsKey("format") ? data.get("format").choice(DataFile.Format.class) : DataFile.formatOf(file);
    OF_CSV.stream().filter(key -> data.containsKey(key) && format != DataFile.Format.CSV).findFirst().ifPresent(key -> {
      throw data.get(key).error("is for CSV files, and " + file + " is read as Parquet; leave it out, or write format: csv");
    });
    return Optional.of(new DataFile(file, data.containsKey("test-file") ? path(data.get("test-file")) : null, format,
        data.containsKey("label") ? column(data.get("label")) : null, columns(data, "columns"), columns(data, "ignore"),
        columns(data, "one-hot"), data.containsKey("missing") && isFilled(data.get("missing")), form(data),
        data.containsKey("group-column") ? group(data) : null));
  }

  private static String path(YamlNode node) {
    if (node.text().isBlank()) {
      throw node.error("is empty; name a file, such as iris.csv");
    }
    if (node.text().indexOf('\0') >= 0) {
      throw node.error("has a NUL character, which no path has; name a file, such as iris.csv");
    }
    if (node.text().matches(".*\\.(?i:npz|npy)")) {
      throw node.error("must be a table; arrays of NumPy are read by dataset: npz, and --data names the file");
    }
    return node.text();
  }

  private static boolean isFilled(YamlNode node) {
    if (!node.text().equals("mean") && !node.text().equals("error")) {
      throw node.error("must be error or mean, was " + QuotedValue.of(node.text()));
    }
    return node.text().equals("mean");
  }

  private static List<ColumnName> columns(Map<String, YamlNode> data, String key) {
    return data.containsKey(key) ? data.get(key).list().stream().map(DataFileReader::column).toList() : List.of();
  }

  private static ColumnName column(YamlNode node) {
    return node.value() instanceof String name ? ColumnName.of(name) : ColumnName.of(node.integer(1, Integer.MAX_VALUE));
  }

  private static ColumnName group(Map<String, YamlNode> data) {
    if (data.containsKey("test-file")) {
      throw data.get("group-column").error("keeps rows together where a test set is drawn, and data.test-file names one; leave one of them out");
    }
    return column(data.get("group-column"));
  }

  private static DataFile.CsvForm form(Map<String, YamlNode> data) {
    DataFile.CsvForm usual = DataFile.CsvForm.USUAL;
    DataFile.CsvForm form = new DataFile.CsvForm(!data.containsKey("header") || data.get("header").flag(),
        data.containsKey("separator") ? mark(data.get("separator"), ";") : usual.separator(),
        data.containsKey("decimal") ? mark(data.get("decimal"), ",") : usual.decimal());
    if (form.separator() == form.decimal()) {
      throw data.get("decimal").error("is " + QuotedValue.of(String.valueOf(form.decimal()))
          + ", which separates the columns too; write the separator of the file, such as separator: \";\"");
    }
    return form;
  }

  private static char mark(YamlNode node, String example) {
    String text = node.text();
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || "\n\r\"".contains(text)) {
      throw node.error("must be one mark, such as \"" + example + "\", was " + QuotedValue.of(text));
    }
    return text.charAt(0);
  }
}
