package rote.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import rote.analysis.statistics.Statistics;
import rote.trial.Probe;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** The numbers of each probe, a table with one row per group. */
public final class ProbeNumbers {
  private ProbeNumbers() {}

  /**
   * A mean over seeds.
   *
   * @param minor the standard deviation, and n where it is not that of the row; may be empty
   */
  public record Cell(String main, String minor) {
    @Override
    public String toString() {
      return (main + " " + minor).strip();
    }
  }

  public static List<Finding> findings(Groups groups) {
    return probes(groups).map(probe -> finding(groups, probe)).toList();
  }

  /** The probes that were asked for, and those that are recorded anyway, in their order. */
  public static Stream<Probe> probes(Groups groups) {
    return Arrays.stream(Probe.values()).filter(probe -> groups.experiment().probes().contains(probe)
        || groups.records().stream().anyMatch(record -> has(record, probe)));
  }

  public static List<TrialResult> results(Group group, Probe probe) {
    return group.completed().stream().filter(record -> has(record, probe)).map(TrialRecord::result).toList();
  }

  public static boolean has(TrialRecord record, Probe probe) {
    return record.result().probed().contains(probe);
  }

  public static Cell cell(List<TrialResult> results, ProbeWords.Number number) {
    double[] values = results.stream().map(number.metric().reader()::of).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).toArray();
    if (values.length == 0) {
      return new Cell("-", "");
    }
    Statistics of = Statistics.of(values);
    String deviation = of.n() > 1 ? "± " + Numbers.accuracy(of.standardDeviation()) : "";
    return new Cell(Numbers.accuracy(of.mean()), deviation + (of.n() < results.size() ? " (n = " + of.n() + ")" : ""));
  }

  private static Finding finding(Groups groups, Probe probe) {
    ProbeWords words = ProbeWords.of(probe);
    List<String> headings = new ArrayList<>(List.of("group", "n"));
    words.numbers().forEach(number -> headings.add(number.heading()));
    List<List<String>> rows = groups.all().stream().map(group -> row(group, words)).toList();
    return new Finding(words.title(), words.explanation(), headings, rows);
  }

  private static List<String> row(Group group, ProbeWords words) {
    List<TrialResult> results = results(group, words.probe());
    List<String> row = new ArrayList<>(List.of(group.label(), String.valueOf(results.size())));
    words.numbers().forEach(number -> row.add(cell(results, number).toString()));
    return row;
  }
}
