package rote.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import rote.analysis.Groups;
import rote.analysis.compare.MetricComparison.Row;
import rote.analysis.statistics.Holm;
import rote.analysis.statistics.Interval;
import rote.data.LabelNoise;
import rote.experiment.Experiment;
import rote.experiment.Sweep;
import rote.files.InputException;
import rote.harness.Sample;
import rote.report.page.ComparisonPage;
import rote.report.terminal.ComparisonText;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialRecord;

class ComparisonTest {
  /** Test accuracy is nine tenths of it. */
  private static final ToDoubleFunction<Trial> PLAIN = trial -> (0.5 + 0.01 * trial.seed()) / 0.9;

  @Test
  void pairsTrialsOfOneGroupAndSeed() {
    ComparedRun first = run("a", Sample.trueAndRandom(3), PLAIN);
    ComparedRun other = run("b", Sample.trueAndRandom(4), trial -> PLAIN.applyAsDouble(trial) + trial.seed() / 9.0);
    List<Row> rows = rows(first, other);
    assertThat(rows).extracting(Row::group).containsExactly("label corruption 0", "label corruption 1");
    CellDifference cell = rows.get(0).cell();
    assertThat(cell.n()).isEqualTo("3 pairs"); // seed 4 has none
    assertThat(cell.first().mean()).isEqualTo(0.52, within(1e-12));
    assertThat(cell.other().mean()).isEqualTo(0.72, within(1e-12));
    assertThat(cell.mean()).isEqualTo(0.2, within(1e-12)); // of 0.1, 0.2 and 0.3
    assertThat(rows.get(0).interval()).as("three pairs have no interval").isEqualTo(Interval.NONE);
    assertThat(cell.p()).isEqualTo(0.25);
    assertThat(rows).extracting(Row::p).containsExactly(0.5, 0.5); // Holm, two groups
  }

  @Test
  void takesWelchsIntervalAndTestWhereNoSeedsPair() {
    ComparedRun first = run("a", seeds(1, 2, 3), trial -> List.of(0.1, 0.2, 0.3).get((int) trial.seed() - 1) / 0.9);
    ComparedRun other = run("b", seeds(7, 8, 9), trial -> List.of(0.5, 0.7, 0.9).get((int) trial.seed() - 7) / 0.9);
    Row row = rows(first, other).get(0);
    CellDifference cell = row.cell();
    assertThat(cell.n()).isEqualTo("3 and 3");
    assertThat(cell.mean()).isEqualTo(0.5, within(1e-12));
    // scipy.stats.ttest_ind([.5, .7, .9], [.1, .2, .3], equal_var=False): p and confidence_interval()
    assertThat(cell.p()).isEqualTo(0.0315622316256785, within(1e-9));
    assertThat(row.interval().low()).isEqualTo(0.08446004968165288, within(1e-9));
    assertThat(row.isHigher()).isTrue();
  }

  @Test
  void oneTrialEachHasADifferenceAndNothingMore() {
    Row row = rows(run("a", seeds(1), PLAIN), run("b", seeds(2), PLAIN)).get(0);
    CellDifference cell = row.cell();
    assertThat(cell.mean()).isEqualTo(0.01, within(1e-12));
    assertThat(cell.p()).isNaN();
    assertThat(row.interval()).isEqualTo(Interval.NONE);
    assertThat(row.isHigher() || row.isLower()).isFalse();
  }

  @Test
  void matchesAGroupThatOnlyOneRunSweepsByItsSettings() {
    ComparedRun first = run("a", Sample.trueAndRandom(2), PLAIN);
    ComparedRun other = run("b", Sample.experiment(Map.of(), 2), PLAIN); // its label corruption is 0
    assertThat(rows(first, other)).extracting(Row::group).containsExactly("label corruption 0");
  }

  @Test
  void comparesEveryRunWithTheFirst() {
    ComparedRun first = run("a", Sample.trueAndRandom(2), PLAIN);
    List<Row> rows = Comparison.of(List.of(first, first, first), List.of("test_accuracy")).metrics().get(0).rows();
    assertThat(rows).extracting(Row::group)
        .containsExactly("label corruption 0", "label corruption 0", "label corruption 1", "label corruption 1");
    assertThat(rows).extracting(Row::run).containsExactly(1, 2, 1, 2);
  }

