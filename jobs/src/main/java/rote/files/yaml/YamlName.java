package rote.files.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes an enum's constants for files and tables: {@code CROSS_ENTROPY} is {@code cross-entropy}. */
public final class YamlName {
  private YamlName() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(YamlName::of).toList();
  }
}
