package rote.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.trial.Probe;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/**
 * The numbers of one probe.
 *
 * @param rows one per group, also where nothing was probed
 * @param completed how many trials completed, each counted in all its groups
 */
public record ProbeTable(ProbeWords words, List<Row> rows, int completed) {

  /**
   * The numbers of one group.
   *
   * @param results of the trials that were probed
   * @param cells one per number of the probe
   */
  public record Row(String label, List<TrialResult> results, List<Cell> cells) {
    public int n() {
      return results.size();
    }

    private List<String> texts() {
      List<String> texts = new ArrayList<>(List.of(label, String.valueOf(n())));
      cells.forEach(cell -> texts.add((cell.main() + " " + cell.minor()).strip()));
      return texts;
    }
  }

  /**
   * A mean over seeds.
   *
   * @param minor the standard deviation, and n if it is not that of the row; may be empty
   */
  public record Cell(String main, String minor) {}

  /** One table per probe that was asked for or is recorded. */
  static List<ProbeTable> of(Groups groups) {
    return Arrays.stream(Probe.values())
        .filter(probe -> groups.experiment().probes().contains(probe)
            || groups.records().stream().anyMatch(record -> record.result().probed().contains(probe)))
        .map(probe -> of(ProbeWords.of(probe), groups)).toList();
  }

  private static ProbeTable of(ProbeWords words, Groups groups) {
    return new ProbeTable(words, groups.all().stream().map(group -> row(words, group)).toList(),
        groups.all().stream().mapToInt(group -> group.completed().size()).sum());
  }

  private static Row row(ProbeWords words, Group group) {
    List<TrialResult> results = group.completed().stream().map(TrialRecord::result)
        .filter(result -> result.probed().contains(words.probe())).toList();
    return new Row(group.label(), results, words.numbers().stream().map(number -> cell(results, number.metric())).toList());
  }

  private static Cell cell(List<TrialResult> results, Metric metric) {
    double[] values = results.stream().flatMapToDouble(result -> metric.reader().of(result).stream()).toArray();
    if (values.length == 0) {
      return new Cell("-", "");
    }
    Statistics of = Statistics.of(values);
    String deviation = of.n() > 1 ? Numbers.deviation(metric, of) : "";
    return new Cell(metric.format(of.mean()), deviation + (of.n() < results.size() ? " (n = " + of.n() + ")" : ""));
  }

  public List<Row> probed() {
    return rows.stream().filter(row -> row.n() > 0).toList();
  }

  public int missing() {
    return completed - rows.stream().mapToInt(Row::n).sum();
  }

  public AnalysisTable finding(List<Row> some) {
    List<String> headings = new ArrayList<>(List.of("group", "n"));
    words.numbers().forEach(number -> headings.add(number.heading()));
    return new AnalysisTable(words.title(), words.explanation(), headings, some.stream().map(Row::texts).toList());
  }
}