  @Test
  void saysHowFarApartTheRunsAreAndHowSureThatIs() {
    ComparedRun first = run("a", Sample.trueAndRandom(8), PLAIN);
    ComparedRun other = run("b", Sample.trueAndRandom(8), trial -> PLAIN.applyAsDouble(trial)
        + (trial.get(Setting.LABEL_CORRUPTION) == 0 ? 0.1 + 0.02 * trial.seed() : 0.01 * Math.pow(-1, trial.seed())));
    assertThat(compare(first, other).summaries()).containsExactly("B against A in test accuracy: higher in 1 of 2 groups,"
        + " lower in none, with differences from +0.000 to +0.171.");
    assertThat(compare(first, first).summaries()).containsExactly("B against A in test accuracy: no significant difference in any of 2"
        + " groups, with differences from +0.000 to +0.000.");
    assertThat(compare(run("a", seeds(1, 2), PLAIN), run("b", seeds(1, 2), PLAIN)).summaries()).containsExactly(
        "B against A in test accuracy: not told apart, +0.000, n = 2 pairs, p = 1.000;"
            + " so few seeds cannot give less than p = 0.500.");
  }

  /** Six seeds that differ by as much as the data do: their numbers are equal by chance only. */
  @Test
  void trialsOnOtherDataAreNoPairs() {
    ComparedRun first = run("a", seeds(1, 2, 3, 4, 5, 6), PLAIN);
    ComparedRun other = new ComparedRun("b", run("b", seeds(1, 2, 3, 4, 5, 6), trial -> PLAIN.applyAsDouble(trial) - 0.111).groups(),
        first.facts(), Map.of("data SHA-256", "other"));
    Row row = rows(first, other).get(0);
    assertThat(row.cell().n()).isEqualTo("6 and 6");
    assertThat(row.isLower()).isTrue();
    assertThat(row.interval().high()).isNegative();
  }

  /** Two groups: the one whose p is smaller is judged at 2.5 %, and its interval is as wide. */
  @Test
  void anIntervalIsAsWideAsItsTestIsStrict() {
    ComparedRun first = run("a", Sample.trueAndRandom(6), PLAIN);
    ComparedRun other = run("b", Sample.trueAndRandom(6), trial -> PLAIN.applyAsDouble(trial) + 0.1);
    Row row = rows(first, other).get(0);
    assertThat(row.level()).isEqualTo(0.025);
    assertThat(row.isHigher()).as("p = 0.031").isFalse();
    assertThat(row.interval()).isEqualTo(Interval.NONE);
    assertThat(rows(run("a", seeds(1, 2, 3, 4, 5, 6), PLAIN), run("b", seeds(1, 2, 3, 4, 5, 6), trial ->
        PLAIN.applyAsDouble(trial) + 0.1)).get(0).isHigher()).as("alone").isTrue();
  }

  @Test
  void ofATrialThatNeverFittedOnlyTheOrderCounts() {
    ComparedRun first = run("a", seeds(1, 2), trial -> 1);
    ComparedRun other = run("b", seeds(1, 2), trial -> 0.5);
    Row row = Comparison.of(List.of(first, other), List.of("fit_epoch")).metrics().get(0).rows().get(0);
    assertThat(row.cell().n()).isEqualTo("2 pairs");
    assertThat(row.cell().test().value()).as("later in both").isEqualTo(1);
    assertThat(row.interval()).isEqualTo(Interval.NONE);
  }

  @Test
  void saysWhatWasDeclaredDifferently() {
    ComparedRun first = declaring(Map.of("trial.epochs", "5", "kernels", "vector"));
    ComparedRun other = declaring(Map.of("trial.epochs", "9", "kernels", "vector", "seeds", "2"));
    assertThat(compare(first, other).differing())
        .containsOnly(Map.entry("trial.epochs", List.of("5", "9")), Map.entry("seeds", List.of("-", "2")));
    assertThat(ComparisonText.of(compare(first, other))).containsPattern("trial.epochs +5 +9\n");
    assertThat(ComparisonText.of(compare(first, first))).contains("Settings, data and code are the same.");
  }

