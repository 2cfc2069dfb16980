package rote.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.compare.CellDifference;
import rote.analysis.compare.ComparedRun;
import rote.analysis.compare.Comparison;
import rote.analysis.compare.MetricComparison;
import rote.analysis.compare.MetricComparison.Row;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Interval;
import rote.report.Resources;

/** A comparison of runs as one self-contained HTML file. The template calls these methods by name. */
public record ComparisonPage(Comparison comparison) {
  private static final int MAX_ROWS = 1000;
  private static final int MAX_CHARACTERS = 400; // of one setting

  record RunLine(String letter, String name, String sentence, String provenance) {}

  record Difference(String key, List<String> values) {}

  /** @param more how many rows are left out */
  record Table(String words, String low, String high, List<Cells> rows, int more) {}

  /**
   * One row.
   *
   * @param span how many rows the group's name covers; 0 if it is in a row above
   * @param told whether the difference is significant
   */
  record Cells(String group, long span, String run, String first, String now, String difference, String interval, String n,
      String p, boolean told, boolean drawn, String from, String to, String mean) {}

  public static String html(Comparison comparison) {
    return Page.filled("compare.mustache", new ComparisonPage(comparison));
  }

  String style() {
    return Resources.own("page.css");
  }

  String names() {
    return comparison.runs().stream().map(run -> run.groups().experiment().name()).distinct().collect(Collectors.joining(" · "));
  }

  String title() {
    List<String> questions = comparison.runs().stream().map(run -> run.groups().experiment().question())
        .filter(question -> !question.isBlank()).distinct().toList();
    return questions.size() == 1 ? questions.get(0) : names();
  }

  List<RunLine> runs() {
    return IntStream.range(0, comparison.runs().size()).mapToObj(run -> {
      ComparedRun of = comparison.runs().get(run);
      return new RunLine(Comparison.letter(run), of.name(), of.groups().sentence(),
          String.join(" · ", of.facts().provenance()));
    }).toList();
  }

  List<String> summaries() {
    return comparison.summaries().stream().map(ComparisonPage::typeset).toList();
  }

  List<String> samenesses() {
    return comparison.samenesses();
  }

  List<Difference> differing() {
    return comparison.differing().entrySet().stream().map(of ->
        new Difference(of.getKey(), of.getValue().stream().map(ComparisonPage::shortened).toList())).toList();
  }

  boolean several() {
    return comparison.runs().size() > 2;
  }

  String other() {
    return several() ? "run’s" : "B";
  }

  List<Table> metrics() {
    return comparison.metrics().stream().map(ComparisonPage::table).toList();
  }

  private static Table table(MetricComparison metric) {
    List<Row> shown = metric.rows().subList(0, Math.min(MAX_ROWS, metric.rows().size()));
    Map<String, Long> spans = shown.stream().collect(Collectors.groupingBy(Row::group, Collectors.counting()));
    List<Cells> rows = new ArrayList<>();
    for (Row row : shown) { // the rows of a group follow each other
      rows.add(cells(metric, row, Optional.ofNullable(spans.remove(row.group())).orElse(0L)));
    }
    boolean apart = metric.reach() > 0;
    return new Table(metric.metric().words(), apart ? "\u2212" + inShort(metric.reach()) : "",
        apart ? "+" + inShort(metric.reach()) : "", rows, metric.rows().size() - rows.size());
  }

  private static Cells cells(MetricComparison metric, Row row, long span) {
    CellDifference cell = row.cell();
    Interval interval = row.interval().exists() ? row.interval() : new Interval(cell.mean(), cell.mean());
    return new Cells(row.group(), span, Comparison.letter(row.run()), metric.value(cell.first(), row),
        metric.value(cell.other(), row), typeset(metric.mean(row)), typeset(metric.interval(row)), cell.n(),
        Numbers.p(row.p()), row.isHigher() || row.isLower(), Double.isFinite(cell.mean()),
        position(interval.low(), metric), position(interval.high(), metric), position(cell.mean(), metric));
  }

  /** In percent of the line's length; no difference is in the middle. */
  private static String position(double value, MetricComparison metric) {
    double reach = metric.reach();
    return String.format(Locale.ROOT, "%.2f%%", 50 + (reach > 0 ? 45 * value / reach : 0));
  }

  private static String inShort(double value) {
    return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** Uses true minus signs, and keeps percent signs on the line of their number. */
  private static String typeset(String text) {
    return text.replaceAll("-(?=\\d)", "\u2212").replace(" %", "\u00a0%");
  }

  private static String shortened(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
  }
}
