package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rote.analysis.Verdict.Answer;
import rote.data.LabelNoise;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Sweep;
import rote.harness.Sample;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialRecord;

class VerdictsTest {
  private static final Conditions RANDOM = Sample.where(Map.of("label-corruption", 1.0));
  private static final Conditions TRUE = Sample.where(Map.of("label-corruption", 0.0));
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void aMeanWithinItsBoundsHoldsAndOneOutsideFails() {
    ToDoubleFunction<Trial> accuracy = trial -> 0.99 + trial.seed() * 1e-4;
    assertThat(judged(5, bounded(0.98, INFINITE), accuracy).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(5, bounded(0.995, INFINITE), accuracy).answer()).isEqualTo(Answer.FAILS);
    assertThat(judged(5, bounded(0.9903, INFINITE), accuracy).answer()).as("within the interval").isEqualTo(Answer.OPEN);
    assertThat(judged(5, bounded(0.9, 0.95), accuracy).answer()).isEqualTo(Answer.FAILS);
    assertThat(judged(5, bounded(0.98, INFINITE), accuracy).evidence())
        .isEqualTo("label corruption 1: training accuracy 0.990 [0.990, 0.990], n = 5");
  }

  @Test
  void oneSeedDecidesNothing() {
    Verdict one = judged(1, bounded(0.5, INFINITE), trial -> 0.99);
    assertThat(one.answer()).isEqualTo(Answer.OPEN);
    assertThat(one.evidence()).endsWith("training accuracy 0.990 (n = 1, too few seeds for an interval)");
  }

  @Test
  void whatNoTrialIsAboutIsOpen() {
    Claim claim = new Claim("x", MetricName.FINAL_TRAINING_ACCURACY, Sample.where(Map.of("hidden", List.of(7))), 0, 1, Optional.empty());
    assertThat(judged(5, claim, trial -> 0.5)).isEqualTo(
        new Verdict("x", Answer.OPEN, "no trial has the settings that it is about"));
  }

  @Test
  void aComparisonHoldsOnceEnoughPairsAgree() {
    ToDoubleFunction<Trial> lower = trial -> 0.9 + trial.seed() * 0.01 - 0.002 * trial.get(Setting.LABEL_CORRUPTION);
    assertThat(judged(6, compared(-INFINITE, 0), lower).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(6, compared(0, INFINITE), lower).answer()).isEqualTo(Answer.FAILS);
    Verdict five = judged(5, compared(-INFINITE, 0), lower);
    assertThat(five.answer()).isEqualTo(Answer.OPEN);
    assertThat(five.evidence()).endsWith("differs by -0.002 [-0.002, -0.002], n = 5 pairs, p = 0.063; "
        + "too few pairs: p cannot be below 0.063");
  }

