package rote.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.description.Description;
import rote.data.description.Feature;
import rote.files.yaml.NumberText;
import rote.report.Resources;
import rote.report.pictures.ExampleStrip;

/** What a data set holds, as one self-contained HTML file. The template calls these methods by name. */
public record DescriptionPage(Description of) {
  private static final int MAX_LINES = 256; // of a table
  private static final int MAX_IMAGES = 10; // of a class
  private static final int MAX_ROWS = 3; // of a class
  private static final int MAX_COLUMNS = 20; // of a row
  private static final int WIDTH = 56; // of a small image, in pixels of the screen

  record ClassLine(String name, int rows, String share, String width, String testRows) {}

  record FeatureLine(String name, String numbers, String least, String mean, String most, int missing) {}

  record Pictures(String name, ProbeSection.Image image) {}

  /** @param isFirst of its class */
  record Row(String name, boolean isFirst, List<String> values) {}

  public static String html(Description of) {
    return Page.filled("describe.mustache", new DescriptionPage(of));
  }

  String style() {
    return Resources.own("page.css");
  }

  String name() {
    return of.data().name();
  }

  String sentence() {
    return of.sentence();
  }

  String digest() {
    return of.data().digest();
  }

  String sameness() {
    return of.sameness();
  }

  List<String> groups() {
    return of.groups().stream().toList();
  }

  List<String> warnings() {
    return of.warnings();
  }

  boolean hasTest() {
    return of.hasTest();
  }

  List<ClassLine> classes() {
    return IntStream.range(0, shownClasses()).mapToObj(c -> new ClassLine(of.className(c), of.rows().get(c), of.share(c),
        String.format(Locale.ROOT, "%.1f%%", 100.0 * of.rows().get(c) / of.data().training().count()), String.valueOf(of.testRows().get(c)))).toList();
  }

  private int shownClasses() {
    return Math.min(MAX_LINES, of.data().classes());
  }

  List<FeatureLine> features() {
    return of.features().stream().limit(MAX_LINES).map(DescriptionPage::line).toList();
  }

  private static FeatureLine line(Feature feature) {
    return new FeatureLine(feature.name(), feature.areWhole() ? "whole" : "real", NumberText.of(feature.min()),
        NumberText.of((float) feature.mean()), NumberText.of(feature.max()), feature.missing());
  }

  int moreFeatures() {
    return Math.max(0, of.features().size() - MAX_LINES);
  }

  /** The first images of each class. */
  List<Pictures> pictures() {
    List<Pictures> pictures = new ArrayList<>();
    for (int c = 0; c < shownClasses() && !of.data().isReal(); c++) {
      int[] rows = first(c, MAX_IMAGES);
      if (rows.length > 0) {
        ExampleStrip strip = new ExampleStrip(of.data(), rows);
        int scale = Math.max(1, Math.round((float) WIDTH * rows.length / strip.width()));
        pictures.add(new Pictures(of.className(c), new ProbeSection.Image(strip.uri(), scale * strip.width(), scale * strip.height(),
            (rows.length == 1 ? "The first example of class " : "The first " + rows.length + " examples of class ") + of.className(c))));
      }
    }
    return pictures;
  }

  /** The names over the first rows; empty for images. */
  List<String> columns() {
    return of.features().stream().limit(MAX_COLUMNS).map(Feature::name).toList();
  }

  int moreColumns() {
    return Math.max(0, of.features().size() - MAX_COLUMNS);
  }

  /** The first rows of each class. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < shownClasses() && of.data().isReal(); c++) {
      int[] first = first(c, MAX_ROWS);
      for (int k = 0; k < first.length; k++) {
        rows.add(new Row(of.className(c), k == 0, values(first[k])));
      }
    }
    return rows;
  }

  private List<String> values(int row) {
    Dataset data = of.data();
    return IntStream.range(0, columns().size()).mapToObj(k -> data.training().values()[row * data.shape().size() + k])
        .map(value -> Float.isNaN(value) ? "missing" : NumberText.of(value)).toList();
  }

  private int[] first(int c, int most) {
    byte[] labels = of.data().training().labels();
    return IntStream.range(0, labels.length).filter(e -> (labels[e] & 0xff) == c).limit(most).toArray();
  }
}
