package rote.experiment.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;
import rote.data.tables.DataFile;
import rote.data.tables.TableSet;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.files.yaml.YamlText;

/**
 * Data that a command line names by its file or folder.
 *
 * @param section what an experiment says of it
 * @param folder what {@code --data} must be for that experiment; empty for a table, which the section names
 */
public record NamedData(Map<String, Object> section, Optional<String> folder) {
  /**
   * @param named a table, an {@code .npz} file, or a folder of Parquet, IDX or NumPy files
   * @param label the column of the classes, by name or number; null if it is not given
   * @param keys more keys of {@code data}, {@code KEY=VALUE}
   */
  public static NamedData of(String named, String label, List<String> keys, FileSystems systems) {
    NamedFile file = new NamedFile(named, systems);
    Optional<String> set = set(file);
    Map<String, Object> section = new LinkedHashMap<>(set.isPresent() ? Map.of("dataset", set.get()) : Map.of("file", named));
    if (set.isEmpty() && DataFile.formatOf(named) == DataFile.Format.CSV && file.isFolder()) {
      section.put("format", "parquet");
    }
    if (label != null && set.isPresent()) {
      throw new InputException("--label " + label + ": is for tables; the labels of " + named + " are an array of its own");
    }
    if (label != null) {
      section.put("label", YamlText.value("--label " + label, label(label)));
    }
    for (String key : keys) {
      SetText given = SetText.of(key, "missing=mean");
      section.put(given.key().replaceFirst("^data\\.", ""), given.value());
    }
    return new NamedData(section, set.map(any -> named));
  }

  /** Returns a label as YAML has it: names are texts, whatever they look like, and numbers are numbers. */
  public static String label(String label) {
    return label.matches("[0-9]+") ? label : "'" + label.replace("'", "''") + "'";
  }

  /** Returns the kind of set whose files these are; empty for tables. */
  private static Optional<String> set(NamedFile file) {
    if (file.name().matches("(?i).*\\.npy(\\.gz)?")) {
      throw new InputException(file + ": holds one array; name the folder with the arrays of images and of labels");
    }
    List<String> names = file.isFolder() ? file.files().stream().map(NamedFile::name).toList() : List.of(file.name());
    return names.stream().anyMatch(name -> name.matches("(?i).*idx[13]-?ubyte.*")) ? Optional.of("idx")
        : names.stream().anyMatch(name -> name.matches("(?i).*\\.np[yz](\\.gz)?")) ? Optional.of("npz") : Optional.empty();
  }

  /** Returns how an experiment on it reads it. */
  public DataKeys keys() {
    return ExperimentFile.experiment("data", new LinkedHashMap<>(Map.of("name", "data", "data", section))).data();
  }

  /**
   * Reads it.
   *
   * @param places where a relative name of a table is looked for
   */
  public Dataset read(List<String> places, FileSystems systems) {
    try {
      DataKeys keys = keys();
      return keys.table().map(table -> TableSet.read(table, places, systems))
          .orElseGet(() -> Catalog.load(keys, List.of(new DataFolder(folder.orElseThrow(), systems))));
    } catch (InputException e) {
      throw new InputException(e.getMessage().replace("by data.label;", "by --label;").replaceFirst("^data: data\\.", "--set "), e);
    }
  }
}
