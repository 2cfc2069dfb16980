package rote.report.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.analysis.ExampleShares;
import rote.analysis.ProbeTable;
import rote.analysis.Words;
import rote.analysis.metrics.Numbers;
import rote.trial.Probe;
import rote.trial.TrialResult;

/**
 * A small chart of shares that needs no script: what a probe found in a group, for the template of a page.
 *
 * @param across what the lines go along, in words
 */
record LinePlot(String across, List<Line> lines) {
  /** The size of the plot in the units of a path. */
  static final int WIDTH = 200;
  static final int HEIGHT = 100;
  private static final int MAX_POINTS = 200;

  /** @param kind position among the colours and dashes, from 0 */
  record Line(String words, int kind, String path) {
    static Line of(String words, int kind, double[] shares) {
      return new Line(words, kind, LinePlot.path(shares));
    }
  }

  /** Empty if the probe has no such chart. */
  static List<LinePlot> of(ProbeTable.Row row, Probe probe) {
    return switch (probe) {
      case LEARNING_ORDER -> List.of(learningOrder(row.results()));
      case EXAMPLE_CORRECTNESS -> ExampleShares.of(row.results()).map(LinePlot::exampleShares).stream().toList();
      default -> List.of();
    };
  }

  String alt() {
    return lines.stream().map(Line::words).collect(Collectors.joining(", ")) + ", " + across;
  }

  private static LinePlot learningOrder(List<TrialResult> results) {
    List<Line> lines = Stream.of(
        meanLine("true label", 0, results, "clean"),
        meanLine("wrong label: true class", 1, results, "wrong-as-true"),
        meanLine("wrong label: as told", 2, results, "wrong-as-told")).flatMap(List::stream).toList();
    int epochs = results.stream().mapToInt(result -> result.curve().rows().size() - 1).max().orElse(0);
    return new LinePlot("epochs 0 to " + epochs, lines);
  }

  private static LinePlot exampleShares(ExampleShares of) {
    String varying = of.variability().map(variability ->
        "; they vary " + Numbers.accuracy(variability.value()) + " times as much as binomials of their classes").orElse("");
    return new LinePlot(Words.count(of.shares().length, "example") + ", the largest share first" + varying, List.of(
        Line.of("share of the networks that are right", 0, of.sorted()),
        Line.of("as if all examples of a class were equally difficult", 1, of.binomial())));
  }

  private static List<Line> meanLine(String words, int kind, List<TrialResult> results, String item) {
    List<float[]> rows = results.stream().flatMap(result -> result.item(Probe.LEARNING_ORDER, item).stream())
        .map(found -> found.values()).toList();
    return rows.isEmpty() ? List.of() : List.of(Line.of(words, kind, mean(rows)));
  }

  /** The mean by place; a shorter row carries its last value forward. */
  static double[] mean(List<float[]> rows) {
    int length = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    return IntStream.range(0, length).mapToDouble(place ->
        rows.stream().mapToDouble(row -> row[Math.min(place, row.length - 1)]).average().orElseThrow()).toArray();
  }

  static String path(double[] shares) {
    int step = Math.max(1, (shares.length + MAX_POINTS - 1) / MAX_POINTS);
    int last = shares.length - 1;
    return "M" + IntStream.rangeClosed(0, last).filter(place -> place % step == 0 || place == last)
        .mapToObj(place -> coordinate(WIDTH * place / Math.max(1.0, last)) + " " + coordinate(HEIGHT * (1 - shares[place])))
        .collect(Collectors.joining("L"));
  }

  private static String coordinate(double value) {
    return Numbers.decimals(value, 1);
  }
}
