package rote.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Numbers;
import rote.analysis.ProbeNumbers;
import rote.analysis.ProbeWords;
import rote.analysis.Words;
import rote.report.pictures.Sheet;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** What a page shows of probes: a table each, a row a group, with pictures of its first network and numbers over all. */
public final class ProbeTables {
  /** The page draws no more groups than this; the table of probes holds all. */
  private static final int MOST_GROUPS = 50;

  private final Groups groups;

  public ProbeTables(Groups groups) {
    this.groups = groups;
  }

  /** In the order of the probes: those that were asked for, and those that are recorded anyway. */
  public List<Map<String, Object>> values() {
    return ProbeNumbers.probes(groups).map(this::table).toList();
  }

  private Map<String, Object> table(Probe probe) {
    List<Group> probed = groups.all().stream().filter(group -> !ProbeNumbers.results(group, probe).isEmpty()).toList();
    List<TrialRecord> completed = groups.all().stream().flatMap(group -> group.completed().stream()).toList();
    long missing = completed.stream().filter(record -> !ProbeNumbers.has(record, probe)).count();
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
    List<TrialResult> results = ProbeNumbers.results(group, words.probe());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("label", group.label());
    row.put("n", results.size());
    row.put("hasPicture", !words.picture().isEmpty());
    row.put("images", images(results.get(0), words));
    row.put("histograms", histograms(results.get(0), words));
    row.put("cells", words.numbers().stream().map(number -> ProbeNumbers.cell(results, number)).toList());
    return row;
  }

  private static List<Map<String, Object>> images(TrialResult result, ProbeWords words) {
    List<ProbeItem> images = Sheet.images(result, words.probe());
    if (images.isEmpty()) {
      return List.of();
    }
    Sheet sheet = Sheet.of(result, words.probe());
    String names = images.get(0).name() + " to " + images.get(images.size() - 1).name();
    return List.of(Map.of("uri", sheet.uri(), "width", 2 * sheet.width(), "height", 2 * sheet.height(),
        "alt", words.title() + ": " + names.replace('-', ' ')));
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
}
