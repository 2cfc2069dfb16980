package rote.report.page;

import java.util.LinkedHashMap;
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

/**
 * What a page draws by epoch: each measure's mean and standard deviation a group, and single seeds where they are few.
 *
 * <p>Of very many groups every so manieth has its curves: more than a page can draw. The points of a curve lie at the kept
 * epochs before its last, and at its last.
 */
final class CurveData {
  /** So many numbers keep the page of a large sweep below a few megabytes. */
  private static final int MOST_NUMBERS = 150_000;
  private static final int MOST_SEED_NUMBERS = 40_000;
  /** More epochs than a chart has pixels say no more. */
  private static final int MOST_POINTS = 400;
  private static final int MOST_GROUPS = 500;

  private final Groups groups;
  private final List<Chart> charts;
  private final int last;
  private final int step;
  private final int every;

  CurveData(Groups groups) {
    this.groups = groups;
    this.charts = Chart.of(groups);
    this.last = groups.all().stream().mapToInt(CurveData::last).max().orElse(0);
    this.every = Math.max(1, (groups.all().size() + MOST_GROUPS - 1) / MOST_GROUPS);
    int numbers = 2 + 2 * charts.size(); // running, seconds, and a mean and a deviation of each measure
    long points = MOST_NUMBERS / Math.max(1, (long) numbers * groups.all().size() / every);
    this.step = (int) Math.max(1, last / Math.min(MOST_POINTS, Math.max(1, points)));
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epochs", IntStream.rangeClosed(0, last).filter(this::isKept).boxed().toList());
    values.put("step", step);
    values.put("every", every);
    values.put("last", groups.all().stream().map(CurveData::last).toList());
    values.put("reach", groups.all().stream().map(CurveData::reach).toList());
    List<MeanCurve> seconds = curves(group -> group.curve(EpochRow::seconds));
    values.put("running", parts(seconds, MeanCurve.Point::running));
    values.put("seconds", parts(seconds, MeanCurve.Point::mean));
    charts.forEach(chart -> values.put(chart.id(), means(curves(chart::curve))));
    values.put("seeds", seeds());
    return values;
  }

  /** Of a single seed there is no deviation. */
  private static Map<String, Object> means(List<MeanCurve> curves) {
    return Map.of("mean", parts(curves, MeanCurve.Point::mean), "deviation", parts(curves, MeanCurve.Point::deviation)
        .stream().map(deviation -> deviation.contains(null) ? List.of() : deviation).toList());
  }

  /** Thinned, a curve a group; without points where it is left out. */
  private List<MeanCurve> curves(Function<Group, MeanCurve> curve) {
    return IntStream.range(0, groups.all().size()).mapToObj(g -> g % every == 0
        ? curve.apply(groups.all().get(g)).thinned(this::isKept) : new MeanCurve(List.of())).toList();
  }

  private static List<List<Number>> parts(List<MeanCurve> curves, ToDoubleFunction<MeanCurve.Point> part) {
    return curves.stream().map(curve -> curve.points().stream()
        .map(point -> PageData.number(part.applyAsDouble(point))).collect(Collectors.toList())).toList(); // with nulls
  }

  /** The last epoch of any completed trial; -1 if there is none. */
  private static int last(Group group) {
    return group.completed().stream().mapToInt(record -> record.result().curve().rows().size() - 1).max().orElse(-1);
  }

  private static Number reach(Group group) {
    return PageData.number(Statistics.reach((int) group.count(Status.COMPLETED)));
  }

  /** Each measure of every recorded trial; what did not complete has no values. Nothing where that is too much. */
  private Map<String, Object> seeds() {
    List<Curve> curves = groups.all().stream().flatMap(group -> group.records().stream()).map(CurveData::completed).toList();
    long numbers = curves.stream().mapToLong(curve -> kept(curve).size()).sum() * charts.size();
    Map<String, Object> seeds = new LinkedHashMap<>();
    if (numbers <= MOST_SEED_NUMBERS) {
      charts.forEach(chart -> seeds.put(chart.id(), curves.stream().map(curve -> kept(curve).stream()
          .map(row -> PageData.number(chart.value(row))).toList()).toList()));
    }
    return seeds;
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
