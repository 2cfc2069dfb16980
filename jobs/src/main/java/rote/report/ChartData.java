package rote.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rote.experiment.Status;

/** What the charts of a page draw, as one JSON text that can stand inside a script element. */
final class ChartData {
  /** More epochs than a chart has pixels are thinned. */
  private static final int MOST_POINTS = 500;
  /** Of more groups than this, bands would cover one another. */
  private static final int MOST_BANDS = 16;
  private static final MathContext DIGITS = new MathContext(6);

  private ChartData() {}

  static String json(Groups groups, List<PublishedFigure> figures, double chance) {
    Map<String, Object> data = Map.of(
        "chance", chance,
        "bands", hasBands(groups),
        "groups", styledGroups(groups),
        "charts", Arrays.stream(Chart.values()).map(chart -> chart(chart, groups, figures)).toList());
    try {
      return new ObjectMapper().writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean hasBands(Groups groups) {
    return groups.all().size() <= MOST_BANDS;
  }

  private static List<Map<String, Object>> styledGroups(Groups groups) {
    List<LineStyle> styles = LineStyle.of(groups);
    List<Map<String, Object>> styled = new ArrayList<>();
    for (int g = 0; g < styles.size(); g++) {
      styled.add(styled(groups.all().get(g), styles.get(g)));
    }
    return styled;
  }

  private static Map<String, Object> styled(Group group, LineStyle style) {
    return Map.of(
        "label", group.label(),
        "completed", group.count(Status.COMPLETED),
        "colour", style.colour(),
        "colours", style.colours(),
        "ordered", style.ordered(),
        "dash", style.dash().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> chart(Chart chart, Groups groups, List<PublishedFigure> figures) {
    return Map.of(
        "id", chart.id(),
        "accuracy", chart.isAccuracy(),
        "curves", groups.all().stream().map(group -> points(chart.curve(group))).toList(),
        "published", figures.stream().filter(f -> belongs(f, chart)).map(f -> published(f, groups)).toList());
  }

  /** Rows of epoch, mean, lowest, highest, and how many were still running. */
  private static List<List<Number>> points(MeanCurve curve) {
    return curve.thinned(MOST_POINTS).points().stream()
        .map(p -> List.<Number>of(p.epoch(), short6(p.mean()), short6(p.lowest()), short6(p.highest()), p.running()))
        .toList();
  }

  private static boolean belongs(PublishedFigure figure, Chart chart) {
    return figure.isMeasured() && figure.metric().map(metric -> metric.chart().equals(chart.id())).orElse(false);
  }

  private static Map<String, Object> published(PublishedFigure figure, Groups groups) {
    return Map.of(
        "group", groups.all().indexOf(figure.group().orElseThrow()),
        "value", figure.published().value(),
        "metric", figure.metricWords(),
        "source", figure.published().source());
  }

  private static Number short6(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : Double.MAX_VALUE;
  }
}
