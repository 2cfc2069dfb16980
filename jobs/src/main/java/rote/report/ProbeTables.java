package rote.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.experiment.Probe;
import rote.experiment.ProbeItem;
import rote.experiment.TrialResult;
import rote.store.TrialRecord;

/** What a page shows of probes: a table each, a row a group, with pictures of its first network and numbers over all. */
final class ProbeTables {
  /** The page draws no more groups than this; the table of probes holds all. */
  private static final int MOST_GROUPS = 50;

  private final Groups groups;

  ProbeTables(Groups groups) {
    this.groups = groups;
  }

  /** In the order of the probes: those that were asked for, and those that are recorded anyway. */
  List<Map<String, Object>> values() {
    return probes().map(this::table).toList();
  }

  /** The numbers alone. */
  List<Finding> numbers() {
    return probes().map(this::numbers).toList();
  }

  private Finding numbers(Probe probe) {
    ProbeWords words = ProbeWords.of(probe);
    List<String> headings = new ArrayList<>(List.of("group", "n"));
    words.numbers().forEach(number -> headings.add(number.heading()));
    List<List<String>> rows = new ArrayList<>();
    for (Group group : groups.all()) {
      List<TrialResult> results = results(group, probe);
      List<String> row = new ArrayList<>(List.of(group.label(), String.valueOf(results.size())));
      words.numbers().stream().map(number -> cell(results, number))
          .forEach(cell -> row.add((cell.get("main") + " " + cell.get("minor")).strip()));
      rows.add(row);
    }
    return new Finding(words.title(), words.explanation(), headings, rows);
  }

  private Stream<Probe> probes() {
    return Arrays.stream(Probe.values()).filter(probe -> groups.experiment().probes().contains(probe)
        || groups.records().stream().anyMatch(record -> has(record, probe)));
  }

  private Map<String, Object> table(Probe probe) {
    List<Group> probed = groups.all().stream().filter(group -> !results(group, probe).isEmpty()).toList();
    List<TrialRecord> completed = groups.all().stream().flatMap(group -> group.completed().stream()).toList();
    long missing = completed.stream().filter(record -> !has(record, probe)).count();
    ProbeWords words = ProbeWords.of(probe);
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("title", words.title());
    table.put("words", words.explanation());
    table.put("picture", words.picture());
    table.put("hasPicture", !words.picture().isEmpty());
    table.put("headings", words.numbers().stream().map(ProbeWords.Number::heading).toList());
    table.put("rows", probed.stream().limit(MOST_GROUPS).map(group -> row(group, words)).toList());
    table.put("anyRows", !probed.isEmpty());
    table.put("anyMore", probed.size() > MOST_GROUPS);
    table.put("more", probed.size() - MOST_GROUPS);
    table.put("anyMissing", missing > 0);
    table.put("missing", missing + " of the " + Words.count(completed.size(), "completed trial"));
    return table;
  }

  private static Map<String, Object> row(Group group, ProbeWords words) {
    List<TrialResult> results = results(group, words.probe());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("label", group.label());
    row.put("n", results.size());
    row.put("hasPicture", !words.picture().isEmpty());
    row.put("images", images(results.get(0), words));
    row.put("histograms", histograms(results.get(0), words));
    row.put("cells", words.numbers().stream().map(number -> cell(results, number)).toList());
    return row;
  }

  private static Map<String, String> cell(List<TrialResult> results, ProbeWords.Number number) {
    double[] values = results.stream().map(number.reader()).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).toArray();
    if (values.length == 0) {
      return Map.of("main", "-", "minor", "");
    }
    Statistics of = Statistics.of(values);
    String deviation = of.n() > 1 ? "± " + Numbers.accuracy(of.standardDeviation()) : "";
    String fewer = of.n() < results.size() ? " (n = " + of.n() + ")" : "";
    return Map.of("main", Numbers.accuracy(of.mean()), "minor", deviation + fewer);
  }

  private static List<Map<String, Object>> images(TrialResult result, ProbeWords words) {
    List<ProbeItem> images = images(result, words.probe());
    if (images.isEmpty()) {
      return List.of();
    }
    Sheet sheet = sheet(result, words.probe());
    String names = images.get(0).name() + " to " + images.get(images.size() - 1).name();
    return List.of(Map.of("uri", sheet.uri(), "width", 2 * sheet.width(), "height", 2 * sheet.height(),
        "alt", words.title() + ": " + names.replace('-', ' ')));
  }

  private static List<ProbeItem> images(TrialResult result, Probe probe) {
    return result.probes().stream().filter(item -> item.probe() == probe && item.shape().size() > 1).toList();
  }

  /** A network's images of one probe; there must be one. */
  static Sheet sheet(TrialResult result, Probe probe) {
    List<ProbeItem> images = images(result, probe);
    return probe == Probe.DRAWN_DIGITS ? new Sheet(images, Sheet.Palette.GREY, 0, 1) : Sheet.diverging(images);
  }

  /** One for each row of shares that says it is of confidence. */
  private static List<Map<String, Object>> histograms(TrialResult result, ProbeWords words) {
    List<Map<String, Object>> histograms = new ArrayList<>();
    for (ProbeItem item : result.probes()) {
      if (item.probe() == words.probe() && item.name().endsWith("-confidence")) {
        String images = item.name().substring(0, item.name().indexOf('-'));
        float[] shares = item.values();
        histograms.add(Map.of("images", images, "bins", shares.length, "path", path(shares),
            "alt", "Confidence on " + images + " images: " + Numbers.accuracy(shares[shares.length - 1])
                + " of them in the highest of " + shares.length + " bins"));
      }
    }
    return histograms;
  }

  /** Bars of width 1 below a ceiling of 10, which stands for the share 1. */
  static String path(float[] shares) {
    StringBuilder path = new StringBuilder();
    IntStream.range(0, shares.length).filter(bin -> shares[bin] > 0).forEach(bin ->
        path.append('M').append(bin).append(" 10h1v-").append(Numbers.accuracy(10 * shares[bin])).append("h-1z"));
    return path.toString();
  }

  private static List<TrialResult> results(Group group, Probe probe) {
    return group.completed().stream().filter(record -> has(record, probe)).map(TrialRecord::result).toList();
  }

  private static boolean has(TrialRecord record, Probe probe) {
    return record.result().probed().contains(probe);
  }

  static Optional<ProbeItem> item(TrialResult result, Probe probe, String name) {
    return result.probes().stream().filter(item -> item.probe() == probe && item.name().equals(name)).findFirst();
  }
}
