package rote.files.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Says where the values of a YAML text are, in the file or on the command line, by the keys that lead to them. */
public final class YamlPlaces {
  private final String file;
  private final Map<String, String> places = new HashMap<>();

  private YamlPlaces(String file) {
    this.file = file;
  }

  /** Knows the file alone: for values that are read from no text. */
  public static YamlPlaces in(String file) {
    return new YamlPlaces(file);
  }

  /** @param text YAML that {@link YamlText} has read without an error */
  public static YamlPlaces in(String file, String text) {
    YamlPlaces places = new YamlPlaces(file);
    new Compose(LoadSettings.builder().build()).composeString(text).ifPresent(root -> places.add("", root));
    return places;
  }

  /** The path of an entry of a map. */
  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The path of an element of a list. */
  static String element(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Gives a value, and all within it, another place. */
  public void replace(List<String> keys, String place) {
    String path = keys.stream().reduce("", YamlPlaces::child);
    places.keySet().removeIf(known -> known.startsWith(path + ".") || known.startsWith(path + "["));
    places.put(path, place);
  }

  /** Returns {@code file:line:column} of the value, or of the nearest one around it whose place is known. */
  String of(String path) {
    String at = path;
    while (!at.isEmpty() && !places.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return places.getOrDefault(at, file);
  }

  private void add(String path, Node node) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          add(child(path, key.getValue()), key, entry.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (int index = 0; index < list.getValue().size(); index++) {
        add(element(path, index), list.getValue().get(index), list.getValue().get(index));
      }
    }
  }

  private void add(String path, Node begin, Node value) {
    begin.getStartMark().map(YamlPlaces::text).ifPresent(mark -> places.put(path, file + mark));
    add(path, value);
  }

  private static String text(Mark mark) {
    return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
