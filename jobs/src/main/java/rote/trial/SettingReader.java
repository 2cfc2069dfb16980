package rote.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rote.files.yaml.Quoted;
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

  /** Also reads null, which stands for no value. */
  static <T> Function<YamlNode, T> optional(Function<YamlNode, T> reader) {
    return node -> node.value() == null ? null : reader.apply(node);
  }

  static <E extends Enum<E>> Function<YamlNode, E> choice(Class<E> type) {
    return node -> node.choice(type);
  }

  static List<Integer> layers(YamlNode node) {
    return node.list().stream()
        .map(width -> width.integer(1, Setting.MAX_WIDTH)).collect(Collectors.toCollection(ArrayList::new));
  }

  static Float share(YamlNode node) {
    float share = node.real(0, 1);
    if (share == 0) {
      throw node.error("must be above 0 and at most 1, was " + Quoted.of(node.typed()));
    }
    return share;
  }

  static List<Integer> extent(YamlNode node) {
    List<Integer> extent = layers(node);
    if (extent.size() != 2) {
      throw node.error("must be [HEIGHT, WIDTH], was " + Quoted.of(node.typed()));
    }
    return extent;
  }

  static LearningRate learningRate(YamlNode node) {
    if (!node.isMap()) {
      return new LearningRate(positive(node), 1);
    }
    Map<String, YamlNode> parts = node.map(List.of("start", "decay"));
    if (!parts.containsKey("start")) {
      throw node.error("needs start: the rate of the first epoch");
    }
    float start = positive(parts.get("start"));
    return new LearningRate(start, parts.containsKey("decay") ? decay(parts.get("decay")) : 1);
  }

  private static float decay(YamlNode node) {
    float value = node.real();
    if (!(value > 0 && value <= 1)) {
      throw node.error("must be > 0 and at most 1, was " + Quoted.of(node.typed()));
    }
    return value;
  }

  private static float positive(YamlNode node) {
    float value = node.real();
    if (!(value > 0)) {
      throw node.error("must be > 0, was " + Quoted.of(node.typed()));
    }
    return value;
  }
}
