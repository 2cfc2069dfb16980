package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rote.analysis.Verdict.Answer;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Lead;
import rote.data.catalog.DataKeys;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.experiment.Relation.Form;
import rote.harness.Sample;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class RelationsTest {
  private static final Conditions TRUE = Sample.where(Map.of("label-corruption", 0.0));
  private static final Conditions RANDOM = Sample.where(Map.of("label-corruption", 1.0));
  private static final Map<Setting<?>, List<Object>> TWO_BY_TWO = Map.of(
      Setting.LABEL_CORRUPTION, List.of(0f, 1f), Setting.HIDDEN, List.of(List.of(4), List.of(8)));

  @Test
  void groupsAreAlikeOnlyWhereTheWholeIntervalIsNearNoDifference() {
    Relation within = new Relation.Difference(TRUE, Form.within(0.01));
    assertThat(judged(8, within, trial -> 0.9 + 0.001 * corruption(trial) * (trial.seed() % 3)).answer()).isEqualTo(Answer.HOLDS);
    assertThat(judged(8, within, trial -> 0.9 + 0.01 * corruption(trial) * (trial.seed() % 3)).answer())
        .as("some differences lie beyond the margin").isEqualTo(Answer.OPEN);
    assertThat(judged(8, within, trial -> 0.8 + 0.1 * corruption(trial)).answer()).isEqualTo(Answer.FAILS);
    assertThat(judged(5, within, trial -> 0.9).answer()).as("five pairs have no interval").isEqualTo(Answer.OPEN);
    Claim epochs = new Claim("two epochs", MetricName.FIT_EPOCH, RANDOM, new Relation.Difference(TRUE, Form.within(2)));
    assertThat(verdict(Sample.claiming(8, epochs), trial -> corruption(trial) == 0 ? fittedAt(trial, 5)
        : Sample.completed(trial, 0.1, 0.2)).answer()).as("by how many epochs is unknown").isEqualTo(Answer.OPEN);
  }

  private static Verdict judged(int seeds, Relation relation, Function<Trial, Double> accuracy) {
    Claim claim = new Claim("a claim", MetricName.FINAL_TRAINING_ACCURACY, RANDOM, relation);
    return verdict(Sample.claiming(seeds, claim), trial -> Sample.completed(trial, 0.1, accuracy.apply(trial)));
  }

  private static Verdict verdict(Experiment experiment, Function<Trial, TrialRecord> record) {
    List<TrialRecord> records = experiment.trials().stream().map(record).toList();
    return Verdicts.of(Groups.of(experiment, records)).get(0);
  }

  private static float corruption(Trial trial) {
    return trial.get(Setting.LABEL_CORRUPTION);
  }

  /** Random labels cost 8 epochs instead of 4 with 4 units, and 5 instead of 3 with 8: more by number, and by factor 2 against 5/3. */
  @Test
  void aDifferenceIsComparedWithAnotherDifference() {
    Function<Trial, TrialRecord> record = trial -> fittedAt(trial, trial.get(Setting.HIDDEN).get(0) == 4
        ? (corruption(trial) == 0 ? 4 : 8) : corruption(trial) == 0 ? 3 : 5);
    Conditions four = Sample.where(Map.of("label-corruption", 1.0, "hidden", List.of(4)));
    Conditions eight = Sample.where(Map.of("hidden", List.of(8)));
    for (boolean ratio : new boolean[] {false, true}) {
      Relation more = new Relation.Difference(TRUE, Form.ABOVE, Optional.of(eight), ratio);
      Verdict verdict = verdict(twoByTwo(new Claim("more", MetricName.FIT_EPOCH, four, more)), record);
      assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
      assertThat(verdict.evidence()).contains(ratio ? " is 1.20 times as large" : " differs by +2.0");
    }
    Relation less = new Relation.Difference(TRUE, Form.BELOW, Optional.of(eight), true);
    assertThat(verdict(twoByTwo(new Claim("less", MetricName.FIT_EPOCH, four, less)), record).answer()).isEqualTo(Answer.FAILS);
    Relation by = new Relation.Difference(TRUE, Form.ABOVE, Optional.of(eight), false);
    assertThat(verdict(twoByTwo(new Claim("by", MetricName.FIT_EPOCH, four, by)), trial -> corruption(trial) == 1 && trial.seed() == 1
        ? Sample.completed(trial, 0.1, 0.2) : record.apply(trial)).answer()).as("by how much is unknown").isEqualTo(Answer.OPEN);
  }

  private static Experiment twoByTwo(Claim claim) {
    Experiment plain = Sample.experiment(TWO_BY_TWO, 6);
    return new Experiment(plain.name(), plain.question(), plain.dataset(), plain.sweep(), List.of(claim), List.of());
  }

  private static TrialRecord fittedAt(Trial trial, int epoch) {
    double[] accuracies = new double[epoch + 1];
    Arrays.fill(accuracies, 0.5);
    accuracies[epoch] = 1;
    return Sample.completed(trial, accuracies);
  }

  /** In each seed one is twice as far from its median as the other. */
  @Test
  void spreadsAreComparedByMeanDistances() {
    Claim wider = new Claim("wider", MetricName.TEST_COST_SPREAD, RANDOM, new Relation.Difference(TRUE, Form.ABOVE));
    Verdict verdict = verdict(Sample.claiming(8, wider),
        trial -> Sample.completed(trial, 0.1, 0.5 + 0.01 * trial.seed() * (1 + corruption(trial))));
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.evidence()).endsWith("test cost spread, as mean distance from the median, is 2.00 times as large,"
        + " 95 % interval [2.00, 2.00], n = 8 pairs, p = 0.008");
  }

  /** Test accuracy follows training accuracy here. */
  /** 4 units are best at mini-batches of 8 and 8 units at 16; in the search all are alike on unseen images. */
  @Test
  void whatWasTunedForItselfIsComparedWithWhatWasTunedForItself() {
    Experiment plain = Sample.experiment(
        Map.of(Setting.HIDDEN, List.of(List.of(4), List.of(8)), Setting.MINI_BATCH, List.of(8, 16)), 1);
    Claim claim = new Claim("more", MetricName.FINAL_TEST_ACCURACY, Sample.where(Map.of("hidden", List.of(8))),
        new Relation.Difference(Sample.where(Map.of("hidden", List.of(4))), Form.ABOVE));
    Experiment experiment = new Experiment("sample", "", DataKeys.of("pen-digits"), plain.sweep(),
        Optional.of(new FollowUp(FollowUp.BestBy.VALIDATION_ACCURACY, 6, List.of(Setting.HIDDEN))), List.of(), List.of(claim),
        List.of(), List.of());
    List<TrialRecord> search = experiment.trials().stream().map(RelationsTest::tuned).toList();
    Experiment known = experiment.after(TrialRecord.byTrial(search).map(TrialRecord::result));
    Groups groups = Groups.of(experiment, known.trials().stream().map(RelationsTest::tuned).toList());
    assertThat(groups.all().stream().filter(Group::chosen).map(Group::label)).containsExactlyInAnyOrder(
        "hidden [4] · mini batch 8 · chosen, fresh seeds", "hidden [8] · mini batch 16 · chosen, fresh seeds");
    Verdict verdict = Verdicts.of(groups).get(0);
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.evidence()).contains("differs by +0.100", "n = 6 pairs");
    assertThat(groups.sentence()).contains("then the best by validation accuracy for each hidden trained with 6 fresh seeds");
    assertThat(KeyFigure.of(groups)).extracting(KeyFigure::heading)
        .containsExactly("highest test accuracy", "lowest test accuracy", "fitted the training set");
    assertThat(KeyFigure.of(groups).get(0).words()).endsWith("; chosen afterwards from 2 groups, which the interval leaves out");
    assertThat(groups.all().stream().filter(Group::chosen).map(group -> groups.name(group, groups.axes())))
        .containsExactlyInAnyOrder("hidden [4] · chosen, fresh seeds", "hidden [8] · chosen, fresh seeds");
  }

  private static TrialRecord tuned(Trial trial) {
    int units = trial.get(Setting.HIDDEN).get(0);
    double validation = units * 2 == trial.get(Setting.MINI_BATCH) ? 0.9 : 0.8;
    double test = trial.seed() == 1 ? 0.5 : 0.4 + units / 40.0;
    return Sample.record(trial, new TrialResult(Status.COMPLETED, new Curve(List.of(
        new EpochRow(0, new Measure(0, 0.5), new Measure(0, validation), new Measure(0, test), 0))), 0, 1, null));
  }

  @Test
  void oneEpochComesBeforeAnotherInEachTrial() {
    Claim claim = new Claim("early", MetricName.BEST_TEST_EPOCH, RANDOM, new Relation.Before(MetricName.FIT_EPOCH));
    Experiment experiment = Sample.claiming(6, claim);
    Verdict never = verdict(experiment, trial -> Sample.completed(trial, 0.1, 0.8, 0.5, 0.4));
    assertThat(never.answer()).as("at its best in epoch 1, never fitted").isEqualTo(Answer.HOLDS);
    assertThat(never.evidence()).contains("6 trials never fitted");
    assertThat(verdict(experiment, trial -> Sample.completed(trial, 0.1, 0.99, 1)).answer()).isEqualTo(Answer.FAILS);
    assertThat(verdict(experiment, trial -> Sample.completed(trial, 0.1, 1)).answer()).as("at the same time").isEqualTo(Answer.OPEN);
    assertThat(verdict(experiment, trial -> Sample.completed(trial, 0.1, 0.5, 0.8)).answer()).as("still rising").isEqualTo(Answer.OPEN);
  }

  @Test
  void aTrendIsOneTestAlongAnAxis() {
    Experiment falling = Sample.claiming(List.of(0f, 0.5f, 1f), 6,
        new Claim("falls", MetricName.FINAL_TEST_ACCURACY, Conditions.NONE, new Relation.Trend(Setting.LABEL_CORRUPTION, false)));
    Verdict verdict = verdict(falling, trial -> Sample.completed(trial, 0.1, 0.9 - 0.3 * corruption(trial)));
    assertThat(verdict.answer()).isEqualTo(Answer.HOLDS);
    assertThat(verdict.evidence()).isEqualTo("all seeds: test accuracy follows the order of the setting with Kendall's tau -1.00,"
        + " 95 % interval [-1.00, -1.00], n = 6 seeds, p = 0.031");
    assertThat(verdict(falling, trial -> Sample.completed(trial, 0.1, 0.5 + 0.3 * corruption(trial))).answer())
        .isEqualTo(Answer.FAILS);
    assertThat(verdict(falling, trial -> Sample.completed(trial, 0.1, corruption(trial) == 0.5 ? 0.9 : 0.5)).answer())
        .as("up and down, in every seed").isEqualTo(Answer.OPEN);
  }

  /** Above by 1 and by 2 in each of eight seeds; chosen from two places. */
  @Test
  void aLeadIsOverEveryOtherPlaceAndCorrectedForTheChoice() {
    double[][] ours = new double[8][];
    double[][] theirs = new double[8][];
    for (int seed = 0; seed < 8; seed++) {
      ours[seed] = new double[] {3, 0};
      theirs[seed] = new double[] {2, 1};
    }
    Estimate lead = Lead.of(ours, theirs);
    assertThat(lead.value()).isEqualTo(1);
    assertThat(lead.p(0)).isEqualTo(2 / 128.0);
    assertThat(lead.interval(0.05)).isEqualTo(new Interval(1, 1));
    assertThat(lead.interval(1 / 128.0)).as("too few seeds for a choice of two").isEqualTo(Interval.NONE);
    assertThat(Lead.of(theirs, ours).value()).isEqualTo(-1);
    assertThat(Lead.of(theirs, ours).p(0)).isEqualTo(2 / 128.0);
    assertThat(Lead.of(theirs, ours).interval(0.05)).isEqualTo(new Interval(-1, -1));
  }

  @Test
  void aPeakIsWhereTheHighestIs() {
    Experiment experiment = peak(8, 32);
    Function<Trial, Integer> width = trial -> trial.get(Setting.HIDDEN).get(0);
    assertThat(verdict(experiment, trial -> Sample.completed(trial, 0.1, width.apply(trial) == 16 ? 0.9 : 0.6)).answer())
        .isEqualTo(Answer.HOLDS);
    assertThat(verdict(experiment, trial -> Sample.completed(trial, 0.1, width.apply(trial) == 64 ? 0.9 : 0.6)).answer())
        .isEqualTo(Answer.FAILS);
  }

  private static Experiment peak(int low, int high) {
    Map<Setting<?>, List<Object>> widths = Map.of(Setting.HIDDEN,
        List.of(List.of(4), List.of(8), List.of(16), List.of(32), List.of(64)));
    Experiment plain = Sample.experiment(widths, 10);
    Claim claim = new Claim("peak", MetricName.FINAL_TEST_ACCURACY, Conditions.NONE, new Relation.PeakAt(Setting.HIDDEN, low, high));
    return new Experiment("e", "", plain.dataset(), plain.sweep(), List.of(claim), List.of());
  }

  /** The highest of four widths is compared with the fifth. */
  @Test
  void aPeakIsNotMadeByChance() {
    Experiment experiment = peak(8, 64);
    int held = 0;
    for (int k = 0; k < 400; k++) {
      Random random = new Random(k);
      held += verdict(experiment, trial -> Sample.completed(trial, 0.1, 0.5 + 0.1 * random.nextDouble())).answer() == Answer.HOLDS
          ? 1 : 0;
    }
    assertThat(held).as("of 400 without a peak; uncorrected it would be 19").isLessThan(12);
  }

  /** Two groups, two claims: each interval shown is at the level at which it is judged. */
  @Property(tries = 200, seed = "1")
  void noIntervalContradictsItsVerdict(@ForAll @IntRange(min = 2, max = 10) int seeds, @ForAll int seed) {
    Random random = new Random(seed);
    double shift = random.nextInt(3) / 64.0; // few different values, so that ends of intervals lie on bounds
    boolean coarse = random.nextBoolean();
    Relation relation = List.of(new Relation.Range(58 / 64.0, 60 / 64.0), new Relation.Range(59 / 64.0, Double.POSITIVE_INFINITY),
        new Relation.Difference(TRUE, Form.ABOVE), new Relation.Difference(TRUE, Form.within(1 / 64.0))).get(random.nextInt(4));
    Claim claim = new Claim("a claim", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, relation);
    Experiment experiment = Sample.claiming(List.of(0f, 0.5f, 1f), seeds, claim);
    Groups groups = Groups.of(experiment, experiment.trials().stream().map(trial ->
        Sample.completed(trial, 0.1, (58 + random.nextInt(coarse ? 2 : 5)) / 64.0 + shift * corruption(trial))).toList());
    List<ClaimTest> tests = new ClaimTests(groups).of(claim);
    Judgement judgement = new Judgement(claim, tests);
    double level = List.of(0.05, 0.025, 0.01).get(random.nextInt(3));
    double[] levels = judgement.levels(level);
    boolean allInside = true;
    boolean anyOutside = false;
    for (int t = 0; t < levels.length; t++) {
      Interval interval = tests.get(t).estimate().orElseThrow().interval(levels[t]);
      Form wanted = tests.get(t).wanted();
      boolean open = wanted.isOpen();
      allInside &= open ? interval.low() > wanted.low() && interval.high() < wanted.high() || isAll(interval, wanted)
          : interval.low() >= wanted.low() && interval.high() <= wanted.high();
      anyOutside |= open ? (interval.low() >= wanted.high() || interval.high() <= wanted.low())
          && tests.get(t).estimate().orElseThrow().value() != 0
          : interval.low() > wanted.high() || interval.high() < wanted.low();
    }
    assertThat(judgement.verdict(level).answer())
        .isEqualTo(allInside ? Answer.HOLDS : anyOutside ? Answer.FAILS : Answer.OPEN);
  }

  /** One side of 0 has one end only. */
  private static boolean isAll(Interval interval, Form wanted) {
    return Double.isInfinite(wanted.high()) && interval.low() > wanted.low();
  }
}
