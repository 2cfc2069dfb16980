package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import rote.experiment.Conditions;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;

/** Reads one published figure of an experiment file. */
final class PublishedReader {
  private static final List<String> NEEDED = List.of("where", "metric", "value", "source");
  private static final List<String> KEYS =
      Stream.concat(NEEDED.stream(), Stream.of("runs", "best-of", "within")).toList();
  private static final int MAX_RUNS = 10_000;

  private PublishedReader() {}

  static PublishedValue read(YamlNode node) {
    Map<String, YamlNode> keys = node.map(KEYS);
    for (String key : NEEDED) {
      if (!keys.containsKey(key)) {
        throw node.error("needs " + key);
      }
    }
    boolean isBest = keys.containsKey("best-of");
    if (isBest && (keys.containsKey("runs") || keys.containsKey("within"))) {
      throw node.error("best-of is no mean of runs: leave out runs and within");
    }
    YamlNode runs = keys.get(isBest ? "best-of" : "runs");
    return new PublishedValue(
        Conditions.read(keys.get("where")), metric(keys.get("metric")), keys.get("value").finite(), keys.get("source").line(),
        runs == null ? 1 : (int) runs.whole(1, MAX_RUNS), isBest, within(keys.get("within")));
  }

  private static OptionalDouble within(YamlNode node) {
    if (node != null && node.finite() <= 0) {
      throw node.error("must be > 0, was " + QuotedValue.of(node.typed()));
    }
    return node == null ? OptionalDouble.empty() : OptionalDouble.of(node.finite());
  }

  static MetricName metric(YamlNode node) {
    String metric = node.text();
    return MetricName.named(metric).orElseThrow(() -> node.error(
        "unknown metric " + QuotedValue.of(metric) + "; " + Suggestion.of(metric, MetricName.allNames())));
  }
}
