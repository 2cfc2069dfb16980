package rote.jobs;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import rote.files.Sha256;

/**
 * The name of a comparison's page, {@code compare-<run>-<run>-<digest>.html}.
 *
 * <p>The digest is that of places and metrics, because runs in different folders may have the same name.
 */
final class ComparisonFile {
  private static final int MAX_NAMES = 3;
  private static final int MAX_NAME = 40; // characters of a name
  private static final int DIGITS = 8;

  private ComparisonFile() {}

  static String name(List<String> places, Collection<String> metrics) {
    String names = places.stream().limit(MAX_NAMES).map(ComparisonFile::name).collect(Collectors.joining("-"));
    String more = places.size() > MAX_NAMES ? "-and-" + (places.size() - MAX_NAMES) + "-more" : "";
    return "compare-" + names + more + "-"
        + Sha256.hex(Sha256.of(String.join("\n", places) + "\n\n" + String.join("\n", metrics))).substring(0, DIGITS) + ".html";
  }

  private static String name(String place) {
    String last = place.replaceFirst("/+$", "").replaceFirst(".*/", "");
    String safe = last.replaceAll("[^A-Za-z0-9._]+", "-").replaceFirst("^[-.]+", "").replaceFirst("[-.]+$", "");
    return safe.isEmpty() ? "run" : safe.substring(0, Math.min(MAX_NAME, safe.length()));
  }
}
