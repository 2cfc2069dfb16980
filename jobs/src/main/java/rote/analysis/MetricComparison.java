package rote.analysis;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import rote.analysis.statistics.Holm;
import rote.analysis.statistics.Statistics;

/** Compares one metric of several runs with that of the first. */
public record MetricComparison(Metric metric, List<Row> rows) {

  /**
   * One group of one run.
   *
   * @param run 0 is the first
   * @param p corrected by Holm for the number of the run's groups; NaN if there is no test
   */
  public record Row(String group, int run, CellDifference cell, double p) {
    public boolean isHigher() {
      return p <= Verdicts.LEVEL && cell.mean() > 0;
    }

    public boolean isLower() {
      return p <= Verdicts.LEVEL && cell.mean() < 0;
    }
  }

  static MetricComparison of(Metric metric, List<Map<String, Group>> groups) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    groups.get(0).keySet().forEach(name -> rows.put(name, new ArrayList<>()));
    for (int run = 1; run < groups.size(); run++) {
      corrected(rows(metric, groups.get(0), groups.get(run), run)).forEach(row -> rows.get(row.group()).add(row));
    }
    return new MetricComparison(metric, rows.values().stream().flatMap(List::stream).toList());
  }

  private static List<Row> rows(Metric metric, Map<String, Group> first, Map<String, Group> other, int run) {
    List<Row> rows = new ArrayList<>();
    first.forEach((name, group) -> Optional.ofNullable(other.get(name))
        .flatMap(same -> CellDifference.of(metric, group, same))
        .ifPresent(cell -> rows.add(new Row(name, run, cell, cell.p()))));
    return rows;
  }

  private static List<Row> corrected(List<Row> rows) {
    double[] adjusted = Holm.adjusted(rows.stream().mapToDouble(Row::p).filter(p -> !Double.isNaN(p)).toArray());
    List<Row> corrected = new ArrayList<>();
    int tests = 0;
    for (Row row : rows) {
      double p = Double.isNaN(row.p()) ? Double.NaN : adjusted[tests++];
      corrected.add(new Row(row.group(), row.run(), row.cell(), p));
    }
    return corrected;
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
    CellDifference cell = row.cell();
    String words = row.isHigher() ? "higher" : row.isLower() ? "lower" : "not told apart";
    return words + ", " + difference(cell) + ", n = " + cell.n() + ", " + Numbers.pWords(row.p());
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
    return smallest <= Verdicts.LEVEL ? "" : "; so few seeds cannot give less than " + Numbers.pWords(Math.min(1, smallest));
  }

  public String difference(CellDifference cell) {
    return mean(cell) + " " + interval(cell);
  }

  public String mean(CellDifference cell) {
    return signed(cell.mean(), more(cell));
  }

  public String interval(CellDifference cell) {
    int more = more(cell);
    return Double.isNaN(cell.low()) ? "-" : "[" + signed(cell.low(), more) + ", " + signed(cell.high(), more) + "]";
  }

  public String value(Statistics of, CellDifference cell) {
    return metric.format(of.mean(), more(cell));
  }

  private int more(CellDifference cell) {
    return Digits.more(metric, new double[] {cell.mean(), cell.low(), cell.high()}, 0);
  }

  private String signed(double value, int more) {
    return Numbers.signed(metric.format(value, more));
  }

  public double reach() {
    return rows.stream().map(Row::cell)
        .flatMapToDouble(cell -> DoubleStream.of(cell.mean(), cell.low(), cell.high()))
        .filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }
}
