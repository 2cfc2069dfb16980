package rote.report.page;

import com.samskivert.mustache.Mustache;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.CellDifference;
import rote.analysis.ComparedRun;
import rote.analysis.Comparison;
import rote.analysis.MetricComparison.Row;
import rote.analysis.MetricComparison;
import rote.analysis.Numbers;
import rote.report.Resources;

/** A comparison of runs as one HTML file that needs nothing else. */
public final class ComparisonPage {
  private static final int MOST_ROWS = 1000;
  private static final int MOST_CHARACTERS = 400; // of one setting

  private final Comparison comparison;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  public static String html(Comparison comparison) {
    Map<String, Object> values = new ComparisonPage(comparison).values();
    values.put("style", Resources.own("page.css"));
    return Mustache.compiler().escapeHTML(true).compile(Resources.own("compare.mustache")).execute(values);
  }

  private Map<String, Object> values() {
    List<ComparedRun> runs = comparison.runs();
    List<String> questions = runs.stream().map(run -> run.groups().experiment().question())
        .filter(question -> !question.isBlank()).distinct().toList();
    String names = runs.stream().map(run -> run.groups().experiment().name()).distinct().collect(Collectors.joining(" · "));
    Map<String, List<String>> differing = comparison.differing();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("names", names);
    values.put("title", questions.size() == 1 ? questions.get(0) : names);
    values.put("runs", IntStream.range(0, runs.size()).mapToObj(this::run).toList());
    values.put("summaries", comparison.summaries().stream().map(ComparisonPage::typeset).toList());
    values.put("samenesses", comparison.samenesses());
    values.put("letters", IntStream.range(0, runs.size()).mapToObj(Comparison::letter).toList());
    values.put("anyDiffering", !differing.isEmpty());
    values.put("differing", differing.entrySet().stream().map(of -> Map.of("key", of.getKey(), "values",
        of.getValue().stream().map(ComparisonPage::shortened).toList())).toList());
    values.put("several", runs.size() > 2);
    values.put("other", runs.size() > 2 ? "run’s" : "B");
    values.put("metrics", comparison.metrics().stream().map(this::metric).toList());
    return values;
  }

  private Map<String, Object> run(int run) {
    ComparedRun of = comparison.runs().get(run);
    return Map.of("letter", Comparison.letter(run), "name", of.name(), "sentence", of.groups().sentence(),
        "provenance", String.join(" · ", of.facts().provenance()));
  }

  private Map<String, Object> metric(MetricComparison metric) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Row> shown = metric.rows().subList(0, Math.min(MOST_ROWS, metric.rows().size()));
    Map<String, Long> spans = shown.stream().collect(Collectors.groupingBy(Row::group, Collectors.counting()));
    for (Row row : shown) {
      boolean again = !rows.isEmpty() && rows.get(rows.size() - 1).get("group").equals(row.group());
      rows.add(row(metric, row, again ? 0 : spans.get(row.group())));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("words", metric.metric().words());
    boolean apart = metric.reach() > 0;
    values.put("low", apart ? "\u2212" + inShort(metric.reach()) : "");
    values.put("high", apart ? "+" + inShort(metric.reach()) : "");
    values.put("rows", rows);
    values.put("anyMore", metric.rows().size() > rows.size());
    values.put("more", metric.rows().size() - rows.size());
    return values;
  }

  /** @param span how many rows the group's name stands for; 0 where it stands above */
  private static Map<String, Object> row(MetricComparison metric, Row row, long span) {
    CellDifference cell = row.cell();
    boolean interval = Double.isFinite(cell.low()) && Double.isFinite(cell.high());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group", row.group());
    values.put("again", span == 0);
    values.put("span", span);
    values.put("run", Comparison.letter(row.run()));
    values.put("first", metric.value(cell.first(), cell));
    values.put("now", metric.value(cell.other(), cell));
    values.put("difference", typeset(metric.mean(cell)));
    values.put("interval", typeset(metric.interval(cell)));
    values.put("n", cell.n());
    values.put("p", Numbers.p(row.p()));
    values.put("told", row.isHigher() || row.isLower());
    values.put("drawn", Double.isFinite(cell.mean()));
    values.put("from", position(interval ? cell.low() : cell.mean(), metric));
    values.put("to", position(interval ? cell.high() : cell.mean(), metric));
    values.put("mean", position(cell.mean(), metric));
    return values;
  }

  /** In percent of the line; its middle is no difference. */
  private static String position(double value, MetricComparison metric) {
    double reach = metric.reach();
    return String.format(Locale.ROOT, "%.2f%%", 50 + (reach > 0 ? 45 * value / reach : 0));
  }

  /** Two digits: the end of an axis. */
  private static String inShort(double value) {
    return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** With a minus sign before a digit, where a terminal has a hyphen, and no line broken before a percent sign. */
  private static String typeset(String text) {
    return text.replaceAll("-(?=\\d)", "\u2212").replace(" %", "\u00a0%");
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
