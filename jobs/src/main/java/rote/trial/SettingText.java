package rote.trial;

import rote.files.yaml.NumberText;

/** Writes a trial's value of a setting in words. */
public final class SettingText {
  private SettingText() {}

  public static String of(Setting<?> setting, Trial trial) {
    Object value = trial.get(setting);
    if (value instanceof LearningRate rate && rate.decay() != 1) {
      return NumberText.of(rate.start()) + " x " + NumberText.of(rate.decay()) + " an epoch";
    }
    Object plain = Setting.plain(value);
    return plain instanceof Double real ? NumberText.of(real.floatValue()) : plain == null ? setting.unset() : String.valueOf(plain);
  }
}
