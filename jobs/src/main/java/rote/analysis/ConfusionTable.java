package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.analysis.answers.Confusion;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.trial.Probe;

/** Makes a table of each group's answers to the test examples: the confusion matrix, and the accuracy of every class. */
public final class ConfusionTable {
  /** Of more classes, only the accuracies are shown. */
  static final int MAX_ANSWERS = 30;

  private ConfusionTable() {}

  /**
   * One table per group that was asked, without a note; empty for other probes.
   *
   * @param names what the classes are called; where there are none, they have the labels of their files
   */
  public static List<AnalysisTable> of(ProbeTable probe, List<String> names, int most) {
    return probe.words().probe() != Probe.TEST_ANSWERS ? List.of()
        : probe.probed().stream().limit(most).flatMap(row -> of(row, names)).toList();
  }

  /** How to read the tables. */
  public static String note() {
    return "Rows are the true classes, columns the answers: how many test examples, mean over the seeds. The accuracy of a"
        + " class is the share of its examples that are answered right, with a 95 % interval over seeds by Student’s t, within 0 and 1.";
  }

  private static Stream<AnalysisTable> of(ProbeTable.Row row, List<String> names) {
    List<Confusion> seeds = row.results().stream().flatMap(result -> Confusion.of(result).stream()).toList();
    return seeds.isEmpty() ? Stream.empty() : Stream.of(table(row.label(), seeds, names));
  }

  private static AnalysisTable table(String group, List<Confusion> seeds, List<String> names) {
    Confusion first = seeds.get(0);
    List<String> classes = names.size() == first.classes() ? names : IntStream.range(0, first.classes()).mapToObj(first::label).toList();
    int answers = first.classes() > MAX_ANSWERS ? 0 : first.classes();
    List<String> headings = new ArrayList<>(List.of("class"));
    headings.addAll(classes.subList(0, answers));
    headings.addAll(List.of("accuracy", "95 % interval"));
    return new AnalysisTable(group, note(), headings,
        IntStream.range(0, first.classes()).mapToObj(c -> row(classes.get(c), seeds, c, answers)).toList());
  }

  private static List<String> row(String name, List<Confusion> seeds, int c, int answers) {
    List<String> cells = new ArrayList<>(List.of(name));
    IntStream.range(0, answers).forEach(answer ->
        cells.add(count(seeds.stream().mapToDouble(seed -> seed.count(c, answer)).average().orElseThrow())));
    double[] accuracies = seeds.stream().flatMapToDouble(seed -> seed.accuracy(c).stream()).toArray();
    cells.addAll(accuracies.length == 0 ? List.of("-", "-") : accuracy(Statistics.of(accuracies)));
    return cells;
  }

  private static String count(double mean) {
    return Numbers.decimals(mean, mean == Math.rint(mean) ? 0 : 1);
  }

  private static List<String> accuracy(Statistics of) {
    Statistics within = new Statistics(of.n(), of.mean(), Double.NaN, Math.max(0, of.low()), Math.min(1, of.high()));
    return List.of(Numbers.accuracy(of.mean()), Numbers.interval(Metric.TEST_ACCURACY, within));
  }
}
