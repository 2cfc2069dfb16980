package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Normals;
import rote.data.Shape;
import rote.data.View;
import rote.network.ReferenceKernels;
import rote.network.vector.VectorKernels;
import rote.trial.LearningRate;
import rote.trial.ResultDifference;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;

/** Trials on permuted labels, and on folds. */
class PermutedTrialTest {
  private static final int ROWS = 60;
  private static final int FEATURES = 3;
  private static final Trial TRIAL = Trial.defaults(1).with(Setting.HIDDEN, List.of(6)).with(Setting.EPOCHS, 4)
      .with(Setting.LEARNING_RATE, new LearningRate(0.5f, 1)).with(Setting.FOLDS, 4).with(Setting.FOLD, 2);
  private static final Trial PERMUTED = TRIAL.with(Setting.PERMUTATION, 9);

  @Test
  void onlyItsEndIsMeasuredAndItIsThatOfTheWholeTraining() {
    Dataset data = data();
    TrialResult result = new SoloTrainer(new VectorKernels(), () -> 0).train(PERMUTED, data);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.curve().rows()).extracting(row -> row.epoch()).containsExactly(4);
    assertThat(result.curve().isWhole()).isFalse();
    TrialResult same = new SoloTrainer(new VectorKernels(), () -> 0).train(TRIAL, data.permuted(9, Seeds.ofPermutations()));
    assertThat(same.curve().rows()).hasSize(5);
    assertThat(result.curve().last()).isEqualTo(same.curve().last());
  }

  @Test
  void allTrainersGiveTheSameBits() {
    Dataset data = data();
    List<Trial> group = IntStream.rangeClosed(1, 4).mapToObj(k -> (k == 4 ? TRIAL : PERMUTED).with(Setting.LEARNING_RATE, new LearningRate(0.1f * k, 1))
        .with(Setting.EPOCHS, 2 + k)).toList();
    List<TrialResult> alone = new SoloTrainer(new ReferenceKernels(), () -> 0).train(group, data);
    List<TrialResult> together = new GroupTrainer(new VectorKernels(), none -> List.of(), () -> 0).train(group, data);
    for (int t = 0; t < group.size(); t++) {
      assertThat(ResultDifference.first(alone.get(t), together.get(t))).isEmpty();
      assertThat(together.get(t).curve().last().epoch()).isEqualTo(3 + t);
    }
  }

  @Test
  void aTrainingThatStopsEarlyStopsWherePermutedLabelsDo() {
    Trial stopping = PERMUTED.with(Setting.STOP_AT_TRAINING_ACCURACY, 0.3f);
    TrialResult result = new SoloTrainer(new VectorKernels(), () -> 0).train(stopping, data());
    assertThat(result.curve().rows()).hasSize(1);
    assertThat(result.curve().last().training().accuracy()).isGreaterThanOrEqualTo(0.3);
    assertThat(result.curve().last().epoch()).isLessThan(4);
  }

  @Test
  void testSetsAreStratifiedByThePermutedLabels() {
    Dataset data = data();
    for (int number = 0; number < 20; number++) {
      Dataset seen = TrialRun.shaped(TRIAL.with(Setting.PERMUTATION, number), data);
      assertThat(seen.test().classCounts(3)).containsExactly(5, 5, 5);
      assertThat(seen.training().classCounts(3)).containsExactly(15, 15, 15);
      assertThat(TrialRun.shaped(TRIAL.with(Setting.FOLDS, null).with(Setting.TEST_SHARE, 0.2f).with(Setting.PERMUTATION, number), data)
          .test().classCounts(3)).containsExactly(4, 4, 4);
    }
  }

  @Test
  void seedsOfAPermutationHaveTheSameLabelsAndPermutationsHaveOthers() {
    byte[] first = labelsByRow(PERMUTED);
    assertThat(labelsByRow(PERMUTED.withSeed(2).with(Setting.FOLD, 3))).isEqualTo(first);
    assertThat(labelsByRow(PERMUTED.with(Setting.PERMUTATION, 10))).isNotEqualTo(first);
    assertThat(labelsByRow(TRIAL)).isEqualTo(data().training().labels());
  }

  /** The first feature is the number of the row. */
  private static byte[] labelsByRow(Trial trial) {
    Dataset seen = TrialRun.shaped(trial, data());
    byte[] labels = new byte[ROWS];
    for (Examples set : List.of(seen.training(), seen.test())) {
      IntStream.range(0, set.count()).forEach(e -> labels[(int) set.values()[e * FEATURES]] = set.labels()[e]);
    }
    return labels;
  }

  /**
   * What a trial trains on and what comes of it, to the bits.
   *
   * @param fitted means and deviations; empty where numbers stay as they are
   * @param curve costs and accuracies of the training set
   */
  private record Trained(List<Integer> inputs, List<Integer> labels, List<Integer> fitted, List<Double> curve) {
    static Trained of(Trial trial, Dataset set) {
      TrialData data = TrialData.of(trial, set);
      float[] inputs = decoded(data.training());
      List<Integer> fitted = new ArrayList<>();
      for (int k = 0; k < FEATURES && trial.get(Setting.STANDARDISE) == null; k++) {
        fitted.add(Float.floatToRawIntBits(data.standardisation().mean(k)));
        fitted.add(Float.floatToRawIntBits(data.standardisation().deviation(k)));
      }
      TrialResult result = new SoloTrainer(new VectorKernels(), () -> 0).train(trial, set);
      return new Trained(IntStream.range(0, inputs.length).mapToObj(k -> Float.floatToRawIntBits(inputs[k])).toList(),
          IntStream.range(0, data.training().count()).mapToObj(data.training()::label).toList(), fitted,
          result.curve().rows().stream().flatMap(row -> Stream.of(row.training().cost(), row.training().accuracy())).toList());
    }
  }

  private static float[] decoded(View view) {
    float[] inputs = new float[view.count() * FEATURES];
    IntStream.range(0, view.count()).forEach(e -> view.inputs().decode(e, inputs, e * FEATURES));
    return inputs;
  }

  /** Rows that it is tested or validated on, whatever stands in them; rows that it trains on change all of it. */
  @Test
  void aHeldOutRowChangesNothingThatIsTrained() {
    Trial shared = TRIAL.with(Setting.FOLDS, null).with(Setting.FOLD, null).with(Setting.TEST_SHARE, 0.25f);
    for (Trial trial : List.of(TRIAL, PERMUTED, shared, TRIAL.with(Setting.STANDARDISE, false), TRIAL.with(Setting.VALIDATION_EXAMPLES, 10))) {
      float[] seen = decoded(TrialData.of(trial.with(Setting.STANDARDISE, false), data()).training());
      Set<Integer> rows = IntStream.range(0, seen.length / FEATURES).mapToObj(e -> (int) seen[e * FEATURES]).collect(Collectors.toSet());
      assertThat(rows).hasSize(ROWS * 3 / 4 - trial.get(Setting.VALIDATION_EXAMPLES));
      Trained before = Trained.of(trial, data());
      for (int row = 0; row < ROWS; row++) {
        for (float value : new float[] {100, Float.NaN}) {
          float[] values = data().training().values().clone();
          values[row * FEATURES + 1] = value;
          Trained after = Trained.of(trial, set(values));
          if (!rows.contains(row)) {
            assertThat(after).as("held out: row %d of %s", row, trial).isEqualTo(before);
          } else {
            assertThat(after.inputs()).as("trained on: row %d of %s", row, trial).isNotEqualTo(before.inputs());
            assertThat(after.curve()).isNotEqualTo(before.curve());
            assertThat(before.fitted().isEmpty() || !after.fitted().subList(2, 4).equals(before.fitted().subList(2, 4))).isTrue();
          }
        }
      }
    }
  }

  private static Dataset data() {
    Normals normals = new Normals(new Seeds(5).stream("test", 0));
    float[] values = new float[ROWS * FEATURES];
    for (int k = 0; k < values.length; k++) {
      values[k] = k % FEATURES == 0 ? k / FEATURES : (float) normals.next() + k / FEATURES % 3;
    }
    return set(values);
  }

  private static Dataset set(float[] values) {
    byte[] labels = new byte[ROWS];
    IntStream.range(0, ROWS).forEach(e -> labels[e] = (byte) (e % 3));
    return Dataset.ofTable("t.csv", Shape.ofFeatures(FEATURES), new Names(List.of("row", "a", "b"), List.of("x", "y", "z")),
        Examples.ofValues(values, labels), Examples.none());
  }
}
