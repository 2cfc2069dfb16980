package rote.report.page;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import rote.analysis.PublishedFigure;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Statistics;

/** Places measured and published figures on one line; figures of one kind share a scale. */
record DotPlot(List<PublishedFigure> figures) {
  private static final double MARGIN = 6;

  /** In percent of the line's length. */
  record Positions(String from, String to, String mean, String published) {}

  Positions positions(PublishedFigure figure) {
    DoubleSummaryStatistics scale = figures.stream().filter(other -> other.metric().kind() == figure.metric().kind())
        .flatMapToDouble(DotPlot::values).filter(Double::isFinite).summaryStatistics();
    Statistics measured = figure.measured().orElseThrow();
    Interval expected = figure.expected().exists() ? figure.expected() : new Interval(measured.mean(), measured.mean());
    return new Positions(position(expected.low(), scale), position(expected.high(), scale),
        position(measured.mean(), scale), position(figure.published().value(), scale));
  }

  private static DoubleStream values(PublishedFigure figure) {
    return DoubleStream.of(figure.measured().orElseThrow().mean(), figure.expected().low(), figure.expected().high(),
        figure.published().value());
  }

  private static String position(double value, DoubleSummaryStatistics scale) {
    double range = scale.getMax() - scale.getMin();
    double share = range > 0 ? (value - scale.getMin()) / range : 0.5;
    return String.format(Locale.ROOT, "%.2f%%", MARGIN + share * (100 - 2 * MARGIN));
  }
}
