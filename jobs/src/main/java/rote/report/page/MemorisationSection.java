package rote.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MemorisationScores;
import rote.analysis.MemorisationWords;
import rote.report.pictures.Sheet;
import rote.store.MemorisedExample;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/** What a page shows of memorisation: by group the scores, how well they find wrong labels, the highest. */
final class MemorisationSection {
  private static final int BINS = 20;

  private final Groups groups;
  private final List<MemorisedExample> pictured;

  /** @param pictured the examples of highest score, with their pixels */
  MemorisationSection(Groups groups, List<MemorisedExample> pictured) {
    this.groups = groups;
    this.pictured = pictured;
  }

  /** What the template asks for: group by group where something was asked about examples. */
  Map<String, Object> values() {
    List<Map<String, Object>> all = new ArrayList<>();
    groups.all().forEach(group -> MemorisationScores.of(group).ifPresent(scores -> all.add(values(group, scores))));
    return Map.of("anyMemorisation", !all.isEmpty(), "memorisation", all);
  }

  private Map<String, Object> values(Group group, MemorisationScores scores) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("label", group.label());
    values.put("oneOfSeveral", groups.all().size() > 1);
    values.put("sentence", MemorisationWords.sentence(group, scores));
    values.put("check", MemorisationWords.check(scores));
    values.put("histograms", List.of(histogram("true labels", scores.scores(false)),
        histogram("wrong labels", scores.scores(true))).stream().filter(map -> !map.isEmpty()).toList());
    values.put("sheets", List.of(sheet(group, "The most memorised digits with a true label", false),
        sheet(group, "The most memorised digits with a wrong label", true)).stream().filter(map -> !map.isEmpty()).toList());
    return values;
  }

  private static Map<String, Object> histogram(String kind, double[] scores) {
    if (scores.length == 0) {
      return Map.of();
    }
    float[] shares = shares(scores);
    return Map.of("kind", kind, "n", scores.length, "bins", BINS, "path", ProbeTables.path(shares),
        "alt", String.format(Locale.ROOT, "Scores of %,d examples with %s: %.3f of them below %.2f, %.3f at %.2f or more",
            scores.length, kind, shares[0], 1.0 / BINS, shares[BINS - 1], 1 - 1.0 / BINS));
  }

  /** Of each twentieth from 0 to 1; scores below 0, which are chance, count with the lowest. */
  private static float[] shares(double[] scores) {
    float[] shares = new float[BINS];
    for (double score : scores) {
      shares[Math.max(0, Math.min(BINS - 1, (int) (score * BINS)))] += 1f / scores.length;
    }
    return shares;
  }

  private Map<String, Object> sheet(Group group, String title, boolean wrong) {
    List<Map<String, Object>> images = pictured.stream()
        .filter(example -> example.group().equals(group.label()) && example.label() != example.toldLabel() == wrong)
        .sorted(Comparator.comparing(MemorisedExample::score).reversed()).map(MemorisationSection::image).toList();
    return images.isEmpty() ? Map.of() : Map.of("title", title, "images", images);
  }

  private static Map<String, Object> image(MemorisedExample example) {
    float[] values = new float[example.pixels().length];
    for (int k = 0; k < values.length; k++) {
      values[k] = example.pixels()[k] & 0xff;
    }
    Sheet sheet = new Sheet(List.of(new ProbeItem(Probe.EXAMPLE_CORRECTNESS, "image", example.shape(), values)),
        Sheet.Palette.GREY, 0, 255);
    String labels = example.label() == example.toldLabel()
        ? String.valueOf(example.label()) : example.label() + " told as " + example.toldLabel();
    return Map.of("uri", sheet.uri(), "width", 2 * sheet.width(), "height", 2 * sheet.height(), "labels", labels,
        "score", String.format(Locale.ROOT, "%.2f", example.score()),
        "alt", "Image " + example.image() + " of the training set, a " + labels);
  }
}