  /** The group at 0 was declared with another kind of noise, which is none there. */
  @Test
  void aGroupIsComparedThoughASettingWithoutEffectDiffers() {
    Sweep sweep = Sweep.of(Trial.defaults(0), List.of(
        Map.of(Setting.LABEL_CORRUPTION, List.of(0f)),
        Map.of(Setting.LABEL_CORRUPTION, List.of(0.5f), Setting.LABEL_NOISE, List.of(LabelNoise.PERMUTATION))),
        LongStream.rangeClosed(1, 6).boxed().toList());
    Claim worse = new Claim("worse", MetricName.FINAL_TEST_ACCURACY, Sample.where(Map.of("label-corruption", 0.5)), -INFINITE, 0, Optional.of(TRUE));
    Experiment experiment = new Experiment("sample", "", "pen-digits", sweep, List.of(worse), List.of());
    assertThat(Verdicts.unanswerable(experiment)).isEmpty();
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, 0.9 - 0.1 * trial.get(Setting.LABEL_CORRUPTION))).toList();
    assertThat(Verdicts.of(Groups.of(experiment, records)).get(0).answer()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void pairsThatDisagreeLeaveAComparisonOpen() {
    ToDoubleFunction<Trial> mixed = trial -> 0.5 + (trial.seed() % 2 == 0 ? 0.1 : -0.1) * trial.get(Setting.LABEL_CORRUPTION);
    assertThat(judged(10, compared(-INFINITE, 0), mixed).answer()).isEqualTo(Answer.OPEN);
  }

  @Test
  void aTrialThatNeverFittedCountsAsItsLastEpoch() {
    Claim later = new Claim("later", MetricName.FIT_EPOCH, RANDOM, 0, INFINITE, Optional.of(TRUE));
    Experiment experiment = Sample.claiming(6, later);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> trial.get(Setting.LABEL_CORRUPTION) == 0
        ? Sample.completed(trial, 0.1, 0.995, 1, 1) : Sample.completed(trial, 0.1, 0.2, 0.3, 0.4)).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.evidence()).contains("fit epoch differs by +2.0")
        .endsWith("; 6 trials never fitted and count as their last epoch");
  }

  @Test
  void aTrialThatIsMissingOrDivergedLeavesAClaimOpen() {
    Claim about = bounded(0.98, INFINITE);
    Experiment experiment = Sample.claiming(7, about, compared(-INFINITE, 0));
    ToDoubleFunction<Trial> accuracy = trial -> 0.99 - 0.001 * trial.get(Setting.LABEL_CORRUPTION);
    List<TrialRecord> records = new ArrayList<>(experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, accuracy.applyAsDouble(trial))).toList());
    assertThat(Verdicts.of(Groups.of(experiment, records))).extracting(Verdict::answer).containsOnly(Answer.HOLDS);
    records.set(0, Sample.diverged(records.get(0).trial(), 0.1));
    records.remove(records.size() - 1);
    List<Verdict> verdicts = Verdicts.of(Groups.of(experiment, records));
    assertThat(verdicts).extracting(Verdict::answer).containsOnly(Answer.OPEN);
    assertThat(verdicts.get(0).evidence()).endsWith("n = 6; of its trials 6 completed, 1 to do");
    assertThat(verdicts.get(1).evidence())
        .endsWith("; of its trials 6 completed, 1 to do; in the compared group, 6 completed, 1 diverged");
  }

  @Test
  void whatOnlySomeTrialsHaveIsOpen() {
    Claim soon = new Claim("soon", MetricName.FIT_EPOCH, RANDOM, -INFINITE, 30, Optional.empty());
    Experiment experiment = Sample.claiming(6, soon);
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.seed() <= 4 ? 1 : 0.5)).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.OPEN);
    assertThat(verdict.evidence()).contains("n = 4");
  }

  /** Six pairs reach p = 0.031, which is enough for one group and, times three, not for three. */
  @Test
  void aComparisonOfSeveralGroupsPaysForTheirNumber() {
    Claim one = new Claim("one", MetricName.FINAL_TRAINING_ACCURACY, Sample.where(Map.of("label-corruption", 0.25)), -INFINITE, 0, Optional.of(TRUE));
    Claim three = new Claim("three", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, -INFINITE, 0, Optional.of(TRUE));
    Experiment experiment = Sample.claiming(List.of(0f, 0.25f, 0.5f, 1f), 6, one, three);
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, 0.9 - 0.1 * trial.get(Setting.LABEL_CORRUPTION))).toList();
    List<Verdict> verdicts = Verdicts.of(Groups.of(experiment, records));
    assertThat(verdicts).extracting(Verdict::answer).containsExactly(Answer.HOLDS, Answer.OPEN);
    assertThat(verdicts.get(1).evidence()).contains("p = 0.094 corrected for 3 groups; too few pairs: p cannot be below 0.094");
  }

  @Test
  void everyGroupMustHold() {
    Claim claim = new Claim("all", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, 0.9, INFINITE, Optional.empty());
    assertThat(judged(3, claim, trial -> 0.95).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(3, claim, trial -> 0.95 - trial.get(Setting.LABEL_CORRUPTION) / 2).answer()).isEqualTo(Answer.FAILS);
  }

  private static Claim bounded(double low, double high) {
    return new Claim("bounded", MetricName.FINAL_TRAINING_ACCURACY, RANDOM, low, high, Optional.empty());
  }

  private static Claim compared(double low, double high) {
    return new Claim("compared", MetricName.FINAL_TRAINING_ACCURACY, RANDOM, low, high, Optional.of(TRUE));
  }

  private static Verdict judged(int seeds, Claim claim, ToDoubleFunction<Trial> accuracy) {
    Experiment experiment = Sample.claiming(seeds, claim);
    List<TrialRecord> records =
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, accuracy.applyAsDouble(trial))).toList();
    return Verdicts.of(Groups.of(experiment, records)).get(0);
  }
}
