package rote.report.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import rote.analysis.resampling.NullDistribution;
import rote.analysis.resampling.PermutationTest;
import rote.report.LineStyle;

/** Draws how often permuted labels gave which accuracy, and marks the true labels. */
public final class PermutationPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;

  private PermutationPlot() {}

  public static Picture of(PermutationTest test) {
    NullDistribution permuted = NullDistribution.of(test);
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle("test accuracy").yAxisTitle("permutations").build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    chart.getStyler().setPlotGridLinesColor(PaperColour.GRID).setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendVisible(false).setChartTitleVisible(false).setChartFontColor(PaperColour.INK);
    chart.getStyler().setAxisTickLabelsColor(PaperColour.MUTED);
    chart.getStyler().setLocale(Locale.ROOT);
    int bins = permuted.counts().size();
    // The outline of the bars: up and down again at the ends of each.
    double[] x = IntStream.range(0, 4 * bins).mapToDouble(k -> permuted.edge(k / 4 + k % 4 / 2)).toArray();
    double[] y = IntStream.range(0, 4 * bins).mapToDouble(k -> k % 4 == 0 || k % 4 == 3 ? 0 : permuted.counts().get(k / 4)).toArray();
    XYSeries bars = chart.addSeries("permuted", x, y);
    bars.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE);
    bars.setLineColor(PaperColour.MUTED).setFillColor(PaperColour.veil(PaperColour.MUTED));
    double highest = permuted.counts().stream().mapToInt(count -> count).max().orElse(1);
    XYSeries truth = chart.addSeries("truth", new double[] {test.truth(), test.truth()}, new double[] {0, Math.max(1, highest)});
    truth.setMarker(SeriesMarkers.NONE).setLineColor(PaperColour.of(new LineStyle(0, 1, false, LineStyle.Dash.SOLID)));
    truth.setLineStyle(new BasicStroke(3));
    return Picture.of(WIDTH, HEIGHT, graphics -> chart.paint(graphics, WIDTH, HEIGHT));
  }
}
