package rote.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rote.analysis.Analysis;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.PublishedFigure;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.experiment.MetricName;
import rote.report.Axis;
import rote.report.Chart;
import rote.report.LineStyle;
import rote.report.pictures.PaperColour;

/**
 * The numbers behind a page's charts and tables.
 *
 * @param about the measure that is shown first
 * @param permutations null if there are none
 */
record PageData(String name, String dataset, List<String> ramp, Map<String, Numbers.Format> formats, boolean scattered,
    double chance, String about, List<AxisData> axes, List<MetricData> metrics, GroupData groups, TrialValues trials,
    CurveData curves, List<Figure> published, List<PermutationSection.Chart> permutations, RetrainCommand retrain) {
  /** Sorted by key, so that equal results give equal bytes in every JVM. */
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST).serializationInclusion(JsonInclude.Include.NON_NULL).build();
  private static final MathContext DIGITS = new MathContext(6);
  private static final Set<String> SPREAD =
      Set.of("final_training_accuracy", "final_validation_accuracy", "final_test_accuracy", "final_test_cost");

  /** @param exact null if equal to the values */
  record AxisData(String key, String words, List<String> values, List<String> exact, List<Double> numbers, List<Integer> of,
      boolean log, boolean ordered) {
    private static AxisData of(Axis axis) {
      return new AxisData(axis.key(), axis.words(), axis.values(), axis.exact().equals(axis.values()) ? null : axis.exact(),
          axis.numbers(), axis.of(), Axis.areLogarithmic(axis.numbers()),
          LineStyle.isOrdered(axis.values().size(), !axis.numbers().isEmpty()));
    }
  }

  /**
   * How a metric is shown.
   *
   * @param more digits beyond the usual ones that distinguish the highest mean from the lowest
   * @param spread whether tables show the standard deviation
   * @param interval whether tables show the interval
   * @param counted whether tables show how many trials have a value
   */
  record MetricData(String id, String words, String kind, int more, boolean spread, boolean interval, boolean counted) {
    private static MetricData of(Metric metric, Groups groups) {
      DoubleSummaryStatistics means = groups.all().stream().flatMap(group -> group.statistics(metric).stream())
          .mapToDouble(Statistics::mean).summaryStatistics();
      return new MetricData(metric.column(), metric.words(), metric.kind().name().toLowerCase(Locale.ROOT),
          Digits.more(metric, new double[] {means.getMin()}, means.getMax()), hasSpread(metric),
          metric.name() == MetricName.FINAL_TEST_ACCURACY, metric.name() == MetricName.FIT_EPOCH);
    }
  }

  record Figure(int group, double value, String metric, String source) {}

  /** Can be put inside a script element. */
  static String json(Analysis analysis, PageFacts facts) {
    try {
      return JSON.writeValueAsString(of(analysis, facts)).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageData of(Analysis analysis, PageFacts facts) {
    Groups groups = analysis.groups();
    List<Axis> axes = Axis.of(groups);
    List<Metric> metrics = Arrays.stream(MetricName.values()).filter(MetricName::isOnPage).map(Metric::of)
        .filter(metric -> groups.all().stream().anyMatch(group -> group.statistics(metric).isPresent())).toList();
    return new PageData(groups.experiment().name(), groups.dataset(), PaperColour.ramp(), Numbers.formats(),
        Axis.areScattered(groups, axes), facts.chance(), Chart.about(groups).id(), axes.stream().map(AxisData::of).toList(),
        metrics.stream().map(metric -> MetricData.of(metric, groups)).toList(), GroupData.of(groups, metrics),
        TrialValues.of(groups, metrics), new CurveMaker(groups).data(),
        analysis.measured().stream().map(figure -> figure(figure, groups)).toList(), permutations(groups), RetrainCommand.of(groups, facts.file()));
  }

  private static List<PermutationSection.Chart> permutations(Groups groups) {
    List<PermutationSection> sections = PermutationSection.of(groups);
    return sections.isEmpty() ? null : sections.stream().map(PermutationSection::chart).toList();
  }

  /** Six digits, or a whole number; null if not finite. */
  static Number number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return (long) value;
    }
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }

  static boolean hasSpread(Metric metric) {
    return SPREAD.contains(metric.column());
  }

  private static Figure figure(PublishedFigure figure, Groups groups) {
    return new Figure(groups.all().indexOf(figure.group().orElseThrow()), figure.published().value(), figure.metric().column(),
        figure.published().source());
  }
}
