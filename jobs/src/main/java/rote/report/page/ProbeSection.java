package rote.report.page;

import java.util.List;
import rote.analysis.AnalysisTable;
import rote.analysis.ConfusionTable;
import rote.analysis.ProbeTable;
import rote.analysis.Words;
import rote.analysis.metrics.Numbers;
import rote.report.pictures.Sheet;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/**
 * A probe's table for the template of a page, with pictures of each group's first network.
 *
 * @param classNames empty where classes are numbers
 */
record ProbeSection(ProbeTable table, List<String> classNames) {
  private static final int MAX_ROWS = 50;
  private static final int MAX_CONFUSIONS = 12;

  record Row(ProbeTable.Row numbers, List<Image> images, List<Histogram> histograms, List<LinePlot> plots) {}

  record Image(String uri, int width, int height, String alt) {
    static Image of(Sheet sheet, String alt) {
      return new Image(sheet.uri(), 2 * sheet.width(), 2 * sheet.height(), alt);
    }
  }

  /** @param path bars of width 1; a height of 10 is the share 1 */
  record Histogram(String caption, int bins, String path, String alt) {}

  List<Row> rows() {
    return table.probed().stream().limit(MAX_ROWS)
        .map(row -> new Row(row, images(row), histograms(row), LinePlot.of(row, probe()))).toList();
  }

  /** The heading of pictures; empty if there are none. */
  String picture() {
    boolean isPictured = table.probed().stream().limit(MAX_ROWS).anyMatch(row ->
        !images(row).isEmpty() || !histograms(row).isEmpty() || !LinePlot.of(row, probe()).isEmpty());
    return isPictured ? table.words().picture() : "";
  }

  /** The confusion matrices of the first groups, if the probe kept answers. */
  List<AnalysisTable> confusions() {
    return ConfusionTable.of(table, classNames, MAX_CONFUSIONS);
  }

  int moreConfusions() {
    return confusions().isEmpty() ? 0 : Math.max(0, table.probed().size() - MAX_CONFUSIONS);
  }

  int more() {
    return Math.max(0, table.probed().size() - MAX_ROWS);
  }

  /** How many trials lack the probe, in words; empty if none do. */
  String missing() {
    return table.missing() == 0 ? "" : table.missing() + " of the " + Words.count(table.completed(), "completed trial");
  }

  private Probe probe() {
    return table.words().probe();
  }

  private List<Image> images(ProbeTable.Row row) {
    List<ProbeItem> images = Sheet.images(row.results().get(0), probe());
    if (images.isEmpty() || table.words().picture().isEmpty()) {
      return List.of();
    }
    String names = images.get(0).name() + " to " + images.get(images.size() - 1).name();
    return List.of(Image.of(Sheet.of(row.results().get(0), probe()), table.words().title() + ": " + names.replace('-', ' ')));
  }

  private List<Histogram> histograms(ProbeTable.Row row) {
    return row.results().get(0).probes().stream()
        .filter(item -> item.probe() == probe() && item.name().endsWith("-confidence"))
        .map(ProbeSection::histogram).toList();
  }

  private static Histogram histogram(ProbeItem item) {
    String images = item.name().substring(0, item.name().indexOf('-'));
    float[] shares = item.values();
    return new Histogram(images, shares.length, path(shares), "Confidence on " + images + " images: "
        + Numbers.accuracy(shares[shares.length - 1]) + " of them in the highest of " + shares.length + " bins");
  }

  static String path(float[] shares) {
    StringBuilder path = new StringBuilder();
    for (int bin = 0; bin < shares.length; bin++) {
      if (shares[bin] > 0) {
        path.append('M').append(bin).append(" 10h1v-").append(Numbers.accuracy(10 * shares[bin])).append("h-1z");
      }
    }
    return path.toString();
  }
}
