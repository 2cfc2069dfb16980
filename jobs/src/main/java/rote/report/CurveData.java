package rote.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.Status;
import rote.store.TrialRecord;

/**
 * What a page draws by epoch: each measure's mean and standard deviation a group, and single seeds where they are few.
 *
 * <p>The points of a curve lie at the kept epochs before its last, and at its last.
 */
final class CurveData {
  /** So many numbers keep the page of a large sweep below a few megabytes. */
  private static final int MOST_NUMBERS = 250_000;
  private static final int MOST_SEED_NUMBERS = 40_000;
  /** More epochs than a chart has pixels say no more. */
  private static final int MOST_POINTS = 400;
  private static final int FEWEST_POINTS = 5;

  private final Groups groups;
  private final List<Chart> charts;
  private final List<MeanCurve> seconds; // by group
  private final int last;
  private final int step;
  private final int apart; // of very many groups every so manieth has its curves

  CurveData(Groups groups) {
    this.groups = groups;
    this.charts = Chart.of(groups);
    this.seconds = groups.all().stream().map(group -> group.curve(EpochRow::seconds)).toList();
    this.last = seconds.stream().mapToInt(curve -> curve.points().size() - 1).max().orElse(0);
    int numbers = 2 + 2 * charts.size(); // running, seconds, and a mean and a deviation of each measure
    long points = MOST_NUMBERS / Math.max(1, (long) numbers * groups.all().size());
    long most = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, points));
    this.step = (int) Math.max(1, (last + most - 1) / most);
    long all = epochs().size() * (long) numbers * groups.all().size();
    this.apart = points < FEWEST_POINTS ? (int) Math.max(1, (all + MOST_NUMBERS - 1) / MOST_NUMBERS) : 1;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epochs", epochs());
    values.put("step", step);
    values.put("apart", apart);
    values.put("last", seconds.stream().map(curve -> curve.points().size() - 1).toList());
    values.put("reach", groups.all().stream().map(CurveData::reach).toList());
    values.put("running", parts(seconds, MeanCurve.Point::running));
    values.put("seconds", parts(seconds, MeanCurve.Point::mean));
    charts.forEach(chart -> values.put(chart.id(), means(chart)));
    values.put("seeds", seeds());
    return values;
  }

  private List<Integer> epochs() {
    return IntStream.rangeClosed(0, last).filter(this::isKept).boxed().toList();
  }

  private Map<String, Object> means(Chart chart) {
    List<MeanCurve> curves = groups.all().stream().map(chart::curve).toList();
    return Map.of("mean", parts(curves, MeanCurve.Point::mean), "deviation", parts(curves, MeanCurve.Point::deviation));
  }

  private List<List<Number>> parts(List<MeanCurve> curves, ToDoubleFunction<MeanCurve.Point> part) {
    return IntStream.range(0, curves.size())
        .mapToObj(g -> g % apart == 0 ? part(curves.get(g), part) : List.<Number>of()).toList();
  }

  private List<Number> part(MeanCurve curve, ToDoubleFunction<MeanCurve.Point> part) {
    return curve.thinned(this::isKept).points().stream().map(point -> PageData.number(part.applyAsDouble(point))).toList();
  }

  private static Number reach(Group group) {
    return PageData.number(Statistics.reach((int) group.count(Status.COMPLETED)));
  }

  /** Each measure of every recorded trial; what did not complete has no values. Nothing where that is too much. */
  private Map<String, Object> seeds() {
    List<Curve> curves = groups.records().stream().map(CurveData::completed).toList();
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
