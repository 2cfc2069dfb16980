package rote.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.data.InputException;

/** One {@code --set path=value}: a value of an experiment file that the command line replaces; null leaves a section out. */
record Change(String text, List<String> path, Object value) {

  static Change of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InputException("--set " + text + ": must be KEY=VALUE, such as trial.epochs=5");
    }
    String source = "--set " + text;
    return new Change(source, path(text.substring(0, equals)), YamlText.value(source, text.substring(equals + 1)));
  }

  /** {@code grid.data.training-examples} is the key {@code data.training-examples} of the grid. */
  private static List<String> path(String keys) {
    return List.of(keys.split("\\.", keys.startsWith("grid.") ? 2 : -1));
  }

  void apply(Map<String, Object> tree) {
    if (path.size() == 2 && path.get(0).equals("trial") && sweeps(tree.get("grid"), path.get(1))) {
      throw new InputException(text + ": the grid gives " + path.get(1) + " its values; set grid." + path.get(1));
    }
    Map<String, Object> map = tree;
    for (String key : path.subList(0, path.size() - 1)) {
      map = child(map, key);
    }
    map.put(path.get(path.size() - 1), value);
    if (path.size() == 1 && value == null) {
      tree.remove(path.get(0));
    }
  }

  private static boolean sweeps(Object grid, String key) {
    return grid instanceof Map<?, ?> product && product.containsKey(key)
        || grid instanceof List<?> products && products.stream().anyMatch(product -> sweeps(product, key));
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  private Map<String, Object> child(Map<String, Object> map, String key) {
    Object child = map.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
    if (!(child instanceof Map)) {
      throw new InputException(text + ": " + key + " is no map of keys in the file");
    }
    return (Map<String, Object>) child;
  }
}
