package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.catalog.Catalog;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.Kernels;
import rote.network.ReferenceKernels;
import rote.network.WeightInitializer;
import rote.network.vector.KernelChoice;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialResult;

class TrialRunTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial SMALL = Trial.defaults(1).with(Setting.TRAINING_EXAMPLES, 300).with(Setting.EPOCHS, 3);
  private static final Trial RECTIFIED = SMALL.with(Setting.ACTIVATION, Activation.RELU)
      .with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.WEIGHTS, WeightInitializer.HE).with(Setting.HIDDEN, List.of(24))
      .with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.9f)).with(Setting.MOMENTUM, 0.9f)
      .with(Setting.WEIGHT_DECAY, 0.001f).with(Setting.LABEL_CORRUPTION, 0.5f).with(Setting.VALIDATION_EXAMPLES, 200);

  /** Frozen: whatever changes these bits must raise {@link TrialId#NUMERICS}. */
  @ParameterizedTest
  @MethodSource("kernels")
  void threeEpochsArePinnedBitForBit(Kernels kernels) throws IOException {
    String golden = bits(kernels, SMALL) + bits(kernels, RECTIFIED) + bits(kernels, SMALL.with(Setting.ACTIVATION,
        Activation.TANH)
        .with(Setting.WEIGHTS, WeightInitializer.STANDARD_NORMAL).with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN)
        .with(Setting.LEARNING_RATE, new LearningRate(0.05f, 1)));
    try (InputStream in = getClass().getResourceAsStream("/golden/three-epochs.txt")) {
      assertThat(golden).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<Kernels> kernels() {
    return List.of(new ReferenceKernels(), KernelChoice.ofThisJvm().kernels());
  }

  @Test
  void aCurveHasEveryEpochAndItsTimesRise() {
    Curve curve = run(RECTIFIED).curve();
    assertThat(curve.rows()).hasSize(4).allMatch(row -> row.validation() != null);
    for (int e = 1; e < 4; e++) {
      assertThat(curve.rows().get(e).seconds()).isGreaterThan(curve.rows().get(e - 1).seconds());
    }
  }

  @Test
  void trainingStopsAtTheAccuracyAskedFor() {
    TrialResult result = run(RECTIFIED.with(Setting.LABEL_CORRUPTION, 0f).with(Setting.EPOCHS, 100)
        .with(Setting.STOP_AT_TRAINING_ACCURACY, 0.9f));
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.curve().last().training().accuracy()).isGreaterThanOrEqualTo(0.9);
    assertThat(result.curve().rows().get(result.curve().rows().size() - 2).training().accuracy()).isLessThan(0.9);
  }

  @Test
  void numbersThatGrowWithoutBoundAreAResult() {
    TrialResult result = run(RECTIFIED.with(Setting.COST, Cost.QUADRATIC).with(Setting.EPOCHS, 50)
        .with(Setting.LEARNING_RATE, new LearningRate(1000, 1)));
    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.curve().rows()).isNotEmpty()
        .allMatch(row -> Double.isFinite(row.training().cost()) && Double.isFinite(row.test().cost()));
    assertThat(result.curve().rows().size()).isLessThan(50);
  }

  @Test
  void trialsOfOneSeedShareTheirInitialWeights() {
    Measure0 plain = new Measure0(run(RECTIFIED).curve());
    assertThat(new Measure0(run(RECTIFIED.with(Setting.LABEL_CORRUPTION, 1f)).curve())).isEqualTo(plain);
    assertThat(new Measure0(run(RECTIFIED.withSeed(2)).curve())).isNotEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource(WeightInitializer.class)
  void everyInitializerLearns(WeightInitializer weights) {
    Trial trial = RECTIFIED.with(Setting.WEIGHTS, weights).with(Setting.LABEL_CORRUPTION, 0f)
        .with(Setting.ACTIVATION, Activation.TANH).with(Setting.LEARNING_RATE, new LearningRate(0.02f,
            1)).with(Setting.EPOCHS, 15);
    Curve curve = run(trial).curve();
    assertThat(curve.last().training().accuracy()).isGreaterThan(curve.rows().get(0).training().accuracy() + 0.3);
  }

  /** The untrained network on the test set, whose labels are never corrupted. */
  private record Measure0(double cost, double accuracy) {
    Measure0(Curve curve) {
      this(curve.rows().get(0).test().cost(), curve.rows().get(0).test().accuracy());
    }
  }

  private static TrialResult run(Trial trial) {
    return new SoloTrainer(new ReferenceKernels(), System::nanoTime).train(trial, DIGITS);
  }

  private static String bits(Kernels kernels, Trial trial) {
    StringBuilder text = new StringBuilder(TrialId.of(trial, DIGITS.digest())).append('\n');
    for (EpochRow row : new SoloTrainer(kernels, System::nanoTime).train(trial, DIGITS).curve().rows()) {
      text.append(row.epoch()).append(' ').append(Double.toHexString(row.training().cost())).append(' ')
          .append(row.training().accuracy()).append(' ').append(Double.toHexString(row.test().cost())).append(' ')
          .append(row.test().accuracy()).append('\n');
    }
    return text.toString();
  }
}
