package rote.data.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of {@code data} that are no settings: which data set, and how its files are read where they leave that open.
 *
 * @param arrays what the arrays are called; empty for the usual names
 * @param split of EMNIST; empty for the only one there is
 * @param isTransposed whether rows and columns of the images are exchanged; empty for those of EMNIST's files
 * @param labels which labels of CIFAR-100
 */
public record DataKeys(String dataset, Optional<ArrayNames> arrays, Optional<String> split, Optional<Boolean> isTransposed, Labels labels) {
  /** CIFAR-100 has 100 classes, and 20 superclasses. */
  public enum Labels { FINE, COARSE }

  public static DataKeys of(String dataset) {
    return new DataKeys(dataset, Optional.empty(), Optional.empty(), Optional.empty(), Labels.FINE);
  }

  /** Returns the keys beside {@code dataset} as the experiment file has them; those that say nothing are left out. */
  public Map<String, Object> others() {
    Map<String, Object> keys = new LinkedHashMap<>();
    arrays.ifPresent(names -> keys.put("arrays", names.plain()));
    split.ifPresent(name -> keys.put("split", name));
    isTransposed.ifPresent(is -> keys.put("transpose", is));
    if (labels == Labels.COARSE) {
      keys.put("labels", "coarse");
    }
    return keys;
  }
}
