package rote.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The names under which a published file is found: with or without {@code .gz}, even twice, with dots for hyphens, in any case, or inside
 * a folder of the same name, as some tools unpack it.
 *
 * @param wanted the published name
 */
record FileNames(String wanted) {
  private static final String GZ = ".gz";

  /** Selects from the names in a folder those that match, best first; names of folders end with {@code /}. */
  List<String> among(List<String> names) {
    return names.stream().filter(this::isMeant)
        .sorted(Comparator.comparingInt(this::distance).thenComparing(Comparator.naturalOrder())).toList();
  }

  /** Returns the names to try where a folder cannot be listed. */
  List<String> guesses() {
    List<String> guesses = new ArrayList<>(List.of(wanted, wanted + GZ));
    String dotted = wanted.replaceFirst("-(idx\\d)", ".$1");
    if (!dotted.equals(wanted)) {
      guesses.addAll(List.of(dotted, dotted + GZ));
    }
    return guesses;
  }

  private boolean isMeant(String name) {
    return Stream.of(wanted, wanted + GZ, wanted + GZ + GZ).anyMatch(spelling -> plain(spelling).equals(plain(name)));
  }

  private int distance(String name) {
    return name.equals(wanted) ? 0 : name.equals(wanted + GZ) ? 1 : name.endsWith("/") ? 3 : 2;
  }

  /** Orders names for a message: those that contain the wanted name first. */
  List<String> likeliestFirst(List<String> names) {
    return names.stream().filter(name -> !name.startsWith("."))
        .sorted(Comparator.comparing((String name) -> !plain(name).contains(plain(wanted))).thenComparing(name -> name)).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('.', '-').replace("/", "");
  }
}
