package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.Inputs;
import rote.data.NoiseImages;
import rote.data.catalog.Catalog;
import rote.harness.GoldenCurves;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.InputGradients;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.network.WeightInitializer;
import rote.network.vector.KernelChoice;
import rote.trial.Curve;
import rote.trial.LearningRate;
import rote.trial.Seeds;
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
    assertThat(golden).isEqualTo(GoldenCurves.pinned());
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

  /** With momentum and decay, and without. */
  @ParameterizedTest
  @MethodSource("kernels")
  void frozenLayersKeepTheirWeightsAndTheOthersLearn(Kernels kernels) {
    for (Trial trial : List.of(SMALL, RECTIFIED.with(Setting.HIDDEN, List.of(24, 12)))) {
      for (List<Integer> frozen : List.of(List.of(1), List.of(2), List.of(1, 3), List.of(1, 2, 3))) {
        Network trained = trained(kernels, trial.with(Setting.FROZEN, frozen), 2);
        Network initial = TrialRun.initial(trial, trained.architecture());
        for (int l = 1; l <= 3; l++) {
          assertThat(sameWeights(trained, initial, l)).as("layer " + l + " with " + frozen).isEqualTo(frozen.contains(l));
        }
      }
    }
  }

  /** All sums of a mini-batch run before any weight changes, so its first update is that of the whole network. */
  @Test
  void deltasPassThroughAFrozenLayer() {
    Trial oneBatch = SMALL.with(Setting.MINI_BATCH, 300);
    Network whole = trained(new ReferenceKernels(), oneBatch, 1);
    Network frozen = trained(new ReferenceKernels(), oneBatch.with(Setting.FROZEN, List.of(2)), 1);
    assertThat(List.of(sameWeights(whole, frozen, 1), sameWeights(whole, frozen, 2), sameWeights(whole, frozen, 3)))
        .containsExactly(true, false, true);
  }

  /** The cost of the smoothed targets could not come near 0: it is at least their entropy, 1.18 here. */
  @Test
  void smoothedLabelsAreTrainedOnButNotMeasuredOn() {
    Trial hard = RECTIFIED.with(Setting.LABEL_CORRUPTION, 0f).with(Setting.EPOCHS, 20);
    Curve smooth = run(hard.with(Setting.LABEL_SMOOTHING, 0.3f)).curve();
    assertThat(smooth.rows().get(0).training()).as("before training").isEqualTo(run(hard).curve().rows().get(0).training());
    assertThat(smooth.last().training().accuracy()).isGreaterThan(0.95);
    assertThat(smooth.last().training().cost()).isBetween(run(hard).curve().last().training().cost() + 0.1, 0.7);
  }

  /** Both see the same digits in each epoch; only the second is told what noise is. */
  @Test
  void examplesOfNoiseTeachToAbstainAndAreNotMeasured() {
    Trial digits = RECTIFIED.with(Setting.LABEL_CORRUPTION, 0f).with(Setting.MOMENTUM, 0f);
    Trial both = digits.with(Setting.NOISE_EXAMPLES, 100);
    assertThat(run(both).curve().rows().get(0).training()).isEqualTo(run(digits).curve().rows().get(0).training());
    Inputs unseen = NoiseImages.of(200, 784, new Seeds(99).stream("unseen", 0));
    assertThat(confidence(trained(new ReferenceKernels(), digits, 5), unseen)).isGreaterThan(0.4);
    assertThat(confidence(trained(new ReferenceKernels(), both, 5), unseen)).isLessThan(0.2);
  }

  /** Returns the mean of the largest outputs; of ten even ones, 0.1. */
  private static double confidence(Network network, Inputs images) {
    return Arrays.stream(new InputGradients(new ReferenceKernels(), network).outputs(images))
        .mapToDouble(outputs -> outputs[InputGradients.answer(outputs)]).average().orElseThrow();
  }

  private static Network trained(Kernels kernels, Trial trial, int epochs) {
    TrialRun run = new TrialRun(trial, DIGITS, () -> TrialData.of(trial, DIGITS), trained -> List.of(), kernels, () -> 0);
    for (int epoch = 0; epoch < epochs; epoch++) {
      run.trainEpoch();
    }
    return run.network();
  }

  private static boolean sameWeights(Network one, Network other, int layer) {
    Layer ours = one.layers().get(layer - 1);
    Layer theirs = other.layers().get(layer - 1);
    boolean weights = Arrays.equals(ours.weights().values(), theirs.weights().values());
    boolean biases = Arrays.equals(ours.biases().values(), theirs.biases().values());
    assertThat(weights).isEqualTo(biases);
    return weights;
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
    return GoldenCurves.text(TrialId.of(trial, DIGITS.digest()),
        new SoloTrainer(kernels, System::nanoTime).train(trial, DIGITS).curve());
  }
}
