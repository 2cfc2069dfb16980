package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.analysis.statistics.Statistics;
import rote.data.LabelNoise;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.FollowUp.BestBy;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;

class GroupsTest {
  /** Nine of ten seeds know their examples and one misses two of a hundred: the mean is above 0.99, and yet not all are fitted. */
  @Test
  void aGroupWithOneUnfittedSeedIsNotFittedWhateverItsMean() {
    Claim mean = new Claim("on average", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE,
        new Relation.Range(0.99, Double.POSITIVE_INFINITY));
    Claim all = new Claim("all are", MetricName.FITTED, Conditions.NONE, new Relation.Range(0.9, Double.POSITIVE_INFINITY));
    Experiment experiment = Sample.claiming(List.of(0f), 10, mean, all);
    Groups groups = Groups.of(experiment, experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.seed() == 4 ? 0.98 : 1)).toList());
    Group group = groups.all().get(0);
    assertThat(group.statistics(Metric.TRAINING_ACCURACY).orElseThrow().mean()).isCloseTo(0.998, within(1e-12));
    assertThat(group.isFitted()).isFalse();
    assertThat(group.statistics(Metric.of(MetricName.FITTED)).orElseThrow().low())
        .as("Clopper and Pearson").isCloseTo(0.55498, within(1e-4));
    assertThat(group.fitEpochWords()).isEqualTo("≥ 1.0 (9 of 10)");
    assertThat(Verdicts.of(groups)).extracting(Verdict::answer).containsExactly(Verdict.Answer.HOLDS, Verdict.Answer.OPEN);
  }

  private static final Experiment ONE = Sample.experiment(Map.of(), 5);

  @Test
  void followsThePlanForAnyOrderOfRecords() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LABEL_CORRUPTION, List.of(1f, 0f));
    grid.put(Setting.HIDDEN, List.of(List.of(256), List.of(16, 16)));
    Experiment experiment = Sample.experiment(grid, 2);
    List<TrialRecord> reversed = new ArrayList<>(
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, trial.seed() / 10.0)).toList());
    Collections.reverse(reversed);

    Groups groups = Groups.of(experiment, reversed);

    assertThat(groups.all()).extracting(Group::label).containsExactly(
        "hidden [256] · label corruption 1", "hidden [16, 16] · label corruption 1",
        "hidden [256] · label corruption 0", "hidden [16, 16] · label corruption 0");
    assertThat(groups.all()).allSatisfy(group -> {
      assertThat(group.records()).extracting(record -> record.trial().seed()).containsExactly(1L, 2L);
      assertThat(group.statistics(Metric.TRAINING_ACCURACY).orElseThrow().mean()).isCloseTo(0.15, within(1e-12));
    });
    assertThat(groups.sentence())
        .isEqualTo("8 trials on pen-digits: 4 groups of 2 seeds (1, 2); all completed.");
  }

  /** Three kinds of noise, none of which is any at 0: the true labels are trained once, and stand in three groups. */
  @Test
  void groupsWhoseSettingsAreTheSameTrialsShareTheirRecords() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LABEL_CORRUPTION, List.of(0f, 0.5f));
    grid.put(Setting.LABEL_NOISE, List.of(LabelNoise.values()));
    Experiment plain = Sample.experiment(grid, 6);
    Claim claim = new Claim("noise of no label", MetricName.FINAL_TEST_ACCURACY, Sample.where(Map.of("label-corruption", -0.0, "label-noise", "redraw")),
        new Relation.Difference(Sample.where(Map.of("label-noise", "permutation")), Relation.Form.ABOVE));
    Experiment experiment =
        new Experiment("sample", "", "pen-digits", plain.sweep(), List.of(claim), List.of());
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.seed() / 10.0)).toList();
    Groups groups = Groups.of(experiment, records);
    assertThat(records).hasSize(24);
    assertThat(groups.all()).hasSize(6).allMatch(Group::allCompleted);
    assertThat(groups.records()).containsExactlyInAnyOrderElementsOf(records);
    assertThat(groups.sentence()).isEqualTo(
        "24 trials on pen-digits: 6 groups (some are the same trials) of 6 seeds (1 to 6); all completed.");
    assertThat(Groups.of(experiment, List.of()).sentence()).endsWith("; 24 to do.");
    assertThat(KeyFigure.of(groups)).extracting(KeyFigure::number).contains("0 of 24");
    assertThat(Verdicts.of(groups)).singleElement().satisfies(verdict -> { // the same trials are no evidence against themselves
      assertThat(verdict.answer()).isEqualTo(Verdict.Answer.OPEN);
      assertThat(verdict.evidence()).contains("differs by +0.000, 95 % interval [+0.000, +0.000], n = 6 pairs, p = 1.000");
    });
    assertThat(Sample.page(experiment, List.of())).contains("to do: the same command continues");
    assertThat(Sample.page(experiment, records)).doesNotContain("to do: the same command continues");
  }

  /** Half of the unseen digits less a tenth are right: of redrawn labels a tenth meet any answer, of wrong ones a ninth meet a wrong answer. */
  @Test
  void expectsOfNoisyTestLabelsWhatTheirNoiseLeaves() {
    assertThat(noisy(LabelNoise.REDRAW, 0.4f)).isCloseTo(0.6 * 0.45 + 0.04, within(1e-7));
    assertThat(noisy(LabelNoise.WRONG_CLASS, 0.4f)).isCloseTo(0.6 * 0.45 + 0.4 * 0.55 / 9, within(1e-7));
    assertThat(noisy(LabelNoise.REDRAW, 0f)).isCloseTo(0.45, within(1e-12));
    assertThat(noisy(LabelNoise.REDRAW, 1f)).isCloseTo(0.1, within(1e-7));
  }

  private static double noisy(LabelNoise noise, float corruption) {
    Experiment experiment = Sample.experiment(
        Map.of(Setting.LABEL_CORRUPTION, List.of(corruption), Setting.LABEL_NOISE, List.of(noise)), 3);
    Group group = Groups.of(experiment, experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, 0.45 + trial.seed() * 0.025)).toList()).all().get(0);
    Statistics expected = group.statistics(Metric.of(MetricName.NOISY_TEST_ACCURACY)).orElseThrow();
    assertThat(expected.n()).isEqualTo(3);
    assertThat(expected.standardDeviation()).isLessThan(0.9 * 0.025 + 1e-9);
    return expected.mean();
  }

  @Test
  void tellsASearchFromWhatFollowsIt() {
    Experiment grid = Sample.trueAndRandom(2);
    Experiment search = new Experiment(grid.name(), grid.question(), grid.data(), grid.sweep(),
        Optional.of(new FollowUp(BestBy.VALIDATION_ACCURACY, 20)), List.of(), List.of(), List.of(), List.of());
    assertThat(Groups.of(search, List.of()).sentence()).isEqualTo("4 trials on pen-digits: 2 settings searched with 2 seeds"
        + " (1, 2), then the best by validation accuracy trained with 20 fresh seeds; 4 to do.");
  }

  @Test
  void writesSmallNumbersWithoutPowersOfTen() {
    Experiment experiment = Sample.experiment(Map.of(Setting.WEIGHT_DECAY, List.of(3e-4f, 1e-5f, 0.5f)), 1);
    assertThat(Groups.of(experiment, List.of()).all()).extracting(Group::label)
        .containsExactly("weight decay 0.0003", "weight decay 0.00001", "weight decay 0.5");
  }

  @Test
  void keepsTrialsThatNeverFitOutOfTheMeanFitEpoch() {
    Group group = only(
        Sample.completed(seed(1), 0.1, 0.99), Sample.completed(seed(2), 0.1, 0.5, 0.995),
        Sample.completed(seed(3), 0.1, 0.98));
    assertThat(group.statistics(Metric.FIT_EPOCH).orElseThrow().mean()).isEqualTo(1.5);
    assertThat(group.fitEpochWords()).isEqualTo("≥ 1.3 (2 of 3)");
    assertThat(only(Sample.completed(seed(1), 0.1, 0.2)).fitEpochWords()).isEqualTo("never (0 of 1)");
    assertThat(only().fitEpochWords()).isEqualTo("-");
  }

  @Test
  void takesMeansOverCompletedTrialsAndCountsTheOthers() {
    Group group = only(
        Sample.completed(seed(1), 0.1, 0.5), Sample.diverged(seed(2), 0.1, 0.9), Sample.failed(seed(3), "boom"));
    assertThat(group.statistics(Metric.TRAINING_ACCURACY).orElseThrow().mean()).isEqualTo(0.5);
    assertThat(group.count(Status.DIVERGED)).isEqualTo(1);
    assertThat(group.statusCounts()).isEqualTo("1 completed, 1 diverged, 1 failed, 2 to do");
    assertThat(group.statistics(Metric.CHANGED_LABELS).orElseThrow().mean()).isEqualTo(0.25);
    assertThat(group.statistics(Metric.GENERALISATION_GAP).orElseThrow().mean()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void takesTheBestOverAllEpochs() {
    assertThat(only(Sample.completed(seed(1), 0.1, 0.8, 0.4)).statistics(Metric.BEST_TEST_ACCURACY).orElseThrow().mean())
        .isCloseTo(0.72, within(1e-12));
  }

  @Test
  void leavesOutWhatIsNoLongerPlanned() {
    assertThat(only(Sample.completed(seed(99), 0.1)).records()).isEmpty();
  }

  @Test
  void carriesTheLastValueOfAStoppedTrialForward() {
    Group group = only(Sample.completed(seed(1), 0.1, 1.0), Sample.completed(seed(2), 0.3, 0.4, 0.6));
    List<MeanCurve.Point> points = group.curve(row -> row.training().accuracy()).points();
    assertThat(points).extracting(MeanCurve.Point::mean).containsExactly(0.2, 0.7, 0.8);
    assertThat(points).extracting(MeanCurve.Point::running).containsExactly(2, 2, 1);
    assertThat(points.get(2).deviation()).isCloseTo(Math.sqrt(0.08), within(1e-12));
    assertThat(points.get(2).lowest()).isEqualTo(0.6);
    assertThat(points.get(2).highest()).isEqualTo(1.0);
  }

  @Test
  void thinsACurveButKeepsItsEnd() {
    MeanCurve curve = MeanCurve.of(List.of(Sample.curve(new double[12])), row -> row.test().cost());
    assertThat(curve.thinned(epoch -> epoch % 4 == 0).points())
        .extracting(MeanCurve.Point::epoch).containsExactly(0, 4, 8, 11);
  }

  private static Trial seed(long seed) {
    return Trial.defaults(seed);
  }

  private static Group only(TrialRecord... records) {
    return Groups.of(ONE, List.of(records)).all().get(0);
  }
}
