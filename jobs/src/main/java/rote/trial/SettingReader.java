package rote.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlNode;

/** Reads the values of settings from YAML. */
final class SettingReader {
  private SettingReader() {}

  static Function<YamlNode, Integer> integer(int min, int max) {
    return node -> node.integer(min, max);
  }

  static Function<YamlNode, Float> real(float min, float max) {
    return node -> node.real(min, max);
  }

  static <T> Function<YamlNode, T> optional(Function<YamlNode, T> reader) {
    return node -> node.value() == null ? null : reader.apply(node);
  }

  static <E extends Enum<E>> Function<YamlNode, E> choice(Class<E> type) {
    return node -> node.choice(type);
  }

  static List<Integer> layers(YamlNode node) {
    return new ArrayList<>(node.list().stream().map(width -> width.integer(1, Setting.MAX_WIDTH)).toList());
  }

  static Float share(YamlNode node) {
    float share = node.real(0, 1);
    return demanded(share > 0, share, node, "must be above 0 and at most 1");
  }

  static List<Integer> extent(YamlNode node) {
    List<Integer> extent = layers(node);
    return demanded(extent.size() == 2, extent, node, "must be [HEIGHT, WIDTH]");
  }

  static LearningRate learningRate(YamlNode node) {
    if (!node.isMap()) {
      return new LearningRate(positive(node), 1);
    }
    Map<String, YamlNode> parts = node.map(List.of("start", "decay"));
    if (!parts.containsKey("start")) {
      throw node.error("needs start: the rate of the first epoch");
    }
    return new LearningRate(positive(parts.get("start")), parts.containsKey("decay") ? decay(parts.get("decay")) : 1);
  }

  private static float decay(YamlNode node) {
    float value = node.real();
    return demanded(value > 0 && value <= 1, value, node, "must be > 0 and at most 1");
  }

  private static float positive(YamlNode node) {
    float value = node.real();
    return demanded(value > 0, value, node, "must be > 0");
  }

  private static <V> V demanded(boolean holds, V value, YamlNode node, String what) {
    if (!holds) {
      throw node.error(what + ", was " + QuotedValue.of(node.typed()));
    }
    return value;
  }
}
