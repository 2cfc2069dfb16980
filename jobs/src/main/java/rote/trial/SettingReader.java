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

  /** Null stands for the trial's. */
  static Integer seed(YamlNode node) {
    return node.value() == null ? null : node.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Reads numbers of layers, counted from 1, in any order. */
  static List<Integer> frozen(YamlNode node) {
    List<Integer> numbers = node.list().stream().map(layer -> layer.integer(1, Integer.MAX_VALUE)).toList();
    List<Integer> sorted = new ArrayList<>(numbers.stream().distinct().sorted().toList());
    return demanded(sorted.size() == numbers.size(), sorted, node, "must name each layer once");
  }

  static Float share(YamlNode node) {
    float share = node.real(0, 1);
    return demanded(share > 0, share, node, "must be above 0 and at most 1");
  }

  static Float testShare(YamlNode node) {
    float share = node.real(0, 1);
    return demanded(share > 0 && share < 1, share, node, "must be above 0 and below 1");
  }

  static Float smoothing(YamlNode node) {
    float smoothing = node.real(0, 1);
    return demanded(smoothing < 1, smoothing, node, "must be 0 or more and below 1");
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
