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
import rote.trial.Trial;
import rote.trial.TrialResult;

/** Trials on real features: their scale is that of what they train on. */
class RealFeaturesTest {
  private static final int FEATURES = 5;
  private static final Trial TRIAL = Trial.defaults(1).with(Setting.HIDDEN, List.of(7)).with(Setting.EPOCHS, 5)
      .with(Setting.LEARNING_RATE, new LearningRate(0.5f, 1)).with(Setting.TEST_SHARE, 0.25f);

  @Test
  void anExampleThatIsNotTrainedOnChangesNothingThatIsTrained() {
    Trial trial = TRIAL.with(Setting.VALIDATION_EXAMPLES, 10).with(Setting.TRAINING_SHARE, 0.5f);
    Dataset data = data(80);
    List<Integer> trained = new ArrayList<>();
    for (int row = 0; row < 80; row++) {
      float[] values = data.training().values().clone();
      for (int k = 0; k < FEATURES; k++) {
        values[row * FEATURES + k] += 100;
      }
      Dataset changed = set(values, data.training().labels());
      if (weights(trial, changed).equals(weights(trial, data))) {
        assertThat(TrialData.of(trial, changed).standardisation().mean(0))
            .isEqualTo(TrialData.of(trial, data).standardisation().mean(0));
      } else {
        trained.add(row);
      }
    }
    assertThat(trained).hasSize(25); // half of 80 - 20 - 10
  }

  @Test
  void everyTrialHasTheScaleOfItsOwnExamples() {
    Dataset data = data(80);
    float[] means = new float[5];
    for (int seed = 1; seed <= means.length; seed++) {
      TrialData view = TrialData.of(TRIAL.withSeed(seed), data);
      means[seed - 1] = view.standardisation().mean(0);
      double sum = 0;
      for (int e = 0; e < view.training().count(); e++) {
        float[] example = new float[FEATURES];
        view.training().inputs().decode(e, example, 0);
        sum += example[0];
      }
      assertThat(sum / view.training().count()).isBetween(-1e-6, 1e-6);
    }
    assertThat(means).doesNotHaveDuplicates();
  }

  @Test
  void featuresStayAsTheyAreWhereNothingStandardisesThem() {
    Dataset data = data(80);
    TrialData view = TrialData.of(TRIAL.with(Setting.STANDARDISE, false), data);
    assertThat(view.standardisation()).isNull();
    float[] example = new float[FEATURES];
    view.test().inputs().decode(0, example, 0);
    assertThat(TrialRun.shaped(TRIAL, data).test().values()).startsWith(example);
  }

  @Test
  void allKernelsAndTrainersGiveTheSameBits() {
    Dataset data = data(80);
    List<Trial> group = IntStream.rangeClosed(1, 4).mapToObj(rate -> TRIAL.with(Setting.DATA_SEED, 3).with(Setting.ORDER_SEED, 3)
        .with(Setting.LEARNING_RATE, new LearningRate(0.1f * rate, 1))).toList();
    List<TrialResult> alone = new SoloTrainer(new ReferenceKernels(), () -> 0).train(group, data);
    List<TrialResult> together = new GroupTrainer(new VectorKernels(), none -> List.of(), () -> 0).train(group, data);
    for (int t = 0; t < group.size(); t++) {
      assertThat(ResultDifference.first(alone.get(t), together.get(t))).isEmpty();
    }
  }

  @Test
  void onlyTrainingLabelsAreCorrupted() {
    Dataset data = data(80);
    TrialData clean = TrialData.of(TRIAL, data);
    TrialData noisy = TrialData.of(TRIAL.with(Setting.LABEL_CORRUPTION, 1f), data);
    assertThat(noisy.changedLabels()).isPositive();
    assertThat(labels(noisy)).isEqualTo(labels(clean));
  }

  private static List<Integer> labels(TrialData view) {
    return IntStream.range(0, view.test().count()).mapToObj(view.test()::label).toList();
  }

  private static String weights(Trial trial, Dataset data) {
    TrialRun run = new TrialRun(trial, data, () -> TrialData.of(trial, data), none -> List.of(), new ReferenceKernels(), () -> 0);
    run.trainEpoch();
    StringBuilder weights = new StringBuilder();
    run.network().layers().forEach(layer -> {
      for (int i = 0; i < layer.inputs(); i++) {
        weights.append(layer.weights().get(i, 0)).append(' ');
      }
    });
    return weights.toString();
  }

  private static Dataset data(int rows) {
    Normals normals = new Normals(new Seeds(9).stream("test", 0));
    float[] values = new float[rows * FEATURES];
    byte[] labels = new byte[rows];
    for (int e = 0; e < rows; e++) {
      labels[e] = (byte) (e % 2);
      for (int k = 0; k < FEATURES; k++) {
        values[e * FEATURES + k] = (float) (1_000 * k + (k + 1) * normals.next() + 3 * labels[e]);
      }
    }
    return set(values, labels);
  }

  private static Dataset set(float[] values, byte[] labels) {
    return Dataset.ofTable("drawn.csv", Shape.ofFeatures(FEATURES), new Names(List.of("a", "b", "c", "d", "e"), List.of("0", "1")),
        Examples.ofValues(values, labels), Examples.none());
  }
}
