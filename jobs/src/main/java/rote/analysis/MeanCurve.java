package rote.analysis;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import rote.trial.Curve;
import rote.trial.EpochRow;

/** A measure by epoch: mean and spread over the seeds. */
public record MeanCurve(List<Point> points) {
  public MeanCurve {
    points = List.copyOf(points);
  }

  /**
   * One epoch. Trials that stopped earlier count with their last value.
   *
   * @param deviation with n - 1 in the denominator; NaN for a single seed
   * @param running how many were still training
   */
  public record Point(int epoch, double mean, double deviation, double lowest, double highest, int running) {}

  /** Leaves out curves without a row. */
  public static MeanCurve of(List<Curve> curves, ToDoubleFunction<EpochRow> value) {
    List<List<EpochRow>> rows = curves.stream().map(Curve::rows).filter(curve -> !curve.isEmpty()).toList();
    int epochs = rows.stream().mapToInt(List::size).max().orElse(0);
    return new MeanCurve(IntStream.range(0, epochs).mapToObj(epoch -> point(epoch, rows, value)).toList());
  }

  /** Keeps the points that are wanted, and the last. */
  public MeanCurve thinned(IntPredicate wanted) {
    return new MeanCurve(points.stream()
        .filter(point -> wanted.test(point.epoch()) || point.epoch() == points.size() - 1).toList());
  }

  private static Point point(int epoch, List<List<EpochRow>> curves, ToDoubleFunction<EpochRow> value) {
    double[] values = curves.stream()
        .mapToDouble(rows -> value.applyAsDouble(rows.get(Math.min(epoch, rows.size() - 1)))).toArray();
    DoubleSummaryStatistics range = DoubleStream.of(values).summaryStatistics();
    double deviation = values.length > 1 ? StandardDeviation.of(values).getAsDouble() : Double.NaN;
    int running = (int) curves.stream().filter(rows -> epoch < rows.size()).count();
    return new Point(epoch, Mean.of(values).getAsDouble(), deviation, range.getMin(), range.getMax(), running);
  }
}
