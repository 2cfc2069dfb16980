package rote.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import rote.harness.Sample;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class PermutationTestTest {
  private static final Trial TRIAL = Trial.defaults(1).with(Setting.FOLDS, 2);

  @Property(tries = 200, seed = "1")
  void pCountsWhatIsAtLeastAsGoodAndTheTruthItself(@ForAll @DoubleRange(min = 0, max = 1) double truth,
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> permuted) {
    PermutationTest test = new PermutationTest(truth, permuted.stream().sorted().toList(), 1, 1);
    long asGood = permuted.stream().filter(value -> value > truth - 1e-9).count();
    assertThat(test.p()).isEqualTo((1.0 + asGood) / (1 + permuted.size())).isPositive().isLessThanOrEqualTo(1);
  }

  @Property(tries = 100, seed = "2")
  void binsHoldEveryPermutationOnce(@ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 45) Integer> right) {
    PermutationTest test = new PermutationTest(1, right.stream().map(count -> count / 45.0).sorted().toList(), 1, 1);
    NullDistribution bins = NullDistribution.of(test);
    assertThat(bins.counts().stream().mapToInt(count -> count).sum()).isEqualTo(right.size());
    assertThat(bins.counts()).hasSizeLessThanOrEqualTo(40);
    assertThat(bins.middle(bins.counts().size() - 1)).isCloseTo(test.measured()[right.size() - 1], within(bins.width() / 2 + 1e-9));
  }

  @Example
  void sumsInAnotherOrderAreEqual() {
    double sum = (0.1 + 0.2 + 0.3) / 3;
    double other = (0.3 + 0.2 + 0.1) / 3;
    assertThat(sum).isNotEqualTo(other);
    assertThat(new PermutationTest(Math.max(sum, other), List.of(Math.min(sum, other)), 1, 3).asGood()).isEqualTo(1);
  }

  /** The mean over two seeds and two folds: 0.8 with the true labels, 0.5 and 0.8 with permuted ones. */
  @Example
  void theStatisticIsTheMeanOverSeedsAndFolds() {
    List<TrialRecord> records = records(0.7, 0.9, 0.6, 1, 0.5, 0.5, 0.4, 0.6, 0.8, 0.8, 0.9, 0.7);
    PermutationTest test = PermutationTest.of(planned(2), records).orElseThrow();
    assertThat(test.truth()).isCloseTo(0.8, within(1e-12));
    assertThat(test.measured()).containsExactly(new double[] {0.5, 0.8}, within(1e-12));
    assertThat(test.p()).isEqualTo(2 / 3.0);
    assertThat(test.sentence()).isEqualTo("with the true labels test accuracy is 0.800, mean over 2 folds and 2 seeds; with the labels permuted"
        + " 2 times it is 0.650 on average, at most 0.800, and as high in 1: p = 0.667 = (1 + 1) / (2 + 1)");
    assertThat(new PermutationTest(1, java.util.Collections.nCopies(1000, 0.3), 1, 1).sentence()).endsWith("as high in none: p = 0.0010 = (0 + 1) / (1000 + 1)");
    assertThat(test.quotation()).startsWith("With the true labels").endsWith(" by an exact permutation test (Phipson and Smyth 2010).");
  }

  @Example
  void aPermutationThatDidNotCompleteCountsAsGood() {
    List<TrialRecord> records = new ArrayList<>(records(0.7, 0.9, 0.6, 1, 0.5, 0.5, 0.4, 0.6, 0.1, 0.1, 0.1, 0.1));
    TrialRecord last = records.remove(11);
    assertThat(PermutationTest.of(planned(2), records)).as("until all are recorded").isEmpty();
    records.add(Sample.record(last.trial(), new TrialResult(Status.DIVERGED, new Curve(List.of()), 0, 1, null)));
    PermutationTest test = PermutationTest.of(planned(2), records).orElseThrow();
    assertThat(test.p()).isEqualTo(2 / 3.0);
    assertThat(test.sentence()).contains("as high in 1, of which 1 did not complete and count: p = 0.667");
    records.set(0, Sample.record(records.get(0).trial(), new TrialResult(Status.FAILED, new Curve(List.of()), 0, 1, "boom")));
    assertThat(PermutationTest.of(planned(2), records)).as("without the true labels").isEmpty();
  }

  @Example
  void foldsOfASeedAreOneRecord() {
    List<TrialRecord> records = records(0.7, 0.9, 0.6, 1);
    List<TrialRecord> seeds = FoldMeans.of(records, 2);
    assertThat(seeds).extracting(record -> record.trial().seed()).containsExactly(1L, 2L);
    assertThat(seeds.get(0).trial().get(Setting.FOLD)).isNull();
    assertThat(seeds.get(0).result().curve().last().test().accuracy()).isCloseTo(0.8, within(1e-12));
    assertThat(seeds.get(1).result().seconds()).isEqualTo(records.get(2).result().seconds() + records.get(3).result().seconds());
    assertThat(FoldMeans.of(records.subList(0, 3), 2)).as("a seed of which a fold is missing").hasSize(1);
    List<TrialRecord> failed = List.of(records.get(0), Sample.failed(records.get(1).trial(), "boom"));
    assertThat(FoldMeans.of(failed, 2).get(0).result().status()).isEqualTo(Status.FAILED);
  }

  /** A fold that stops early counts with its last row. */
  @Example
  void curvesOfFoldsAreAveragedEpochByEpoch() {
    TrialRecord first = Sample.completed(TRIAL.with(Setting.FOLD, 1), 0.1, 0.5);
    TrialRecord second = Sample.completed(TRIAL.with(Setting.FOLD, 2), 0.3, 0.5, 0.7);
    Curve curve = FoldMeans.of(List.of(first, second), 2).get(0).result().curve();
    assertThat(curve.rows().stream().mapToDouble(row -> row.training().accuracy()).toArray()).containsExactly(new double[] {0.2, 0.5, 0.6}, within(1e-12));
  }

  private static List<Trial> planned(int permutations) {
    return IntStream.rangeClosed(0, permutations).boxed().flatMap(number -> IntStream.range(0, 4).mapToObj(k -> TRIAL.withSeed(1 + k / 2)
        .with(Setting.FOLD, 1 + k % 2).with(Setting.PERMUTATION, number))).toList();
  }

  /** Test accuracies of true labels, then of the permutations: seeds, and in them folds. */
  private static List<TrialRecord> records(double... accuracies) {
    List<Trial> planned = planned(accuracies.length / 4 - 1);
    return IntStream.range(0, accuracies.length).mapToObj(k -> Sample.record(planned.get(k), result(accuracies[k], k >= 4))).toList();
  }

  private static TrialResult result(double accuracy, boolean isPermuted) {
    EpochRow end = new EpochRow(isPermuted ? 1 : 0, new Measure(0, 1), null, new Measure(1, accuracy), 1);
    return new TrialResult(Status.COMPLETED, new Curve(List.of(end)), 0, DoubleStream.of(accuracy).sum(), null);
  }
}
