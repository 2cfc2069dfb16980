package rote.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rote.analysis.PageFacts;

/** What a report shows of a manifest's facts. */
final class FactsInWords {
  private static final Map<String, String> LABELS = labels();

  private FactsInWords() {}

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("kernels", "kernels");
    labels.put("spark", "spark");
    labels.put("jvm", "jvm");
    labels.put("git_commit", "git commit");
    labels.put("jar_sha256", "jar sha256");
    labels.put("started", "started");
    labels.put("seconds", "seconds from start to last trial");
    labels.put(ThisRun.TRAINED_SINGLY, "lock-step groups that failed and were trained singly");
    return labels;
  }

  static PageFacts of(Map<String, Object> facts) {
    Map<?, ?> dataset = (Map<?, ?>) facts.get("dataset");
    List<Map<String, Object>> runs = Provenance.of(facts);
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("data set", dataset.get("name") + ", SHA-256 " + dataset.get("digest"));
    if (runs.size() == 1) {
      LABELS.forEach((fact, label) -> add(shown, label, runs.get(0).get(fact)));
    } else {
      for (int run = 0; run < runs.size(); run++) {
        shown.put("trained by run " + (run + 1) + " of " + runs.size(), inOneLine(runs.get(run)));
      }
    }
    written(facts).ifPresent(written -> shown.put("report written by", written));
    if (ManifestFacts.notShown(facts) > 0) {
      shown.put("not shown", NotShown.count(ManifestFacts.notShown(facts)));
    }
    String name = ((Map<?, ?>) facts.get("experiment")).get("name") + ".yaml";
    return new PageFacts((Integer) dataset.get("classes"), shown, inShort(dataset, runs),
        facts.get("file") == null ? "experiments/" + name : facts.get("file").toString());
  }

  private static void add(Map<String, String> shown, String label, Object fact) {
    if (fact != null) {
      shown.put(label, text(fact));
    }
  }

  private static String inOneLine(Map<String, Object> run) {
    List<String> parts = new ArrayList<>();
    parts.add(run.get("trials") + " trials");
    LABELS.forEach((fact, label) -> {
      if (run.get(fact) != null) {
        parts.add(label + " " + text(run.get(fact)));
      }
    });
    return String.join("; ", parts);
  }

  private static String text(Object fact) {
    return fact instanceof Double seconds ? String.format(Locale.ROOT, "%.1f", seconds) : String.valueOf(fact);
  }

  /** The program, not the moment: the same program makes the same report of the same records. */
  private static Optional<String> written(Map<String, Object> facts) {
    if (!(facts.get("written") instanceof Map<?, ?> written)) {
      return Optional.empty();
    }
    return Optional.of(LABELS.keySet().stream().filter(fact -> written.get(fact) != null)
        .map(fact -> LABELS.get(fact) + " " + written.get(fact)).collect(Collectors.joining("; ")));
  }

  private static List<String> inShort(Map<?, ?> dataset, List<Map<String, Object>> runs) {
    List<String> parts = new ArrayList<>();
    parts.add("data " + dataset.get("name") + " " + start(dataset.get("digest"), 8));
    List<String> commits = Provenance.values(runs, "git_commit").stream().map(FactsInWords::shortCommit).toList();
    if (!commits.isEmpty()) {
      parts.add((commits.size() > 1 ? "commits " : "commit ") + String.join(", ", commits));
    }
    parts.add(runs.isEmpty() ? "nothing trained yet" : "trained in "
        + (runs.size() > 1 ? runs.size() + " runs, " : "") + duration(Provenance.seconds(runs)));
    List<String> days =
        Provenance.values(runs, "started").stream().map(started -> start(started, 10)).distinct().sorted().toList();
    if (!days.isEmpty()) {
      parts.add(days.get(0) + (days.size() > 1 ? " to " + days.get(days.size() - 1) : ""));
    }
    return parts;
  }

  /** Eight digits, and what follows the whole commit: a mark of edited sources. */
  private static String shortCommit(String commit) {
    return commit.replaceFirst("^([0-9a-f]{8})[0-9a-f]{32}", "$1");
  }

  private static String start(Object text, int length) {
    String all = String.valueOf(text);
    return all.substring(0, Math.min(length, all.length()));
  }

  /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 7 min}. */
  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
