package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Normals;
import rote.data.Shape;
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

  @Test
  void aHeldOutRowChangesNothingThatIsTrained() {
    for (Trial trial : List.of(TRIAL, PERMUTED)) {
      float before = TrialData.of(trial, data()).standardisation().mean(1);
      List<Integer> held = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        float[] values = data().training().values().clone();
        values[row * FEATURES + 1] += 100;
        if (TrialData.of(trial, set(values)).standardisation().mean(1) == before) {
          held.add(row);
        }
      }
      assertThat(held).as("the rows of the fold").hasSize(ROWS / 4);
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
