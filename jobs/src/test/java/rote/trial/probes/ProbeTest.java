package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.InputCorruption;
import rote.data.Inputs;
import rote.data.Shape;
import rote.data.View;
import rote.harness.FewDigits;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Kernels;
import rote.network.Layer;
import rote.network.Measure;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.network.vector.VectorKernels;
import rote.trial.Curve;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.SoloTrainer;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;

/** Probes of networks so small that the results can be computed by hand. */
class ProbeTest {
  private static final Dataset DIGITS = FewDigits.of(1000, 500);
  private static final Trial LINEAR =
      Trial.defaults(1).with(Setting.HIDDEN, List.of()).with(Setting.COST, Cost.CROSS_ENTROPY);
  private static final Trial TRIAL = Trial.defaults(2).with(Setting.TRAINING_EXAMPLES, 300).with(Setting.EPOCHS, 3);
  private static final Trial RECTIFIED = TRIAL.with(Setting.ACTIVATION, Activation.RELU)
      .with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.LEARNING_RATE, new LearningRate(0.1f, 1));

  @Test
  void autocorrelationIsTheCorrelationOfNeighbours() {
    assertThat(correlation(new Shape(1, 2, 2), 1, -1, -1, 1)).isEqualTo(-1);
    // products of neighbours 0.75, -0.25, 0.75; mean square 1.25
    assertThat(correlation(new Shape(1, 1, 4), 0, 1, 2, 3)).isCloseTo(1 / 3.0, offset(1e-15));
    assertThat(correlation(new Shape(1, 4, 1), 0, 1, 2, 3)).isCloseTo(1 / 3.0, offset(1e-15));
    assertThat(correlation(new Shape(1, 2, 2), 1, 1, 0, 0)).isZero(); // two pairs agree, two do not
    assertThat(correlation(new Shape(2, 1, 2), 1, 1, 0, 0)).isEqualTo(1); // no pair reaches into another channel
    assertThat(correlation(new Shape(1, 2, 2), 3, 3, 3, 3)).isNaN();
    assertThat(correlation(new Shape(1, 1, 1), 3)).isNaN();
  }

  @Test
  void autocorrelationIsMoransI() {
    Shape shape = new Shape(1, 5, 7);
    float[] weights = new float[35];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (k * k * 31 % 17 - 8) / 4f;
    }
    double mean = 0;
    for (float weight : weights) {
      mean += weight / 35.0;
    }
    double numerator = 0;
    double denominator = 0;
    int links = 0;
    for (int a = 0; a < 35; a++) {
      denominator += (weights[a] - mean) * (weights[a] - mean);
      for (int b = 0; b < 35; b++) {
        if (Math.abs(a / 7 - b / 7) + Math.abs(a % 7 - b % 7) == 1) {
          numerator += (weights[a] - mean) * (weights[b] - mean);
          links++;
        }
      }
    }
    assertThat(correlation(shape, weights)).isCloseTo(35.0 / links * numerator / denominator, offset(1e-12));
  }

  @Test
  void weightsAreDrawnUnitByUnitAndComparedWithWhereTheyBegan() {
    TrainedTrial trained = trained(TRIAL.with(Setting.HIDDEN, List.of(70)).with(Setting.EPOCHS, 1));
    TrialResult result = result(trained, Probe.HIDDEN_WEIGHTS);
    assertThat(result.probes()).hasSize(HiddenWeights.MAX_UNITS + 3);
    ProbeItem unit = item(result, "unit-5");
    assertThat(unit.shape()).containsExactly(28, 28);
    assertThat(unit.values()[28 * 3 + 4]).isEqualTo(trained.network().layers().get(0).weights().get(28 * 3 + 4, 5));
    assertThat(number(result, "initial-autocorrelation")).isCloseTo(0, offset(0.01));
    assertThat(number(result, "linear-autocorrelation")).isBetween(0.2, 1.0);
  }

  @Test
  void theLinearModelIsTheTrialWithoutHiddenUnits() {
    Trial linear = TRIAL.with(Setting.HIDDEN, List.of());
    TrialResult alone = result(trained(linear), Probe.HIDDEN_WEIGHTS);
    assertThat(alone.probes()).extracting(ProbeItem::name).doesNotContain("linear-autocorrelation");
    assertThat(number(result(trained(TRIAL), Probe.HIDDEN_WEIGHTS), "linear-autocorrelation"))
        .isEqualTo(number(alone, "autocorrelation"));
  }

  @Test
  void confidenceIsWhatTheSoftmaxGivesToTheAnswer() {
    Network network = biased(new Architecture(List.of(784, 10), Activation.SIGMOID, Cost.CROSS_ENTROPY), 2, 5f);
    TrialResult result = result(trained(LINEAR, network, DIGITS), Probe.NOISE_CONFIDENCE);
    for (String images : List.of("test", "uniform", "gaussian")) { // e^5 / (e^5 + 9) = 0.943 for every image
      assertThat(item(result, images + "-answers").values()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
      assertThat(item(result, images + "-confidence").values()[18]).isEqualTo(1);
      assertThat(number(result, images + "-above-0.9")).isEqualTo(1);
    }
  }

  @Test
  void confidenceOfTheQuadraticCostIsTheLargestOutput() {
    Network network = biased(new Architecture(List.of(784, 10), Activation.SIGMOID, Cost.QUADRATIC), 7, 1f);
    TrialResult result = result(trained(LINEAR.with(Setting.COST, Cost.QUADRATIC), network, DIGITS), Probe.NOISE_CONFIDENCE);
    assertThat(item(result, "uniform-confidence").values()[14]).isEqualTo(1); // 1 / (1 + 1 / e) = 0.731
    assertThat(number(result, "uniform-above-0.9")).isZero();
    assertThat(NoiseConfidence.bin(-3)).isZero();
    assertThat(NoiseConfidence.bin(0.05f)).isEqualTo(1);
    assertThat(NoiseConfidence.bin(1)).isEqualTo(19);
    assertThat(NoiseConfidence.bin(7)).isEqualTo(19);
  }

  @Test
  void testImagesAreAnsweredAsTheyAreMeasured() {
    TrainedTrial trained = trained(TRIAL);
    TrialResult result = result(trained, Probe.NOISE_CONFIDENCE);
    float[] answers = item(result, "test-answers").values();
    for (int c = 0; c < answers.length; c++) { // were all images of class c, the share of its answers were the accuracy
      byte[] labels = new byte[DIGITS.test().count()];
      Arrays.fill(labels, (byte) c);
      View relabelled = new View(trained.data().test().inputs(), labels);
      assertThat(answers[c]).isEqualTo(
          (float) Measure.of(new ReferenceKernels(), trained.network(), relabelled).accuracy());
    }
  }

  @Test
  void gaussianNoiseHasMeanAndVarianceOfTheTrainingSet() {
    Dataset four = dataset(new byte[] {0, 0, 0, (byte) 255}, new byte[] {0, 0, 0, 0});
    double[] moments = NoiseConfidence.moments(TrialData.of(LINEAR, four).training().inputs());
    assertThat(moments[0]).isCloseTo(0.25, offset(1e-12));
    assertThat(moments[1]).isCloseTo(Math.sqrt(3 / 16.0), offset(1e-12));
  }

  @Test
  void anImageIsDrawnAlongTheGradient() {
    Network network = Network.zeros(new Architecture(List.of(4, 2), Activation.SIGMOID, Cost.CROSS_ENTROPY));
    network.layers().get(0).weights().set(0, 0, 1f); // pixel 0 speaks for class 0, pixel 1 half as loud for class 1
    network.layers().get(0).weights().set(1, 1, 0.5f);
    TrialResult result = result(trained(LINEAR, network, dataset(new byte[8], new byte[8])), Probe.DRAWN_DIGITS);
    assertThat(item(result, "class-0").values()).containsExactly(1, 0, 0.5f, 0.5f);
    assertThat(item(result, "class-1").values()).containsExactly(0, 1, 0.5f, 0.5f);
    float[] confidence = item(result, "confidence").values();
    assertThat((double) confidence[0]).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-6));
    assertThat((double) confidence[1]).isCloseTo(1 / (1 + Math.exp(-0.5)), offset(1e-6));
  }

  @Test
  void withTheQuadraticCostOnlyTheUnitOfTheClassCounts() {
    Network network = Network.zeros(new Architecture(List.of(4, 2), Activation.SIGMOID, Cost.QUADRATIC));
    network.layers().get(0).weights().set(0, 0, 100f); // so steep that the output is flat
    network.layers().get(0).weights().set(1, 1, -0.5f);
    TrialResult result = result(trained(LINEAR.with(Setting.COST, Cost.QUADRATIC), network,
        dataset(new byte[8], new byte[8])), Probe.DRAWN_DIGITS);
    assertThat(item(result, "class-0").values()).containsExactly(1, 0.5f, 0.5f, 0.5f);
    assertThat(item(result, "class-1").values()).containsExactly(0.5f, 0, 0.5f, 0.5f);
    assertThat(item(result, "confidence").values()).containsExactly(1, 0.5f);
  }

  @Test
  void drawingMakesAClassMoreCertainThanGreyDoes() {
    TrainedTrial trained = trained(RECTIFIED);
    float[] grey = new float[784];
    Arrays.fill(grey, 0.5f);
    float[] before = trained.response().outputs(Inputs.ofFloats(grey, 784, new int[1]))[0];
    float[] after = item(result(trained, Probe.DRAWN_DIGITS), "confidence").values();
    for (int c = 0; c < 10; c++) {
      assertThat(after[c]).isGreaterThan(before[c]);
    }
  }

  @Test
  void anImageIsCriticalWhereTheBoxAroundItReachesAnotherClass() {
    Network network = Network.zeros(new Architecture(List.of(4, 2), Activation.SIGMOID, Cost.CROSS_ENTROPY));
    network.layers().get(0).weights().set(0, 0, 10f); // class 0 above, class 1 below 0.5 in pixel 0; others decide nothing
    network.layers().get(0).biases().set(0, 0, -5f);
    byte[] test = {
      (byte) 127, 9, 9, 9, // 0.498: the box ends at 0.508
      (byte) 128, 9, 9, 9, // 0.502: at 0.492
      (byte) 124, 9, 9, 9, // 0.486: at 0.496
      (byte) 131, 9, 9, 9, // 0.514: at 0.504
      0, 0, 0, 0};
    TrialResult result = result(trained(LINEAR, network, dataset(test, test)), Probe.CRITICAL_SAMPLE_RATIO);
    assertThat(number(result, "ratio")).isCloseTo(2 / 5.0, offset(1e-7));
  }

  @ParameterizedTest
  @EnumSource(Probe.class)
  void everyKernelFindsTheSameBits(Probe probe) {
    for (Trial trial : List.of(TRIAL, RECTIFIED.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN)
        .with(Setting.SCALE_TO, List.of(9, 11)))) {
      TrialResult reference = run(trial, List.of(probe), new ReferenceKernels());
      assertThat(reference.probes()).isNotEmpty();
      assertThat(run(trial, List.of(probe), new VectorKernels()).untimed()).isEqualTo(reference.untimed());
    }
  }

  @Test
  void probesChangeNothingElseAndEachOtherNeither() {
    TrialResult all = run(TRIAL, List.of(Probe.values()), new VectorKernels());
    for (Probe probe : Probe.values()) {
      TrialResult one = run(TRIAL, List.of(probe), new VectorKernels());
      assertThat(one.untimed()).isEqualTo(all.withOnly(one.probed()).untimed());
    }
    assertThat(run(TRIAL, List.of(), new VectorKernels()).untimed()).isEqualTo(all.withOnly(Set.of()).untimed());
  }

  @Test
  void aTrialThatDivergedHasNone() {
    Trial wild = TRIAL.with(Setting.ACTIVATION, Activation.RELU).with(Setting.LEARNING_RATE, new LearningRate(1e30f, 1));
    TrialResult result = run(wild, List.of(Probe.values()), new VectorKernels());
    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.probes()).isEmpty();
  }

  @Test
  void theLessonsNetworkNeedsTwoHundredKilobytesAtMost() {
    int bytes = run(TRIAL, List.of(Probe.values()), new VectorKernels()).probes().stream()
        .mapToInt(item -> item.bits() == null ? 4 * item.values().length : item.bits().length).sum();
    assertThat(bytes).isLessThan(200_000);
  }

  private static TrialResult run(Trial trial, List<Probe> probes, Kernels kernels) {
    return new SoloTrainer(kernels, Probes.of(probes), () -> 0).train(trial, DIGITS);
  }

  private static double correlation(Shape shape, float... weights) {
    return HiddenWeights.autocorrelation(weights, shape);
  }

  private static Network biased(Architecture form, int unit, float bias) {
    Network network = Network.zeros(form);
    Layer last = network.layers().get(form.depth() - 1);
    last.biases().set(0, unit, bias);
    return network;
  }

  private static Dataset dataset(byte[] training, byte[] test) {
    return new Dataset("tiny", new Shape(1, 2, 2), 2, new Examples(training, new byte[training.length / 4]),
        new Examples(test, new byte[test.length / 4]));
  }

  private static TrainedTrial trained(Trial trial, Network network, Dataset dataset) {
    return new TrainedTrial(trial, dataset, TrialData.of(trial, dataset), new ReferenceKernels(), network, 0);
  }

  private static TrainedTrial trained(Trial trial) {
    List<TrainedTrial> met = new ArrayList<>();
    new SoloTrainer(new VectorKernels(), trained -> {
      met.add(trained);
      return List.of();
    }, () -> 0).train(trial, DIGITS);
    return met.get(0);
  }

  private static TrialResult result(TrainedTrial trained, Probe probe) {
    return new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, Probes.of(List.of(probe)).apply(trained));
  }

  private static ProbeItem item(TrialResult result, String name) {
    return result.probes().stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
  }

  private static double number(TrialResult result, String name) {
    return item(result, name).values()[0];
  }
}