  @Test
  void saysWhetherEqualTrialsGaveTheSameBits() {
    ComparedRun first = run("a", seeds(1, 2, 3), PLAIN);
    ComparedRun other = run("b", seeds(2, 3, 4), trial -> PLAIN.applyAsDouble(trial));
    assertThat(compare(first, other).samenesses())
        .containsExactly("B has 2 trials that the first run has too, in settings, seed and data: the same bits.");
    assertThat(compare(first, underOtherIds()).samenesses()).containsExactly(
        "B has 2 trials that the first run has too, in settings, seed and data: the same bits.");
    ComparedRun off = run("b", seeds(3, 4), trial -> Math.nextUp(PLAIN.applyAsDouble(trial)));
    assertThat(compare(first, off).samenesses()).singleElement().asString()
        .contains("1 trial that", ": 1 with other bits, first t3, where epoch 1: the training cost is recorded as ");
    assertThat(compare(first, run("b", seeds(4), PLAIN)).samenesses())
        .containsExactly("B has no trial that the first run has too, in settings, seed and data.");
  }

  @Test
  void onAPageWhatTheUserWroteStaysText() {
    ComparedRun hostile = run("<script>alert('a')</script>", Sample.trueAndRandom(2), PLAIN);
    String html = ComparisonPage.html(compare(hostile, hostile));
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "http:", "https:", " src=", "url(");
    assertThat(html.split("<circle", -1)).hasSize(3);
  }

  @Test
  void refusesWhatCannotBeCompared() {
    ComparedRun first = run("a", Sample.experiment(Map.of(Setting.EPOCHS, List.of(1, 2)), 2), PLAIN);
    ComparedRun others = run("b", Sample.experiment(Map.of(Setting.EPOCHS, List.of(3, 4)), 2), PLAIN);
    assertThatThrownBy(() -> compare(first, others)).isInstanceOf(InputException.class)
        .hasMessage("a and b have nothing to compare: epochs is 1, 2 in the one and 3, 4 in the other");
    assertRefused(List.of(first, first), "validation_accuracy",
        "a and a have nothing to compare: they have no group in common in which trials of both have a validation accuracy");
    for (String column : List.of("beauty", "test_cost_spread", "noisy_test_accuracy")) {
      assertRefused(List.of(first, first), column,
          "--metric: must be a numeric column of the trials table, such as test_accuracy, was " + column);
    }
    assertRefused(List.of(first), "test_accuracy", "OUT: must be the outputs of 2 to 26 runs, was 1");
    assertRefused(Collections.nCopies(27, first), "test_accuracy", "OUT: must be the outputs of 2 to 26 runs, was 27");
  }

  private static void assertRefused(List<ComparedRun> runs, String column, String message) {
    assertThatThrownBy(() -> Comparison.of(runs, List.of(column))).isInstanceOf(InputException.class).hasMessage(message);
  }

  private static List<Row> rows(ComparedRun first, ComparedRun other) {
    return compare(first, other).metrics().get(0).rows();
  }

  /** Of seeds 2 and 3, with a setting that has no effect where labels are true. */
  private static ComparedRun underOtherIds() {
    Trial wrong = Trial.defaults(1).with(Setting.LABEL_NOISE, LabelNoise.WRONG_CLASS);
    Experiment experiment = new Experiment("sample", "", "pen-digits",
        Sweep.of(wrong, List.of(Map.of()), List.of(2L, 3L)), List.of(), List.of());
    List<TrialRecord> records = experiment.trials().stream().map(trial -> new TrialRecord("other" + trial.seed(), "sample",
        "pen-digits", trial, Sample.completed(trial, 0.1, PLAIN.applyAsDouble(trial)).result(), 0, "localhost")).toList();
    return new ComparedRun("b", Groups.of(experiment, records), Sample.FACTS, Map.of());
  }

  private static Comparison compare(ComparedRun first, ComparedRun other) {
    return Comparison.of(List.of(first, other), List.of("test_accuracy"));
  }

  private static ComparedRun declaring(Map<String, String> declared) {
    return new ComparedRun("a", run("a", seeds(1, 2), PLAIN).groups(), Sample.FACTS, declared);
  }

  private static Experiment seeds(long... seeds) {
    List<Long> numbers = new ArrayList<>();
    for (long seed : seeds) {
      numbers.add(seed);
    }
    return new Experiment("sample", "", "pen-digits", Sweep.of(Trial.defaults(1), List.of(Map.of()), numbers), List.of(),
        List.of());
  }

  private static ComparedRun run(String name, Experiment experiment, ToDoubleFunction<Trial> accuracy) {
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, accuracy.applyAsDouble(trial))).toList();
    return new ComparedRun(name, Groups.of(experiment, records), Sample.FACTS, Map.of());
  }
}
