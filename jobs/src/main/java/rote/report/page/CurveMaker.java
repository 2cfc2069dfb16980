package rote.report.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MeanCurve;
import rote.analysis.statistics.Statistics;
import rote.report.Chart;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Makes a page's curves. Large sweeps are thinned: only every n-th group keeps its curves, and long curves keep fewer points. */
final class CurveMaker {
  /** Keeps the page of a large sweep below a few megabytes. */
  private static final int MAX_NUMBERS = 150_000;
  private static final int MAX_SEED_NUMBERS = 40_000;
  private static final int MAX_POINTS = 400;
  private static final int MAX_GROUPS = 500;

  private final Groups groups;
  private final List<Chart> charts;
  private final int last;
  private final int step;
  private final int every;

  CurveMaker(Groups groups) {
    this.groups = groups;
    this.charts = Chart.of(groups);
    this.last = groups.all().stream().mapToInt(CurveMaker::last).max().orElse(0);
    this.every = Math.max(1, (groups.all().size() + MAX_GROUPS - 1) / MAX_GROUPS);
    int numbers = 2 + 2 * charts.size(); // running, seconds, and a mean and a deviation of each measure
    long points = MAX_NUMBERS / Math.max(1, (long) numbers * groups.all().size() / every);
    this.step = (int) Math.max(1, last / Math.min(MAX_POINTS, Math.max(1, points)));
  }

  CurveData data() {
    List<MeanCurve> seconds = curves(group -> group.curve(EpochRow::seconds));
    return new CurveData(IntStream.rangeClosed(0, last).filter(this::isKept).boxed().toList(), step, every,
        groups.all().stream().map(CurveMaker::last).toList(),
        groups.all().stream().map(group -> PageData.number(Statistics.reach(group.completed().size()))).toList(),
        parts(seconds, MeanCurve.Point::running), parts(seconds, MeanCurve.Point::mean),
        charts.stream().collect(Collectors.toMap(Chart::id, chart -> means(curves(chart::curve)))), seeds());
  }

  private static CurveData.Means means(List<MeanCurve> curves) {
    return new CurveData.Means(parts(curves, MeanCurve.Point::mean), parts(curves, MeanCurve.Point::deviation).stream()
        .<List<Number>>map(deviation -> deviation.contains(null) ? List.of() : deviation).toList());
  }

  /** One per group; empty for groups that are left out. */
  private List<MeanCurve> curves(Function<Group, MeanCurve> curve) {
    return IntStream.range(0, groups.all().size()).mapToObj(g -> g % every == 0
        ? curve.apply(groups.all().get(g)).thinned(this::isKept) : new MeanCurve(List.of())).toList();
  }

  private static List<List<Number>> parts(List<MeanCurve> curves, ToDoubleFunction<MeanCurve.Point> part) {
    return curves.stream().map(curve -> curve.points().stream()
        .map(point -> PageData.number(part.applyAsDouble(point))).collect(Collectors.toList())).toList(); // with nulls
  }

  /** -1 if no trial completed. */
  private static int last(Group group) {
    return group.completed().stream().mapToInt(record -> record.result().curve().rows().size() - 1).max().orElse(-1);
  }

  private Map<String, List<List<Number>>> seeds() {
    List<Curve> curves = groups.all().stream().flatMap(group -> group.records().stream()).map(CurveMaker::completed).toList();
    long numbers = curves.stream().mapToLong(curve -> kept(curve).size()).sum() * charts.size();
    return numbers > MAX_SEED_NUMBERS ? Map.of() : charts.stream().collect(Collectors.toMap(Chart::id, chart ->
        curves.stream().map(curve -> kept(curve).stream().map(row -> PageData.number(chart.value(row))).toList()).toList()));
  }

  private static Curve completed(TrialRecord record) {
    return record.result().status() == Status.COMPLETED ? record.result().curve() : new Curve(List.of());
  }

  private List<EpochRow> kept(Curve curve) {
    return curve.rows().stream().filter(row -> isKept(row.epoch()) || row.epoch() == curve.rows().size() - 1).toList();
  }

  /** Powers of two keep the beginning readable on a logarithmic axis. */
  private boolean isKept(int epoch) {
    return epoch % step == 0 || Integer.bitCount(epoch) == 1;
  }
}
