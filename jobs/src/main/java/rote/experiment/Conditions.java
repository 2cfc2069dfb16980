package rote.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * Values of settings, and perhaps a data set, that choose trials: what {@code where}, {@code above} and {@code below} say.
 *
 * @param values in the order of the file
 */
public record Conditions(Optional<String> dataset, Map<Setting<?>, Object> values) {
  public static final Conditions NONE = new Conditions(Optional.empty(), Map.of());

  private static final String DATASET = "dataset";

  public Conditions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads a map of settings and {@code dataset}. */
  public static Conditions read(YamlNode node) {
    List<String> keys = new ArrayList<>(List.of(DATASET));
    Setting.all().forEach(setting -> keys.add(setting.key()));
    Map<String, YamlNode> entries = node.map(keys);
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    entries.forEach((key, value) -> Setting.named(key).ifPresent(setting -> values.put(setting, setting.read(value))));
    return new Conditions(Optional.ofNullable(entries.get(DATASET)).map(YamlNode::text), values);
  }

  /** Returns whether a trial on this data set has all these values. */
  public boolean hold(String trained, Trial trial) {
    return isOn(trained) && values.entrySet().stream().allMatch(entry -> same(entry.getValue(), trial.get(entry.getKey())));
  }

  /** Returns whether this is the data set that is asked for, if any is. */
  public boolean isOn(String trained) {
    return dataset.map(trained::equals).orElse(true);
  }

  /** Returns the trial with these values. */
  public Trial applied(Trial trial) {
    Trial changed = trial;
    for (Map.Entry<Setting<?>, Object> entry : values.entrySet()) {
      changed = changed.withUnchecked(entry.getKey(), entry.getValue());
    }
    return changed;
  }

  /** Returns these and others, which count where both say something. */
  public Conditions and(Conditions others) {
    Map<Setting<?>, Object> all = new LinkedHashMap<>(values);
    all.putAll(others.values);
    return new Conditions(others.dataset.or(() -> dataset), all);
  }

  /** -0 is 0. */
  private static boolean same(Object a, Object b) {
    return a instanceof Float x && b instanceof Float y ? x.floatValue() == y.floatValue() : Objects.equals(a, b);
  }
}
