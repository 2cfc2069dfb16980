package rote.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random search: settings drawn from distributions, as {@code sample} declares them.
 *
 * <p>Sample i of a key depends on the search's seed, the key and i alone: a longer search begins with the shorter one, and a
 * further key changes no other's values.
 */
final class RandomSearch {
  private static final int MOST_SAMPLES = 1_000_000;
  private static final List<String> DISTRIBUTIONS = List.of("uniform", "log-uniform", "choice");

  private final Map<Setting<?>, YamlNode> settings = new LinkedHashMap<>();
  private final int trials;
  private final Seeds seeds;

  private RandomSearch(YamlNode node) {
    List<String> allowed =
        Stream.concat(Stream.of("trials", "seed"), Setting.all().stream().map(Setting::path)).toList();
    Map<String, YamlNode> keys = node.map(allowed);
    if (!keys.containsKey("trials")) {
      throw node.error("needs trials: how many settings are drawn");
    }
    trials = keys.get("trials").integer(1, MOST_SAMPLES);
    seeds = new Seeds(keys.containsKey("seed") ? keys.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 1);
    keys.forEach((key, value) -> Setting.at(key).ifPresent(setting -> settings.put(setting, value)));
    if (settings.isEmpty()) {
      throw node.error("names no setting to draw, such as learning-rate: {log-uniform: [0.001, 1]}");
    }
  }

  /** The values of every sample. */
  static List<Map<Setting<?>, Object>> samples(YamlNode node) {
    RandomSearch search = new RandomSearch(node);
    return IntStream.range(0, search.trials).mapToObj(search::sample).toList();
  }

  private Map<Setting<?>, Object> sample(int index) {
    Map<Setting<?>, Object> sample = new LinkedHashMap<>();
    settings.forEach((setting, node) -> sample.put(setting, setting.read(drawn(node, setting.path(), index))));
    return sample;
  }

  /** The value as a file would give it, each distribution in it replaced by a number or a choice. */
  private YamlNode drawn(YamlNode node, String key, int index) {
    if (!node.isMap()) {
      return node;
    }
    Map<String, YamlNode> entries = node.map();
    String first = entries.keySet().stream().findFirst().orElse("");
    if (entries.size() == 1 && DISTRIBUTIONS.contains(first)) {
      return new YamlNode(node.file(), node.path(), value(first, entries.get(first).list(), entries.get(first),
          seeds.stream("sample/" + key, index).nextDouble()));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach((name, child) -> values.put(name, drawn(child, key + "." + name, index).value()));
    return new YamlNode(node.file(), node.path(), values);
  }

  private static Object value(String distribution, List<YamlNode> list, YamlNode node, double u) {
    if (distribution.equals("choice")) {
      if (list.isEmpty()) {
        throw node.error("is empty; give at least one value");
      }
      return list.get((int) (u * list.size())).value();
    }
    boolean log = distribution.equals("log-uniform");
    List<Double> ends = new ArrayList<>(list.stream().map(YamlNode::finite).toList());
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1)) || log && !(ends.get(0) > 0)) {
      throw node.error("must be [LEAST, MOST] with " + (log ? "0 < " : "") + "LEAST < MOST, was " + node.value());
    }
    return log
        ? StrictMath.exp(between(StrictMath.log(ends.get(0)), StrictMath.log(ends.get(1)), u))
        : between(ends.get(0), ends.get(1), u);
  }

  private static double between(double least, double most, double u) {
    return least + u * (most - least);
  }
}
