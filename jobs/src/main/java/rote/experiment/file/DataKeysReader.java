package rote.experiment.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rote.data.catalog.ArrayNames;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;
import rote.data.tables.DataFile;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlNode;

/** Reads the keys of {@code data} that are no settings. */
final class DataKeysReader {
  private static final List<String> OF_SETS = List.of("arrays", "split", "transpose", "labels");

  /** All keys, those of tables too, in the order of the documents. */
  static final List<String> KEYS = Stream.concat(DataFileReader.KEYS.stream(), OF_SETS.stream()).toList();

  private DataKeysReader() {}

  static DataKeys read(Map<String, YamlNode> data) {
    Optional<DataFile> table = DataFileReader.read(data);
    if (table.isPresent()) {
      OF_SETS.stream().filter(data::containsKey).findFirst().ifPresent(key -> {
        throw data.get(key).error("is for a data set, and data.file names a table; leave it out");
      });
      return DataKeys.of(table.get());
    }
    String dataset = data.containsKey("dataset") ? data.get("dataset").text() : "pen-digits";
    of(data, "arrays", "npz", dataset);
    of(data, "split", "idx", dataset);
    of(data, "transpose", "idx", dataset);
    of(data, "labels", "cifar-100", dataset);
    return new DataKeys(dataset, optional(data, "arrays").map(DataKeysReader::arrays), optional(data, "split").map(DataKeysReader::split),
        optional(data, "transpose").map(YamlNode::flag),
        optional(data, "labels").map(node -> node.choice(DataKeys.Labels.class)).orElse(DataKeys.Labels.FINE),
        Optional.empty());
  }

  private static Optional<YamlNode> optional(Map<String, YamlNode> data, String key) {
    return Optional.ofNullable(data.get(key));
  }

  /** Demands that a key is of this data set. One that is not known is reported when it is loaded. */
  private static void of(Map<String, YamlNode> data, String key, String wanted, String dataset) {
    if (data.containsKey(key) && !dataset.equals(wanted) && Catalog.names().contains(dataset)) {
      throw data.get(key).error("is a key of the data set " + wanted + ", not of " + dataset + "; leave it out");
    }
  }

  private static String split(YamlNode node) {
    if (!Catalog.EMNIST_SPLITS.contains(node.text())) {
      throw node.error("must be one of EMNIST's splits, was " + QuotedValue.of(node.text()) + "; there are "
          + String.join(", ", Catalog.EMNIST_SPLITS));
    }
    return node.text();
  }

  private static ArrayNames arrays(YamlNode node) {
    Map<String, YamlNode> names = node.map(ArrayNames.KEYS);
    List<String> training = ArrayNames.KEYS.subList(0, ArrayNames.TRAINING);
    if (!names.keySet().containsAll(ArrayNames.KEYS) && !names.keySet().equals(Set.copyOf(training))) {
      throw node.error("needs the name of each array: " + String.join(", ", ArrayNames.KEYS)
          + "; without a test set, of the first two");
    }
    List<String> all = ArrayNames.KEYS.stream().filter(names::containsKey).map(key -> names.get(key).text()).toList();
    if (all.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count() < all.size()) {
      throw node.error("names an array twice");
    }
    return new ArrayNames(all);
  }
}
