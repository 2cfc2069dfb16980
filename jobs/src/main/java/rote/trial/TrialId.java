package rote.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rote.files.Sha256;

/** Makes the name of a trial: {@code t} and 24 hexadecimal digits of the SHA-256 of all that decides its bits. */
public final class TrialId {
  /** Raised whenever a trial may give other bits than before. */
  public static final int NUMERICS = 1;

  private static final int DIGITS = 24;

  private TrialId() {}

  /** @param dataDigest {@link rote.data.Dataset#digest()} */
  public static String of(Trial trial, String dataDigest) {
    return "t" + Sha256.hex(Sha256.of(canonical(trial, dataDigest))).substring(0, DIGITS);
  }

  /** Sorted lines {@code key=value}; integers in decimal, reals as the hexadecimal bits of their float32. */
  static String canonical(Trial trial, String dataDigest) {
    TreeMap<String, String> lines = new TreeMap<>();
    for (Setting<?> setting : Setting.all()) {
      if (!setting.isUnnamed(trial)) {
        lines.put(setting.key(), canonical(trial.get(setting)));
      }
    }
    lines.putAll(Map.of("data", dataDigest, "numerics", "" + NUMERICS, "seed", "" + trial.seed()));
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static String canonical(Object value) {
    if (value instanceof Float real) {
      return String.format(Locale.ROOT, "%08x", Float.floatToIntBits(real + 0f)); // -0 is 0
    }
    if (value instanceof LearningRate rate) {
      return canonical(rate.start()) + (rate.decay() == 1 ? "" : "*" + canonical(rate.decay()));
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(TrialId::canonical).toList());
    }
    return String.valueOf(Setting.plain(value));
  }
}
