package rote.report.page;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import rote.analysis.PublishedFigure;
import rote.analysis.statistics.Statistics;
import rote.experiment.MetricName;

/**
 * Where published and measured figures stand on one line: positions in percent of its length.
 *
 * <p>Figures of one kind share a scale.
 */
final class DotPlot {
  private static final double MARGIN = 6;

  private final List<PublishedFigure> figures;

  /** @param figures that are measured */
  DotPlot(List<PublishedFigure> figures) {
    this.figures = figures;
  }

  Map<String, Object> positions(PublishedFigure figure) {
    DoubleSummaryStatistics scale = scale(kind(figure));
    Statistics measured = figure.measured().orElseThrow();
    boolean interval = !Double.isNaN(measured.low());
    return Map.of(
        "from", position(interval ? measured.low() : measured.mean(), scale),
        "to", position(interval ? measured.high() : measured.mean(), scale),
        "mean", position(measured.mean(), scale),
        "published", position(figure.published().value(), scale));
  }

  private static MetricName.Kind kind(PublishedFigure figure) {
    return figure.metric().kind();
  }

  private DoubleSummaryStatistics scale(MetricName.Kind kind) {
    return figures.stream().filter(figure -> kind(figure) == kind).flatMapToDouble(DotPlot::values)
        .filter(Double::isFinite).summaryStatistics();
  }

  private static DoubleStream values(PublishedFigure figure) {
    Statistics measured = figure.measured().orElseThrow();
    return DoubleStream.of(measured.low(), measured.mean(), measured.high(), figure.published().value());
  }

  private static String position(double value, DoubleSummaryStatistics scale) {
    double range = scale.getMax() - scale.getMin();
    double share = range > 0 ? (value - scale.getMin()) / range : 0.5;
    return String.format(Locale.ROOT, "%.2f%%", MARGIN + share * (100 - 2 * MARGIN));
  }
}
