package rote.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;

/** Reads one published figure of an experiment file. */
final class PublishedReader {
  private static final List<String> KEYS = List.of("where", "metric", "value", "source");

  private PublishedReader() {}

  static PublishedValue read(YamlNode node) {
    Map<String, YamlNode> keys = node.map(KEYS);
    for (String key : KEYS) {
      if (!keys.containsKey(key)) {
        throw node.error("needs " + key);
      }
    }
    return new PublishedValue(
        where(keys.get("where")), metric(keys.get("metric")), keys.get("value").finite(), keys.get("source").line());
  }

  static MetricName metric(YamlNode node) {
    String metric = node.text();
    return MetricName.named(metric).orElseThrow(() -> node.error(
        "unknown metric " + QuotedValue.of(metric) + "; " + Suggestion.of(metric, MetricName.allNames())));
  }

  static Map<String, Object> where(YamlNode node) {
    List<String> allowed = new ArrayList<>(List.of("dataset"));
    Setting.all().forEach(setting -> allowed.add(setting.key()));
    Map<String, Object> where = new LinkedHashMap<>();
    node.map(allowed).forEach((key, value) -> where.put(key, plain(key, value)));
    return where;
  }

  private static Object plain(String key, YamlNode value) {
    Optional<Setting<?>> setting = Setting.named(key);
    return setting.isPresent() ? Setting.plain(setting.get().read(value)) : value.text();
  }
}
