package rote.experiment;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One point of the grid with one seed: all that decides, together with the data, what training will do. */
public final class Trial implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Object> values; // every setting's key
  private final long seed;

  private Trial(Map<String, Object> values, long seed) {
    this.values = new HashMap<>(values);
    this.seed = seed;
  }

  /** A trial in which every setting has its initial value. */
  public static Trial initial(long seed) {
    Map<String, Object> values = new HashMap<>();
    Setting.all().forEach(setting -> values.put(setting.key(), setting.initial()));
    return new Trial(values, seed);
  }

  /** The same trial with one setting changed. */
  public <T> Trial with(Setting<T> setting, T value) {
    return withUnchecked(setting, value);
  }

  Trial withUnchecked(Setting<?> setting, Object value) {
    Trial changed = new Trial(values, seed);
    changed.values.put(setting.key(), value);
    return changed;
  }

  public Trial withSeed(long other) {
    return new Trial(values, other);
  }

  @SuppressWarnings("unchecked") // a value enters only under a setting of its type
  public <T> T get(Setting<T> setting) {
    return (T) values.get(setting.key());
  }

  public long seed() {
    return seed;
  }

  /** Every setting and the seed as plain numbers, texts, lists and maps, in the settings' order. */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    Setting.all().forEach(setting -> plain.put(setting.key(), Setting.plain(get(setting))));
    plain.put("seed", seed);
    return plain;
  }

  /**
   * The trial that {@link #plain()} spelt out, read back from JSON.
   *
   * @param source names the text in an error message
   * @throws rote.data.InputException if the text is not such a trial
   */
  public static Trial ofJson(String source, String json) {
    Map<String, YamlNode> nodes = new YamlNode(source, "", YamlText.map(source, json)).map();
    Trial trial = initial(nodes.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE));
    for (Setting<?> setting : Setting.all()) {
      YamlNode node = nodes.get(setting.key());
      trial = node == null ? trial : trial.withUnchecked(setting, setting.read(node));
    }
    return trial;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trial trial && trial.seed == seed && trial.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode() * 31 + Long.hashCode(seed);
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
