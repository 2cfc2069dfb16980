package rote.analysis.compare;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import rote.analysis.Group;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Holm;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Statistics;

/** Compares one metric of several runs with that of the first. */
public record MetricComparison(Metric metric, List<Row> rows) {

  /**
   * One group of one run.
   *
   * @param run 0 is the first
   * @param p corrected by Holm for the number of the run's groups; NaN if there is no test
   * @param level at which p, uncorrected, is judged, and the interval with it
   */
  public record Row(String group, int run, CellDifference cell, double p, double level) {
    public boolean isHigher() {
      return cell.p() <= level && cell.test().value() > 0;
    }

    public boolean isLower() {
      return cell.p() <= level && cell.test().value() < 0;
    }

    public Interval interval() {
      return cell.interval(level);
    }
  }

  /** @param sharesData whether a run has the data of the first, so that trials of one seed are pairs */
  static MetricComparison of(Metric metric, List<Map<String, Group>> groups, IntPredicate sharesData) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    groups.get(0).keySet().forEach(name -> rows.put(name, new ArrayList<>()));
    for (int run = 1; run < groups.size(); run++) {
      rows(metric, groups.get(0), groups.get(run), run, sharesData.test(run)).forEach(row -> rows.get(row.group()).add(row));
    }
    return new MetricComparison(metric, rows.values().stream().flatMap(List::stream).toList());
  }

  private static List<Row> rows(
      Metric metric, Map<String, Group> first, Map<String, Group> other, int run, boolean sharesData) {
    Map<String, CellDifference> cells = new LinkedHashMap<>();
    first.forEach((name, group) -> Optional.ofNullable(other.get(name))
        .flatMap(same -> CellDifference.of(metric, group, same, sharesData)).ifPresent(cell -> cells.put(name, cell)));
    double[] p = cells.values().stream().filter(CellDifference::isTested).mapToDouble(CellDifference::p).toArray();
    double[] adjusted = Holm.adjusted(p);
    double[] levels = Holm.levels(Statistics.LEVEL, p);
    List<Row> rows = new ArrayList<>();
    int tests = 0;
    for (Map.Entry<String, CellDifference> cell : cells.entrySet()) {
      boolean isTested = cell.getValue().isTested();
      rows.add(new Row(cell.getKey(), run, cell.getValue(), isTested ? adjusted[tests] : Double.NaN,
          isTested ? levels[tests] : Statistics.LEVEL));
      tests += isTested ? 1 : 0;
    }
    return rows;
  }

  boolean has(int run) {
    return rows.stream().anyMatch(row -> row.run() == run);
  }

  /** Sums up one run, in words that follow its name. */
  String summary(int run) {
    List<Row> of = rows.stream().filter(row -> row.run() == run).toList();
    return (of.size() == 1 ? only(of.get(0)) : ofSeveral(of)) + tooFew(of);
  }

  private String only(Row row) {
    String words = row.isHigher() ? "higher" : row.isLower() ? "lower" : "not told apart";
    return words + ", " + difference(row) + ", n = " + row.cell().n() + ", " + Numbers.pWords(row.p());
  }

  private String ofSeveral(List<Row> of) {
    DoubleSummaryStatistics differences = of.stream().mapToDouble(row -> row.cell().mean()).summaryStatistics();
    long higher = of.stream().filter(Row::isHigher).count();
    long lower = of.stream().filter(Row::isLower).count();
    String apart = higher + lower == 0
        ? "no significant difference in any of " + of.size() + " groups"
        : "higher in " + count(higher) + " of " + of.size() + " groups, lower in " + count(lower);
    int more = Digits.more(metric, new double[] {differences.getMin(), differences.getMax()}, 0);
    return apart + ", with differences from " + signed(differences.getMin(), more) + " to " + signed(differences.getMax(), more);
  }

  private static String count(long n) {
    return n == 0 ? "none" : String.valueOf(n);
  }

  /** Says so if the seeds are too few for any difference to be significant. */
  private static String tooFew(List<Row> of) {
    double smallest = of.stream().mapToDouble(row -> row.cell().smallestP()).min().orElse(1) * of.size();
    return smallest <= Statistics.LEVEL ? "" : "; so few seeds cannot give less than " + Numbers.pWords(Math.min(1, smallest));
  }

  public String difference(Row row) {
    return mean(row) + (row.interval().exists() ? " " + interval(row) : "");
  }

  public String mean(Row row) {
    return signed(row.cell().mean(), more(row));
  }

  /** {@code [+0.092, +0.108] 97.5 %}; a hyphen if there is none. */
  public String interval(Row row) {
    Interval interval = row.interval();
    int more = more(row);
    return !interval.exists() ? "-"
        : "[" + signed(interval.low(), more) + ", " + signed(interval.high(), more) + "] " + Numbers.confidence(row.level());
  }

  public String value(Statistics of, Row row) {
    return metric.format(of.mean(), more(row));
  }

  private int more(Row row) {
    return Digits.more(metric, new double[] {row.cell().mean(), row.interval().low(), row.interval().high()}, 0);
  }

  private String signed(double value, int more) {
    return Numbers.signed(metric.format(value, more));
  }

  public double reach() {
    return rows.stream().flatMapToDouble(row -> DoubleStream.of(row.cell().mean(), row.interval().low(), row.interval().high()))
        .filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }
}
