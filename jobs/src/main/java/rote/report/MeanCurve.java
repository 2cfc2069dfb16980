package rote.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rote.experiment.Curve;
import rote.experiment.EpochRow;

/** One measure by epoch, as its mean over seeds with the lowest and the highest of them. */
public record MeanCurve(List<Point> points) {
  public MeanCurve {
    points = List.copyOf(points);
  }

  /**
   * The seeds at one epoch; those that stopped earlier stand in it with their last value.
   *
   * @param running how many were still training up to this epoch
   */
  public record Point(int epoch, double mean, double lowest, double highest, int running) {}

  /** As long as the longest of the curves; curves without a row are left out. */
  public static MeanCurve of(List<Curve> curves, ToDoubleFunction<EpochRow> value) {
    List<List<EpochRow>> rows = curves.stream().map(Curve::rows).filter(curve -> !curve.isEmpty()).toList();
    int epochs = rows.stream().mapToInt(List::size).max().orElse(0);
    return new MeanCurve(IntStream.range(0, epochs).mapToObj(epoch -> point(epoch, rows, value)).toList());
  }

  /** The same curve with at most about {@code most} points: every k-th epoch and the last. */
  public MeanCurve thinned(int most) {
    int step = Math.max(1, (points.size() + most - 1) / most);
    List<Point> kept = new ArrayList<>();
    for (int epoch = 0; epoch < points.size(); epoch++) {
      if (epoch % step == 0 || epoch == points.size() - 1) {
        kept.add(points.get(epoch));
      }
    }
    return new MeanCurve(kept);
  }

  private static Point point(int epoch, List<List<EpochRow>> curves, ToDoubleFunction<EpochRow> value) {
    double sum = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int running = 0;
    for (List<EpochRow> rows : curves) {
      double at = value.applyAsDouble(rows.get(Math.min(epoch, rows.size() - 1)));
      sum += at;
      lowest = Math.min(lowest, at);
      highest = Math.max(highest, at);
      running += epoch < rows.size() ? 1 : 0;
    }
    return new Point(epoch, sum / curves.size(), lowest, highest, running);
  }
}
