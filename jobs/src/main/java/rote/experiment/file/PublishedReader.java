package rote.experiment.file;

import java.util.List;
import java.util.Map;
import rote.experiment.Conditions;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;

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
        Conditions.read(keys.get("where")), metric(keys.get("metric")), keys.get("value").finite(), keys.get("source").line());
  }

  static MetricName metric(YamlNode node) {
    String metric = node.text();
    return MetricName.named(metric).orElseThrow(() -> node.error(
        "unknown metric " + QuotedValue.of(metric) + "; " + Suggestion.of(metric, MetricName.allNames())));
  }
}
