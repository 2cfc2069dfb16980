package rote.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import rote.analysis.PageFacts;
import rote.store.Manifest;
import rote.store.TrainingRun;

/** What a report shows of a manifest. */
final class ManifestFacts {
  private static final Map<String, Function<TrainingRun, Object>> FACTS = facts();
  private static final int MAX_CLASSES = 30; // in a line

  private ManifestFacts() {}

  private static Map<String, Function<TrainingRun, Object>> facts() {
    Map<String, Function<TrainingRun, Object>> facts = new LinkedHashMap<>();
    facts.put("kernels", TrainingRun::kernels);
    facts.put("spark", TrainingRun::spark);
    facts.put("jvm", TrainingRun::jvm);
    facts.put("git commit", TrainingRun::gitCommit);
    facts.put("jar sha256", TrainingRun::jarSha256);
    facts.put("started", TrainingRun::started);
    facts.put("seconds from start to last trial",
        run -> run.seconds() == null ? null : String.format(Locale.ROOT, "%.1f", run.seconds()));
    facts.put("groups that failed and were trained singly", TrainingRun::groupsTrainedSingly);
    return facts;
  }

  /** @param manifest a {@link Manifest#whole} */
  static PageFacts of(Manifest manifest) {
    Manifest.Data data = manifest.dataset();
    List<TrainingRun> runs = manifest.shownRuns();
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("data set", data.name() + ", SHA-256 " + data.digest());
    if (data.counts() != null) {
      shown.put("classes", classes(data));
    }
    if (runs.size() == 1) {
      shown.putAll(inWords(runs.get(0)));
    }
    for (int run = 0; run < runs.size() && runs.size() > 1; run++) {
      shown.put("trained by run " + (run + 1) + " of " + runs.size(),
          runs.get(run).trials() + " trials; " + inOneLine(runs.get(run)));
    }
    if (manifest.written() != null) { // without the time, so that equal records give equal reports
      Manifest.Written by = manifest.written();
      shown.put("report written by", inOneLine(
          new TrainingRun(null, null, null, by.gitCommit(), by.jarSha256(), by.jvm(), null, null, null, null)));
    }
    if (manifest.notShown() > 0) {
      shown.put("not shown", LeftOutTrials.count(manifest.notShown()));
    }
    return new PageFacts(data.classes(), largest(data), data.names() == null ? List.of() : data.names().stream().map(String::valueOf).toList(), shown, inShort(data, runs),
        manifest.file() == null ? "experiments/" + manifest.experiment().get("name") + ".yaml" : manifest.file());
  }

  /** How many examples each class has, with the number by which tables for other programs call it. */
  private static String classes(Manifest.Data data) {
    List<String> classes = new ArrayList<>();
    for (int c = 0; c < data.counts().size() && c < MAX_CLASSES; c++) {
      String label = data.labels() == null || c >= data.labels().size() ? String.valueOf(c) : String.valueOf(data.labels().get(c));
      boolean isNamed = data.names() != null && c < data.names().size() && !label.equals(data.names().get(c));
      String name = isNamed ? label + " = " + data.names().get(c) : label;
      classes.add(name + ": " + data.counts().get(c));
    }
    return String.join("; ", classes) + (data.counts().size() > MAX_CLASSES ? "; …" : "");
  }

  private static double largest(Manifest.Data data) {
    int all = data.counts() == null ? 0 : data.counts().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 1.0 / data.classes() : (double) data.counts().stream().mapToInt(Integer::intValue).max().orElseThrow() / all;
  }

  private static Map<String, String> inWords(TrainingRun run) {
    Map<String, String> words = new LinkedHashMap<>();
    FACTS.forEach((label, fact) -> {
      if (fact.apply(run) != null) {
        words.put(label, fact.apply(run).toString());
      }
    });
    return words;
  }

  private static String inOneLine(TrainingRun run) {
    return String.join("; ", inWords(run).entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()).toList());
  }

  private static List<String> inShort(Manifest.Data data, List<TrainingRun> runs) {
    List<String> parts = new ArrayList<>();
    parts.add("data " + data.name() + " " + start(data.digest(), 8));
    List<String> commits = values(runs, TrainingRun::gitCommit).stream().map(ManifestFacts::shortCommit).toList();
    if (!commits.isEmpty()) {
      parts.add((commits.size() > 1 ? "commits " : "commit ") + String.join(", ", commits));
    }
    double seconds = runs.stream().filter(run -> run.seconds() != null).mapToDouble(TrainingRun::seconds).sum();
    parts.add(runs.isEmpty() ? "nothing trained yet"
        : "trained in " + (runs.size() > 1 ? runs.size() + " runs, " : "") + duration(seconds));
    List<String> days =
        values(runs, TrainingRun::started).stream().map(started -> start(started, 10)).distinct().sorted().toList();
    if (!days.isEmpty()) {
      parts.add(days.get(0) + (days.size() > 1 ? " to " + days.get(days.size() - 1) : ""));
    }
    return parts;
  }

  static List<String> values(List<TrainingRun> runs, Function<TrainingRun, String> fact) {
    return runs.stream().map(fact).filter(value -> value != null).distinct().toList();
  }

  /** Shortens a commit to eight digits, and keeps the mark of edited sources. */
  private static String shortCommit(String commit) {
    return commit.replaceFirst("^([0-9a-f]{8})[0-9a-f]{32}", "$1");
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 7 min}. */
  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
