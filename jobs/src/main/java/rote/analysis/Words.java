package rote.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.experiment.Conditions;
import rote.files.yaml.NumberText;
import rote.trial.Setting;

/** Writes settings, seeds and counts for people to read. */
public final class Words {
  private Words() {}

  public static String of(Setting<?> setting) {
    return of(setting.key());
  }

  public static String of(String key) {
    return key.replace('-', ' ');
  }

  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** {@code 1 to 5}, {@code 1, 2, 7 to 9}: three and more in a row are joined. */
  public static String seeds(List<Long> seeds) {
    List<String> parts = new ArrayList<>();
    for (int from = 0, to; from < seeds.size(); from = to) {
      to = endOfRun(seeds, from);
      if (to - from > 2) {
        parts.add(seeds.get(from) + " to " + seeds.get(to - 1));
      } else {
        seeds.subList(from, to).forEach(seed -> parts.add(String.valueOf(seed)));
      }
    }
    return String.join(", ", parts);
  }

  /** {@code dataset mnist · hidden [16, 16]}. */
  public static String where(Conditions where) {
    return Stream.concat(where.dataset().map(name -> of("dataset") + " " + name).stream(), where.values().entrySet().stream()
        .map(entry -> of(entry.getKey().key()) + " " + plain(Setting.plain(entry.getValue())))).collect(Collectors.joining(" · "));
  }

  /** 1.0 is written 1, however a file spells it. */
  private static String plain(Object value) {
    if (value instanceof Map<?, ?> rate && rate.containsKey("start")) {
      return plain(rate.get("start")) + " x " + plain(rate.get("decay") == null ? 1 : rate.get("decay")) + " an epoch";
    }
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? NumberText.of(new BigDecimal(number.toString()))
        : String.valueOf(value);
  }

  private static int endOfRun(List<Long> seeds, int from) {
    int to = from + 1;
    while (to < seeds.size() && seeds.get(to) == seeds.get(to - 1) + 1) {
      to++;
    }
    return to;
  }
}
