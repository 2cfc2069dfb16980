package rote.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The names under which a published file is found: with {@code .gz} or without, as file managers and other publishers spell
 * it (dots for hyphens, capital letters), or inside of a folder of its name, as some unpack it.
 *
 * @param wanted the name as it is published
 */
record FileNames(String wanted) {
  private static final String GZ = ".gz";

  /** Those among the names of a folder that are meant, the likeliest first; those of folders end with {@code /}. */
  List<String> among(List<String> names) {
    return names.stream().filter(this::isMeant)
        .sorted(Comparator.comparingInt(this::distance).thenComparing(Comparator.naturalOrder())).toList();
  }

  /** What to try where names cannot be listed. */
  List<String> guesses() {
    List<String> guesses = new ArrayList<>(List.of(wanted, wanted + GZ));
    String dotted = wanted.replaceFirst("-(idx\\d)", ".$1");
    if (!dotted.equals(wanted)) {
      guesses.addAll(List.of(dotted, dotted + GZ));
    }
    return guesses;
  }

  private boolean isMeant(String name) {
    return Stream.of(wanted, wanted + GZ).anyMatch(spelling -> plain(spelling).equals(plain(name)));
  }

  private int distance(String name) {
    return name.equals(wanted) ? 0 : name.equals(wanted + GZ) ? 1 : name.endsWith("/") ? 3 : 2;
  }

  /** Names in the order in which a message shows them: first those that hold the wanted one, such as with something before. */
  List<String> likeliestFirst(List<String> names) {
    return names.stream().filter(name -> !name.startsWith("."))
        .sorted(Comparator.comparing((String name) -> !plain(name).contains(plain(wanted))).thenComparing(name -> name)).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('.', '-').replace("/", "");
  }
}
