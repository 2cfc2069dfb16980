package rote.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.files.InputException;
import rote.trial.Setting;

/** One {@code --set path=value}, which replaces a value of an experiment file; null leaves a section out. */
record SetOption(String text, List<String> path, Object value) {
  private static final List<String> SWEPT = List.of("grid", "zip", "sample"); // their keys may be data. and a setting

  static SetOption of(String text) {
    SetText set = SetText.of(text, "trial.epochs=5");
    return new SetOption(set.source(), path(set.key()), set.value());
  }

  /** {@code grid.data.training-examples} is the key {@code data.training-examples} of the grid. */
  private static List<String> path(String keys) {
    List<String> path = new ArrayList<>(List.of(keys.split("\\.", -1)));
    if (path.size() > 2 && SWEPT.contains(path.get(0)) && path.get(1).equals("data")) {
      path.set(1, "data." + path.remove(2));
    }
    return List.copyOf(path);
  }

  void apply(Map<String, Object> tree) {
    Map<String, Object> map = tree;
    for (String key : path.subList(0, path.size() - 1)) {
      map = child(map, key);
    }
    map.put(path.get(path.size() - 1), value);
    if (path.size() == 1 && value == null) {
      tree.remove(path.get(0));
    }
  }

  /** Whether a later change overwrites all or part of this one. */
  boolean isLostBehind(SetOption later) {
    if (path.size() < later.path.size()) {
      return path.equals(later.path.subList(0, path.size())) && value instanceof Map<?, ?> map
          && map.containsKey(later.path.get(path.size()));
    }
    return later.path.equals(path.subList(0, later.path.size()));
  }

  boolean sweeps() {
    return SWEPT.contains(path.get(0));
  }

  /** Whether it gives the setting a value in {@code trial} or {@code data}, or replaces that section. */
  boolean gives(Setting<?> setting) {
    return path.get(0).equals(setting.section()) && (path.size() == 1 || path.get(1).equals(setting.key()));
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  private Map<String, Object> child(Map<String, Object> map, String key) {
    Object child = map.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
    if (child instanceof List<?> && key.equals("grid")) {
      String typed = text.substring(text.indexOf('=') + 1);
      throw new InputException(text + ": the grid is a list in the file; set the whole grid, such as --set 'grid={"
          + path.get(1) + ": " + (value instanceof List ? typed : "[" + typed + "]") + "}', or leave it out by --set grid=null");
    }
    if (!(child instanceof Map)) {
      throw new InputException(text + ": " + key + " is no map of keys in the file");
    }
    return (Map<String, Object>) child;
  }
}
