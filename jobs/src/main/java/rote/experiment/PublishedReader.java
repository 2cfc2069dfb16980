package rote.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reader of one published figure in an experiment file. */
final class PublishedReader {
  private static final List<String> KEYS = List.of("where", "metric", "value", "source");

  private PublishedReader() {}

  static Published read(YamlNode node) {
    Map<String, YamlNode> keys = node.map(KEYS);
    for (String key : KEYS) {
      if (!keys.containsKey(key)) {
        throw node.error("needs " + key);
      }
    }
    return new Published(
        where(keys.get("where")), metric(keys.get("metric")), keys.get("value").finite(), keys.get("source").line());
  }

  /** The name of a column of the trials table. */
  static String metric(YamlNode node) {
    String metric = node.text();
    if (!metrics().contains(metric)) {
      throw node.error("unknown metric " + Quoted.of(metric) + "; " + Suggestion.of(metric, metrics()));
    }
    return metric;
  }

  /** The plain values of settings, by key. */
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

  /** The columns of the trials table with which a figure can be compared; without a prefix, the final value is meant. */
  private static List<String> metrics() {
    List<String> metrics = new ArrayList<>(List.of(
        "fit_epoch", "generalisation_gap", "test_accuracy_drop", "critical_sample_ratio", "test_cost_spread", "cost_correlation",
        "memorisation_auc", "noisy_test_accuracy", "weight_autocorrelation", "initial_weight_autocorrelation",
        "linear_weight_autocorrelation", "sure_of_test_images", "sure_of_uniform_noise", "sure_of_gaussian_noise",
        "drawn_digit_output", "right_on_trained", "right_on_left_out"));
    for (String when : List.of("", "final_", "best_")) {
      for (String set : List.of("training", "validation", "test")) {
        metrics.add(when + set + "_cost");
        metrics.add(when + set + "_accuracy");
      }
    }
    return metrics;
  }
}
