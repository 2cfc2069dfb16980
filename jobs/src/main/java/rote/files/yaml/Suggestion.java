package rote.files.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests what to write instead of a misspelt word: the nearest known one, and the list of all. */
public final class Suggestion {
  private static final int LEAST_BEGINNING = 4;

  private Suggestion() {}

  /** {@code did you mean "epochs"? Known: ...}, the question only if a known word may be meant. */
  public static String of(String word, Collection<String> known) {
    return meant(word, known).map(meant -> "did you mean \"" + meant + "\"? ").orElse("") + "Known: " + String.join(", ", known);
  }

  /** A word spelt otherwise, another tool's, the beginning of one, or one with a typing error. */
  private static Optional<String> meant(String word, Collection<String> known) {
    String plain = Elsewhere.plain(word);
    Optional<String> elsewhere = Elsewhere.ours(word);
    return known.stream().filter(k -> Elsewhere.plain(k).equals(plain)).findFirst()
        .or(() -> known.stream().filter(k -> elsewhere.filter(k::equals).isPresent()).findFirst())
        .or(() -> known.stream().min(Comparator.comparingInt(k -> distance(word, k))).filter(k -> isNear(word, k)))
        .or(() -> known.stream().filter(k -> plain.length() >= LEAST_BEGINNING && Elsewhere.plain(k).startsWith(plain)).findFirst());
  }

  public static boolean isNear(String word, String known) {
    return distance(word, known) <= Math.max(1, known.length() / 3);
  }

  /** Returns Levenshtein's edit distance, where two swapped neighbours count as one edit. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    int[] above = row.clone();
    for (int i = 1; i <= Math.min(a.length(), 100); i++) {
      int[] twoAbove = above;
      above = row.clone();
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = isSwapped ? Math.min(row[j], twoAbove[j - 2] + 1) : row[j];
      }
    }
    return row[b.length()];
  }
}
