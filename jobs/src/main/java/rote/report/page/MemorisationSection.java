package rote.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import rote.analysis.Group;
import rote.analysis.MemorisationScores;
import rote.report.pictures.Sheet;
import rote.store.MemorisedExample;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/**
 * A group's memorisation scores for the template of a page.
 *
 * @param pictured the examples with the highest scores, of all groups
 */
record MemorisationSection(Group group, List<MemorisedExample> pictured) {
  private static final int BINS = 20;

  record Examples(String title, List<Example> examples) {}

  record Example(ProbeSection.Image image, String labels, String score) {}

  String words() {
    return group.memorisationWords();
  }

  List<ProbeSection.Histogram> histograms() {
    MemorisationScores scores = group.memorisation().orElseThrow();
    return Stream.of(histogram("true labels", scores.scores(false)), histogram("wrong labels", scores.scores(true)))
        .flatMap(List::stream).toList();
  }

  List<Examples> sheets() {
    return Stream.of(new Examples("The most memorised digits with a true label", examples(false)),
        new Examples("The most memorised digits with a wrong label", examples(true)))
        .filter(examples -> !examples.examples().isEmpty()).toList();
  }

  private static List<ProbeSection.Histogram> histogram(String kind, double[] scores) {
    if (scores.length == 0) {
      return List.of();
    }
    float[] shares = shares(scores);
    return List.of(new ProbeSection.Histogram(kind + ", n = " + scores.length, BINS, ProbeSection.path(shares),
        String.format(Locale.ROOT, "Scores of %,d examples with %s: %.3f of them below %.2f, %.3f at %.2f or more",
            scores.length, kind, shares[0], 1.0 / BINS, shares[BINS - 1], 1 - 1.0 / BINS)));
  }

  /** Shares of scores by twentieths of 0 to 1; scores below 0, which are chance, count as 0. */
  private static float[] shares(double[] scores) {
    float[] shares = new float[BINS];
    for (double score : scores) {
      shares[Math.max(0, Math.min(BINS - 1, (int) (score * BINS)))] += 1f / scores.length;
    }
    return shares;
  }

  private List<Example> examples(boolean wrong) {
    return pictured.stream()
        .filter(example -> example.group().equals(group.label()) && example.label() != example.toldLabel() == wrong)
        .sorted(Comparator.comparing(MemorisedExample::score).reversed()).map(MemorisationSection::example).toList();
  }

  private static Example example(MemorisedExample example) {
    float[] values = new float[example.pixels().length];
    for (int k = 0; k < values.length; k++) {
      values[k] = example.pixels()[k] & 0xff;
    }
    Sheet sheet = new Sheet(List.of(new ProbeItem(Probe.EXAMPLE_CORRECTNESS, "image", example.shape(), values)),
        Sheet.Palette.GREY, 0, 255);
    String labels = example.label() == example.toldLabel()
        ? String.valueOf(example.label()) : example.label() + " told as " + example.toldLabel();
    String alt = "Image " + example.image() + " of the training set, a " + labels;
    return new Example(ProbeSection.Image.of(sheet, alt), labels, String.format(Locale.ROOT, "%.2f", example.score()));
  }
}
