package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rote.analysis.Verdict.Answer;
import rote.data.LabelNoise;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;
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
        .isEqualTo("label corruption 1: training accuracy 0.990, 95 % interval [0.990, 0.990], n = 5");
  }

  @Test
  void oneSeedDecidesNothing() {
    Verdict one = judged(1, bounded(0.5, INFINITE), trial -> 0.99);
    assertThat(one.answer()).isEqualTo(Answer.OPEN);
    assertThat(one.evidence()).endsWith("training accuracy 0.990 (n = 1, too few seeds for an interval)");
  }

  @Test
  void whatNoTrialIsAboutIsOpen() {
    Claim claim = new Claim("x", MetricName.FINAL_TRAINING_ACCURACY, Sample.where(Map.of("hidden", List.of(7))), new Relation.Range(0, 1));
    assertThat(judged(5, claim, trial -> 0.5)).isEqualTo(
        new Verdict(claim, Answer.OPEN, "no trial has the settings that it is about", false, Optional.empty()));
  }

  @Test
  void aComparisonHoldsOnceEnoughPairsAgree() {
    ToDoubleFunction<Trial> lower = trial -> 0.9 + trial.seed() * 0.01 - 0.002 * trial.get(Setting.LABEL_CORRUPTION);
    assertThat(judged(6, compared(Relation.Form.BELOW), lower).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(6, compared(Relation.Form.ABOVE), lower).answer()).isEqualTo(Answer.FAILS);
    Verdict five = judged(5, compared(Relation.Form.BELOW), lower);
    assertThat(five.answer()).isEqualTo(Answer.OPEN);
    assertThat(five.evidence()).endsWith("differs by -0.002, too few for a 95 % interval (p cannot be below 0.063), n = 5 pairs,"
        + " p = 0.063");
  }

  /** The group at 0 was declared with another kind of noise, which is none there. */
  @Test
  void aGroupIsComparedThoughASettingWithoutEffectDiffers() {
    Sweep sweep = Sweep.of(Trial.defaults(0), List.of(
        Map.of(Setting.LABEL_CORRUPTION, List.of(0f)),
        Map.of(Setting.LABEL_CORRUPTION, List.of(0.5f), Setting.LABEL_NOISE, List.of(LabelNoise.PERMUTATION))),
        LongStream.rangeClosed(1, 6).boxed().toList());
    Claim worse = new Claim("worse", MetricName.FINAL_TEST_ACCURACY, Sample.where(Map.of("label-corruption", 0.5)), new Relation.Difference(TRUE, Relation.Form.BELOW));
    Experiment experiment = new Experiment("sample", "", "pen-digits", sweep, List.of(worse), List.of());
    assertThat(Verdicts.unanswerable(experiment)).isEmpty();
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, 0.9 - 0.1 * trial.get(Setting.LABEL_CORRUPTION))).toList();
    assertThat(Verdicts.of(Groups.of(experiment, records)).get(0).answer()).isEqualTo(Answer.HOLDS);
  }

  @Test
  void pairsThatDisagreeLeaveAComparisonOpen() {
    ToDoubleFunction<Trial> mixed = trial -> 0.5 + (trial.seed() % 2 == 0 ? 0.1 : -0.1) * trial.get(Setting.LABEL_CORRUPTION);
    assertThat(judged(10, compared(Relation.Form.BELOW), mixed).answer()).isEqualTo(Answer.OPEN);
  }

  @Test
  void aTrialThatNeverFittedCountsAsItsLastEpoch() {
    Claim later = new Claim("later", MetricName.FIT_EPOCH, RANDOM, new Relation.Difference(TRUE, Relation.Form.ABOVE));
    Experiment experiment = Sample.claiming(6, later);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> trial.get(Setting.LABEL_CORRUPTION) == 0
        ? Sample.completed(trial, 0.1, 0.995, 1, 1) : Sample.completed(trial, 0.1, 0.2, 0.3, 0.4)).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.evidence()).contains("fit epoch is larger more often than smaller by +1.00 of the pairs")
        .endsWith("; 6 trials never fitted, so only the order of epochs counts");
  }

  @Test
  void aTrialThatIsMissingOrDivergedLeavesAClaimOpen() {
    Claim about = bounded(0.98, INFINITE);
    Experiment experiment = Sample.claiming(7, about, compared(Relation.Form.BELOW));
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
        .endsWith("; of its trials 6 completed, 1 to do; of those with label corruption 0: 6 completed, 1 diverged");
  }

  @Test
  void whatOnlySomeTrialsHaveIsOpen() {
    Claim soon = new Claim("soon", MetricName.FIT_EPOCH, RANDOM, new Relation.Range(-INFINITE, 30));
    Experiment experiment = Sample.claiming(6, soon);
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.seed() <= 4 ? 1 : 0.5)).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.OPEN);
    assertThat(verdict.evidence()).contains("n = 4");
  }

  /** Six pairs reach p = 0.031: enough for one claim, however many groups must hold, and not enough for one of three comparisons to fail it. */
  @Test
  void thatAllGroupsHoldNeedsNoCorrectionAndThatOneFailsDoes() {
    Claim all = new Claim("all", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, new Relation.Difference(TRUE, Relation.Form.BELOW));
    assertThat(amongFour(6, trial -> 0.9 - 0.1 * trial.get(Setting.LABEL_CORRUPTION), all)).containsExactly(Answer.HOLDS);
    ToDoubleFunction<Trial> oneIsHigher = trial -> 0.9 - 0.1 * trial.get(Setting.LABEL_CORRUPTION)
        * (trial.get(Setting.LABEL_CORRUPTION) == 0.5 ? -1 : 1);
    assertThat(amongFour(6, oneIsHigher, all)).containsExactly(Answer.OPEN);
    assertThat(amongFour(7, oneIsHigher, all)).containsExactly(Answer.FAILS);
  }

  /** Of a bounded claim about four groups at the bound, each of which would seem to fail in one report of forty. */
  @Test
  void aBoundedClaimAboutSeveralGroupsFailsNoOftenerThanOneAboutOne() {
    Claim all = new Claim("all", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, new Relation.Range(0.5, INFINITE));
    Random random = new Random(1);
    int failed = 0;
    for (int k = 0; k < 1000; k++) {
      failed += amongFour(6, trial -> 0.5 + 0.01 * random.nextGaussian(), all).contains(Answer.FAILS) ? 1 : 0;
    }
    assertThat(failed).as("uncorrected it would be about 96").isLessThan(40);
  }

  /** Six pairs cannot reach 0.025, the level of the first of two claims. */
  @Test
  void severalClaimsAreJudgedTogether() {
    Claim first = compared(Relation.Form.BELOW);
    Claim second = compared(Relation.Form.ABOVE);
    ToDoubleFunction<Trial> lower = trial -> 0.9 - 0.002 * trial.get(Setting.LABEL_CORRUPTION);
    assertThat(amongFour(6, lower, first, second)).containsExactly(Answer.OPEN, Answer.OPEN);
    assertThat(amongFour(7, lower, first, second)).containsExactly(Answer.HOLDS, Answer.FAILS);
    Experiment experiment = Sample.claiming(List.of(0f, 1f), 7, first, second);
    List<Verdict> verdicts = Verdicts.of(Groups.of(experiment, List.of()));
    assertThat(Verdicts.note(verdicts).orElseThrow()).startsWith("2 claims are judged together");
    assertThat(Verdicts.note(verdicts.subList(0, 1))).isEmpty();
    Claim aboutNone = new Claim("none", MetricName.FINAL_TRAINING_ACCURACY, Sample.where(Map.of("hidden", List.of(7))),
        new Relation.Range(0, 1));
    List<Verdict> oneTested = Verdicts.of(Groups.of(Sample.claiming(7, first, aboutNone), List.of()));
    assertThat(Verdicts.note(oneTested)).as("judged at 5 %").isEmpty();
    assertThat(ClaimPower.undecidable(experiment)).isEmpty();
    assertThat(ClaimPower.undecidable(Sample.claiming(List.of(0f, 1f), 6, first, second))).hasSize(2).first().asString()
        .isEqualTo("\"compared\": 6 seeds cannot decide it, because p cannot be below 0.031 and 0.025 is needed for 2 claims; 7 could");
    Claim range = new Claim("none is below a half", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, new Relation.Range(0.5, INFINITE));
    Experiment beside = Sample.claiming(List.of(0f, 1f), 6, first, range);
    assertThat(ClaimPower.undecidable(beside)).containsExactly("\"compared\": 6 seeds can decide it only after 1 other claim,"
        + " because p cannot be below 0.031 and 0.025 is needed for 2 claims; 7 could before");
    assertThat(ClaimPower.lines(beside).get(0)).as("once the other is decided").isEqualTo("power 0.66: compared");
  }

  private static List<Answer> amongFour(int seeds, ToDoubleFunction<Trial> accuracy, Claim... claims) {
    Experiment experiment = Sample.claiming(List.of(0f, 0.25f, 0.5f, 1f), seeds, claims);
    List<TrialRecord> records =
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, accuracy.applyAsDouble(trial))).toList();
    return Verdicts.of(Groups.of(experiment, records)).stream().map(Verdict::answer).toList();
  }

  @Test
  void everyGroupMustHold() {
    Claim claim = new Claim("all", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, new Relation.Range(0.9, INFINITE));
    assertThat(judged(6, claim, trial -> 0.95).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(7, claim, trial -> 0.95 - trial.get(Setting.LABEL_CORRUPTION) / 2).answer()).isEqualTo(Answer.FAILS);
  }

  /** Nine of ten answers are right, by every seed: ten test examples show no more than 0.67 or more. */
  @Test
  void anAnswerOverSeedsSaysWhetherItIsOneForOtherTestImagesToo() {
    String over = "Judged over seeds, with the test examples fixed";
    assertThat(aboutTestAccuracy(new Relation.Range(0.5, INFINITE)))
        .isEqualTo(new Answered(Answer.HOLDS, Optional.of(over + "; over seeds and test examples the answer is the same.")));
    assertThat(aboutTestAccuracy(new Relation.Range(0.85, INFINITE)))
        .isEqualTo(new Answered(Answer.HOLDS, Optional.of(over + "; over seeds and test examples the claim would be open.")));
    assertThat(aboutTestAccuracy(new Relation.Range(0, 0.5)))
        .isEqualTo(new Answered(Answer.FAILS, Optional.of(over + "; over seeds and test examples the answer is the same.")));
    assertThat(aboutTestAccuracy(new Relation.Range(0, 0.85)))
        .isEqualTo(new Answered(Answer.FAILS, Optional.of(over + "; over seeds and test examples the claim would be open.")));
    assertThat(aboutTestAccuracy(new Relation.Range(0.9 - 3.15e-4, INFINITE)).overImages()).as("open").contains(over + ".");
    assertThat(aboutTestAccuracy(new Relation.Difference(TRUE, Relation.Form.BELOW)).overImages()).as("compared").contains(over + ".");
  }

  private record Answered(Answer answer, Optional<String> overImages) {}

  private static Answered aboutTestAccuracy(Relation relation) {
    Experiment experiment = Sample.claiming(6, new Claim("unseen", MetricName.FINAL_TEST_ACCURACY, RANDOM, relation));
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.answering(Sample.completed(trial, 1 - trial.seed() * 1e-4), "1111111110")).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    return new Answered(verdict.answer(), verdict.overImages());
  }

  @Test
  void anAnswerSaysNothingOfTestImagesWithoutKeptAnswersOrAboutAnotherMetric() {
    assertThat(judged(6, new Claim("unseen", MetricName.FINAL_TEST_ACCURACY, RANDOM, new Relation.Range(0.5, INFINITE)), trial -> 0.9)
        .overImages()).isEmpty();
    Experiment experiment = Sample.claiming(6, bounded(0.5, INFINITE));
    List<TrialRecord> records =
        experiment.trials().stream().map(trial -> Sample.answering(Sample.completed(trial, 0.9), "10")).toList();
    assertThat(Verdicts.of(Groups.of(experiment, records)).get(0).overImages()).isEmpty();
  }

  private static Claim bounded(double low, double high) {
    return new Claim("bounded", MetricName.FINAL_TRAINING_ACCURACY, RANDOM, new Relation.Range(low, high));
  }

  private static Claim compared(Relation.Form form) {
    return new Claim("compared", MetricName.FINAL_TRAINING_ACCURACY, RANDOM, new Relation.Difference(TRUE, form));
  }

  private static Verdict judged(int seeds, Claim claim, ToDoubleFunction<Trial> accuracy) {
    Experiment experiment = Sample.claiming(seeds, claim);
    List<TrialRecord> records =
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, accuracy.applyAsDouble(trial))).toList();
    return Verdicts.of(Groups.of(experiment, records)).get(0);
  }
}
