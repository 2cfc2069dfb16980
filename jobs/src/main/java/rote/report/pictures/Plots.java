package rote.report.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MeanCurve;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.analysis.statistics.Statistics;
import rote.report.AxisLines;
import rote.report.Chart;
import rote.report.LineStyle;

/** Draws a notebook's charts as pictures, in the colours of the page. */
public final class Plots {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int LEGEND_LINE = 21;
  /** A longer legend would leave no room for the lines. */
  private static final int MAX_NAMED = 16;
  private static final int MAX_POINTS = 200;

  private final Groups groups;
  private final List<LineStyle> styles;
  private final double chance;

  public Plots(Groups groups, double chance) {
    this.groups = groups;
    this.styles = LineStyle.of(groups);
    this.chance = chance;
  }

  /** Bands of more groups would cover each other. */
  public static boolean haveBands(Groups groups) {
    return groups.all().size() <= MAX_NAMED;
  }

  public Picture byEpoch(Chart measure) {
    int named = haveBands(groups) ? groups.all().size() : 0;
    XYChart chart = empty("epoch", measure.title(), named);
    double last = 1;
    for (int g = 0; g < styles.size(); g++) {
      MeanCurve curve = thinned(measure.curve(groups.all().get(g)));
      if (!curve.points().isEmpty()) {
        last = Math.max(last, curve.points().get(curve.points().size() - 1).epoch());
        Color colour = PaperColour.of(styles.get(g));
        if (haveBands(groups)) {
          band(chart, "band " + g, curve, colour);
        }
        line(chart, (g + 1) + "", groups.all().get(g).label(), curve, styles.get(g));
      }
    }
    if (measure.isAccuracy()) {
      chance(chart, 0, last);
    }
    return picture(chart, named);
  }

  /** Draws a metric after training against a setting, with bars of one standard deviation over seeds. */
  public Picture afterTraining(Metric metric, AxisLines axis) {
    int named = axis.lines().size() <= MAX_NAMED ? axis.lines().size() : 0;
    XYChart chart = empty(Words.of(axis.axis()), metric.words(), named);
    chart.getStyler().setXAxisLogarithmic(axis.logarithmic());
    for (int k = 0; k < axis.lines().size(); k++) {
      add(chart, metric, axis, k);
    }
    return picture(chart, named);
  }

  private static MeanCurve thinned(MeanCurve curve) {
    int step = Math.max(1, (curve.points().size() + MAX_POINTS - 1) / MAX_POINTS);
    return curve.thinned(epoch -> epoch % step == 0);
  }

  private void add(XYChart chart, Metric metric, AxisLines axis, int k) {
    List<Group> measured = axis.lines().get(k).groups().stream().map(groups.all()::get)
        .filter(group -> group.statistics(metric).isPresent()).toList();
    if (measured.isEmpty()) {
      return;
    }
    List<Statistics> of = measured.stream().map(group -> group.statistics(metric).orElseThrow()).toList();
    XYSeries series = chart.addSeries(String.valueOf(k), values(measured.stream().mapToDouble(axis::x)),
        values(of.stream().mapToDouble(Statistics::mean)), values(of.stream().mapToDouble(Plots::deviation)));
    series.setLabel(axis.lines().get(k).label());
    Color colour = PaperColour.of(axis.style(k));
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setLineColor(colour).setLineWidth(2);
    if (!axis.joined()) {
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    }
  }

  private static double deviation(Statistics of) {
    return of.n() > 1 ? of.standardDeviation() : 0;
  }

  private static void line(XYChart chart, String id, String label, MeanCurve curve, LineStyle style) {
    XYSeries series = chart.addSeries(id, values(curve.points().stream().mapToDouble(MeanCurve.Point::epoch)),
        values(curve.points().stream().mapToDouble(MeanCurve.Point::mean)));
    series.setLabel(label);
    series.setMarker(SeriesMarkers.NONE).setLineColor(PaperColour.of(style)).setLineStyle(stroke(style.dash()));
  }

  /** A polygon along the highest seeds and back along the lowest. */
  private static void band(XYChart chart, String id, MeanCurve curve, Color colour) {
    List<MeanCurve.Point> there = curve.points();
    List<MeanCurve.Point> back = there.stream().sorted((a, b) -> b.epoch() - a.epoch()).toList();
    XYSeries band = chart.addSeries(id,
        values(DoubleStream.concat(epochs(there), epochs(back))),
        values(DoubleStream.concat(there.stream().mapToDouble(MeanCurve.Point::highest),
            back.stream().mapToDouble(MeanCurve.Point::lowest))));
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setShowInLegend(false);
    band.setMarker(SeriesMarkers.NONE).setLineColor(new Color(0, 0, 0, 0));
    band.setFillColor(PaperColour.veil(colour));
  }

  private void chance(XYChart chart, double from, double to) {
    XYSeries series = chart.addSeries("chance", new double[] {from, to}, new double[] {chance, chance});
    series.setMarker(SeriesMarkers.NONE).setLineColor(PaperColour.MUTED).setLineStyle(dashes(1, 1, 3));
  }

  private static XYChart empty(String x, String y, int named) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height(named)).xAxisTitle(x).yAxisTitle(y).build();
    XYStyler styler = chart.getStyler();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(PaperColour.GRID).setPlotGridLinesStroke(new BasicStroke(1));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTitleFont(font).setAxisTickLabelsFont(font).setAxisTickLabelsColor(PaperColour.MUTED);
    styler.setAxisTickMarksColor(PaperColour.MUTED).setChartFontColor(PaperColour.INK);
    styler.setLegendFont(font).setLegendBorderColor(Color.WHITE).setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendVisible(named > 0).setLegendSeriesLineLength(26).setLegendPadding(6);
    styler.setMarkerSize(6);
    styler.setLocale(Locale.ROOT);
    styler.setChartTitleVisible(false);
    return chart;
  }

  private static Picture picture(XYChart chart, int named) {
    return Picture.of(WIDTH, height(named), graphics -> chart.paint(graphics, WIDTH, height(named)));
  }

  private static int height(int named) {
    return HEIGHT + LEGEND_LINE * named;
  }

  private static BasicStroke stroke(LineStyle.Dash dash) {
    return switch (dash) {
      case SOLID -> new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
      case DOTTED -> dashes(2, 2, 3);
      case DASHED -> dashes(2, 7, 4);
    };
  }

  private static BasicStroke dashes(float width, float... lengths) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
  }

  private static DoubleStream epochs(List<MeanCurve.Point> points) {
    return points.stream().mapToDouble(MeanCurve.Point::epoch);
  }

  /** Infinite values are gaps. */
  private static double[] values(DoubleStream values) {
    return values.map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
  }
}
