package rote.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import rote.files.InputException;
import rote.files.yaml.YamlNode;

/**
 * One value for each setting, and a seed: with the data, all that decides what training does.
 *
 * <p>Trials have no equality of their own: they are looked up, counted and told apart by {@link TrialKey}, and their records
 * are named by {@link TrialId}.
 */
public final class Trial implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HashMap<String, Object> values; // by key of setting; shared by trials, never changed
  private final long seed;

  private Trial(HashMap<String, Object> values, long seed) {
    this.values = values;
    this.seed = seed;
  }

  /** A trial with the default of every setting. */
  public static Trial defaults(long seed) {
    HashMap<String, Object> values = new HashMap<>();
    Setting.all().forEach(setting -> values.put(setting.key(), setting.initial()));
    return new Trial(values, seed);
  }

  public <T> Trial with(Setting<T> setting, T value) {
    return withUnchecked(setting, value);
  }

  public Trial withUnchecked(Setting<?> setting, Object value) {
    return withExactly(setting, unsigned(value));
  }

  Trial withExactly(Setting<?> setting, Object value) {
    HashMap<String, Object> changed = new HashMap<>(values);
    changed.put(setting.key(), value);
    return new Trial(changed, seed);
  }

  /** -0 becomes 0: it trains the same. */
  static Object unsigned(Object value) {
    return value instanceof Float real ? (Object) (real + 0f) : value;
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

  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether its updates need a velocity: plain gradient descent does not. */
  public boolean hasVelocity() {
    return get(Setting.MOMENTUM) != 0 || get(Setting.WEIGHT_DECAY) != 0;
  }

  /** Whether it trains on permuted labels: then only its end is measured. */
  public boolean isPermuted() {
    return get(Setting.PERMUTATION) > 0;
  }

  /** Equal for trials that differ in their seed alone, or in which fold and which permutation of the labels they have. */
  public Object kind() {
    Map<String, Object> kind = new HashMap<>(values);
    kind.remove(Setting.FOLD.key());
    kind.put(Setting.PERMUTATION.key(), isPermuted());
    return kind;
  }

  /** Equal for trials with the same values of all settings that affect one of these, and of those that do not say what. */
  public Object keyOf(Set<Affects> what) {
    Map<String, Object> some = new HashMap<>(values);
    Setting.all().stream().filter(setting -> !what.contains(setting.affects())).map(Setting::key).forEach(some::remove);
    return some;
  }

  /**
   * The number of examples drawn for the test set: at least one, and not all. 0 where none is drawn. Folds may have one fewer; with
   * groups of examples the number is about this.
   *
   * @param available in all
   */
  public int testOf(int available) {
    if (get(Setting.FOLDS) != null) {
      return (available + get(Setting.FOLDS) - 1) / get(Setting.FOLDS);
    }
    Float share = get(Setting.TEST_SHARE);
    return share == null ? 0 : (int) Math.max(1, Math.min(available - 1, Math.round((double) share * available)));
  }

  /** The number of training examples drawn. @param available in the whole training set */
  public int drawnOf(int available) {
    Integer wanted = get(Setting.TRAINING_EXAMPLES);
    return wanted == null ? available - get(Setting.VALIDATION_EXAMPLES) : wanted;
  }

  /** The number of them that it trains on: its share, rounded, and at least one. */
  public int trainedOf(int available) {
    return (int) Math.max(1, Math.round((double) get(Setting.TRAINING_SHARE) * drawnOf(available)));
  }

  /** The number of examples of an epoch: those, and images of noise. */
  public int epochOf(int available) {
    return trainedOf(available) + get(Setting.NOISE_EXAMPLES);
  }

  /** All settings and the seed as numbers, texts, lists and maps, in order. */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    Setting.all().forEach(setting -> plain.put(setting.key(), Setting.plain(get(setting))));
    plain.put("seed", seed);
    return plain;
  }

  /**
   * Reads {@link #plain()} back from JSON. -0 stays -0, because old ids tell it from 0.
   *
   * @param source names the text in error messages
   */
  public static Trial ofJson(String source, String json) {
    Map<String, YamlNode> nodes = new YamlNode(source, "", tree(source, json)).map();
    Trial trial = defaults(nodes.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE));
    for (Setting<?> setting : Setting.all()) {
      YamlNode node = nodes.get(setting.key());
      if (node != null) {
        trial.values.put(setting.key(), setting.read(node)); // no other trial shares them yet
      }
    }
    return trial;
  }

  /** JSON is YAML too, but of a large output there is very much of it. */
  private static Map<?, ?> tree(String source, String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new InputException(source + ": " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
