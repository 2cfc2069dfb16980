package rote.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rote.analysis.Digits;
import rote.analysis.Groups;
import rote.analysis.Metric;
import rote.analysis.Numbers;
import rote.analysis.PageFacts;
import rote.analysis.PublishedFigure;
import rote.analysis.statistics.Statistics;
import rote.experiment.MetricName;
import rote.report.Axis;
import rote.report.Chart;
import rote.report.LineStyle;
import rote.report.pictures.PaperColour;

/** The numbers behind a page's charts and tables, as one JSON text that can stand inside a script element. */
final class PageData {
  /** In the order of the keys: maps have another one in each JVM, and equal results give equal bytes. */
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final MathContext DIGITS = new MathContext(6);

  private static final Set<String> SPREAD =
      Set.of("final_training_accuracy", "final_validation_accuracy", "final_test_accuracy", "final_test_cost");

  private PageData() {}

  static String json(Groups groups, List<PublishedFigure> figures, PageFacts facts) {
    List<Metric> metrics = metrics(groups);
    List<Axis> axes = Axis.of(groups);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", groups.experiment().name());
    data.put("dataset", groups.dataset());
    data.put("ramp", PaperColour.ramp());
    data.put("formats", Numbers.formats());
    data.put("scattered", Axis.areScattered(groups, axes));
    data.put("chance", facts.chance());
    data.put("about", Chart.about(groups).id());
    data.put("axes", axes.stream().map(PageData::axis).toList());
    data.put("metrics", metrics.stream().map(metric -> metric(metric, groups)).toList());
    data.put("groups", new GroupData(groups, metrics).values());
    data.put("trials", new TrialRows(groups, metrics).values());
    data.put("curves", new CurveData(groups).values());
    data.put("published", figures.stream().filter(PublishedFigure::isMeasured).map(f -> published(f, groups)).toList());
    data.put("retrain", new RetrainCommand(groups, facts.file()).values());
    try {
      return JSON.writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With six digits, a whole number as such; null for none. */
  static Number number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return (long) value;
    }
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }

  /** Those that any trial has. */
  private static List<Metric> metrics(Groups groups) {
    return Arrays.stream(MetricName.values()).filter(MetricName::isOnPage).map(Metric::of)
        .filter(metric -> groups.all().stream().anyMatch(group -> group.statistics(metric).isPresent())).toList();
  }

  private static Map<String, Object> axis(Axis axis) {
    Map<String, Object> values = new LinkedHashMap<>(Map.of("key", axis.key(), "words", axis.words(), "values", axis.values(),
        "numbers", axis.numbers(), "of", axis.of(), "log", Axis.areLogarithmic(axis.numbers()),
        "ordered", LineStyle.isOrdered(axis.values().size(), !axis.numbers().isEmpty())));
    if (!axis.exact().equals(axis.values())) {
      values.put("exact", axis.exact());
    }
    return values;
  }

  /** Whether tables show a metric's standard deviation beside its mean. */
  static boolean hasSpread(Metric metric) {
    return SPREAD.contains(metric.column());
  }

  /**
   * {@code more}: the digits beyond the usual ones that tell the highest mean of a group from the lowest; {@code spread},
   * {@code interval}, {@code counted}: whether tables show the deviation, the interval, and how many trials have a value.
   */
  private static Map<String, Object> metric(Metric metric, Groups groups) {
    DoubleSummaryStatistics means = groups.all().stream().flatMap(group -> group.statistics(metric).stream())
        .mapToDouble(Statistics::mean).summaryStatistics();
    return Map.of("id", metric.column(), "words", metric.words(), "kind", metric.kind().name().toLowerCase(Locale.ROOT),
        "more", Digits.more(metric, new double[] {means.getMin()}, means.getMax()), "spread", hasSpread(metric),
        "interval", metric.column().equals(Metric.TEST_ACCURACY.column()),
        "counted", metric.column().equals(Metric.FIT_EPOCH.column()));
  }

  private static Map<String, Object> published(PublishedFigure figure, Groups groups) {
    return Map.of(
        "group", groups.all().indexOf(figure.group().orElseThrow()),
        "value", figure.published().value(),
        "metric", figure.metric().column(),
        "source", figure.published().source());
  }
}
