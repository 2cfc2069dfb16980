package rote.trial;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a setting's value: a learning rate has two, all others one.
 *
 * @param key the setting's, or {@code learning-rate-decay}
 */
public record SettingPart<T>(Setting<T> setting, String key, Setting.Type type, Function<T, Object> value) {
  static <T> List<SettingPart<T>> of(Setting<T> setting) {
    return setting.type() != Setting.Type.RATE
        ? List.of(new SettingPart<>(setting, setting.key(), setting.type(), value -> value))
        : List.of(new SettingPart<>(setting, setting.key(), Setting.Type.REAL, rate -> ((LearningRate) rate).start()),
            new SettingPart<>(setting, setting.key() + "-decay", Setting.Type.REAL, rate -> ((LearningRate) rate).decay()));
  }

  public String column() {
    return key.replace('-', '_');
  }

  public Object of(Trial trial) {
    return Setting.plain(value.apply(trial.get(setting)));
  }
}
