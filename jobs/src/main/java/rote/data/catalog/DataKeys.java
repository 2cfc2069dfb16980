package rote.data.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rote.data.tables.DataFile;

/**
 * The keys of {@code data} that are no settings: which data set or table, and how its files are read where they leave that open.
 *
 * @param dataset the name of the set; of a table, that of its file
 * @param arrays what the arrays are called; empty for the usual names
 * @param split of EMNIST; empty for the only one there is
 * @param isTransposed whether rows and columns of the images are exchanged; empty for those of EMNIST's files
 * @param labels which labels of CIFAR-100
 * @param table that is the data set; empty for a set of the catalogue
 */
public record DataKeys(String dataset, Optional<ArrayNames> arrays, Optional<String> split, Optional<Boolean> isTransposed, Labels labels,
    Optional<DataFile> table) {
  /** CIFAR-100 has 100 classes, and 20 superclasses. */
  public enum Labels { FINE, COARSE }

  public static DataKeys of(String dataset) {
    return new DataKeys(dataset, Optional.empty(), Optional.empty(), Optional.empty(), Labels.FINE, Optional.empty());
  }

  public static DataKeys of(DataFile table) {
    return new DataKeys(table.name(), Optional.empty(), Optional.empty(), Optional.empty(), Labels.FINE, Optional.of(table));
  }

  /** Returns the keys as an experiment file has them; those that say nothing are left out. */
  public Map<String, Object> plain() {
    if (table.isPresent()) {
      return table.get().plain();
    }
    Map<String, Object> keys = new LinkedHashMap<>(Map.of("dataset", dataset));
    arrays.ifPresent(names -> keys.put("arrays", names.plain()));
    split.ifPresent(name -> keys.put("split", name));
    isTransposed.ifPresent(is -> keys.put("transpose", is));
    if (labels == Labels.COARSE) {
      keys.put("labels", "coarse");
    }
    return keys;
  }
}
