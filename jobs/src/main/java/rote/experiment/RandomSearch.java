package rote.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.files.yaml.YamlNode;
import rote.trial.Seeds;
import rote.trial.Setting;

/**
 * Draws settings from the distributions that {@code sample} declares.
 *
 * <p>Sample i of a key depends only on the search's seed, the key and i. So a longer search begins with the shorter one, and
 * another key changes no values of the others.
 */
public record RandomSearch(Map<Setting<?>, YamlNode> settings, Seeds seeds) {
  private static final int MAX_SAMPLES = 1_000_000;

  public static List<Map<Setting<?>, Object>> samples(YamlNode node) {
    Map<String, YamlNode> keys =
        node.map(Stream.concat(Stream.of("trials", "seed"), Setting.all().stream().map(Setting::path)).toList());
    if (!keys.containsKey("trials")) {
      throw node.error("needs trials: how many settings are drawn");
    }
    int trials = keys.get("trials").integer(1, MAX_SAMPLES);
    long seed = keys.containsKey("seed") ? keys.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 1;
    RandomSearch search = new RandomSearch(new LinkedHashMap<>(), new Seeds(seed));
    keys.forEach((key, value) -> Setting.at(key).ifPresent(setting -> search.settings.put(setting, value)));
    if (search.settings.isEmpty()) {
      throw node.error("names no setting to draw, such as learning-rate: {log-uniform: [0.001, 1]}");
    }
    return IntStream.range(0, trials).mapToObj(search::sample).toList();
  }

  private Map<Setting<?>, Object> sample(int index) {
    Map<Setting<?>, Object> sample = new LinkedHashMap<>();
    settings.forEach((setting, node) -> sample.put(setting, setting.read(drawn(node, setting, setting.path(), index))));
    return sample;
  }

  /** The value as a file would give it: distributions are replaced by what is drawn. */
  private YamlNode drawn(YamlNode node, Setting<?> setting, String key, int index) {
    if (setting.type() == Setting.Type.SIZES && node.isList()) { // each size may have a distribution
      List<YamlNode> sizes = node.list();
      return node.with(IntStream.range(0, sizes.size())
          .mapToObj(size -> drawn(sizes.get(size), setting, key + "." + size, index).typed()).toList());
    }
    if (!node.isMap()) {
      return node;
    }
    Map<String, YamlNode> entries = node.map();
    if (Distribution.isNamed(entries)) {
      double u = seeds.stream("sample/" + key, index).nextDouble();
      return node.with(Distribution.of(entries).value(isWhole(setting), u));
    }
    if (setting.type() != Setting.Type.RATE || !entries.containsKey("start")) {
      throw node.error("names no distribution: " + Distribution.suggestion(entries)
          + (setting.type() == Setting.Type.RATE ? "; a falling rate has start and decay" : ""));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach((name, child) -> values.put(name, drawn(child, setting, key + "." + name, index).typed()));
    return node.with(values);
  }

  private static boolean isWhole(Setting<?> setting) {
    return setting.type() == Setting.Type.INTEGER || setting.type() == Setting.Type.SIZES;
  }
}
