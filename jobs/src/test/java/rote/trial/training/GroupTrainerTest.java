package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.ReferenceKernels;
import rote.network.WeightInitializer;
import rote.harness.FewDigits;
import rote.network.vector.VectorKernels;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;

class GroupTrainerTest {
  private static final Dataset DIGITS = FewDigits.of(1400, 300);
  private static final Trial WHOLE_SET = Trial.defaults(3).with(Setting.EPOCHS, 4).with(Setting.HIDDEN, List.of(16, 12));
  private static final Trial PLAIN = WHOLE_SET.with(Setting.TRAINING_EXAMPLES, 307).with(Setting.VALIDATION_EXAMPLES, 50);
  private static final Trial RECTIFIED = rectified(PLAIN);

  private static Trial rectified(Trial trial) {
    return trial.with(Setting.ACTIVATION, Activation.RELU).with(Setting.COST, Cost.CROSS_ENTROPY)
        .with(Setting.MINI_BATCH, 64).with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.9f));
  }

  @ParameterizedTest
  @EnumSource(InputCorruption.class)
  void trialsOfPlainDescentHaveTheBitsTheyHaveAlone(InputCorruption inputs) {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(PLAIN)) {
      trials.add(trial.with(Setting.INPUT_CORRUPTION, inputs));
    }
    areAsAlone(trials);
  }

  @Test
  void aMixOfMomentumAndDecayDoesTooAndSoDoItsProbes() {
    List<Trial> trials = new ArrayList<>();
    float momentum = 0;
    for (Trial trial : differing(RECTIFIED)) {
      trials.add(trial.with(Setting.WEIGHT_DECAY, 0.01f).with(Setting.MOMENTUM, momentum));
      momentum += 0.15f;
    }
    assertThat(areAsAlone(trials, Probe.values())).extracting(TrialResult::status).contains(Status.DIVERGED);
  }

  @ParameterizedTest
  @EnumSource(Cost.class)
  void everyCostToo(Cost cost) {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(PLAIN)) {
      trials.add(trial.with(Setting.COST, cost));
    }
    areAsAlone(trials);
  }

  @Test
  void frozenLayersToo() {
    for (Trial base : List.of(PLAIN, RECTIFIED.with(Setting.MOMENTUM, 0.5f).with(Setting.WEIGHT_DECAY, 0.01f))) {
      List<List<Integer>> frozen = List.of(List.of(), List.of(2), List.of(3), List.of(2, 3));
      List<Trial> upper = new ArrayList<>();
      List<Trial> first = new ArrayList<>();
      for (int t = 0; t < frozen.size(); t++) {
        List<Integer> withFirst = Stream.concat(Stream.of(1), frozen.get(t).stream()).toList();
        upper.add(base.with(Setting.EPOCHS, 2 + t).with(Setting.FROZEN, frozen.get(t)));
        first.add(base.with(Setting.EPOCHS, 2 + t).with(Setting.FROZEN, withFirst));
      }
      areAsAlone(upper);
      areAsAlone(first);
      List<Trial> mixed = List.of(first.get(0), upper.get(0), first.get(1));
      assertThat(LockStepGroups.of(mixed, trial -> trial, trial -> 8))
          .containsExactly(List.of(mixed.get(0), mixed.get(2)), List.of(mixed.get(1)));
      assertThat(TrialGroups.of(mixed, trial -> trial, trial -> 8)).as("measured together").hasSize(1);
      trainAsAlone(TrialGroups.of(mixed, trial -> trial, trial -> 8).get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(Cost.class)
  void smoothedLabelsToo(Cost cost) {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(RECTIFIED)) {
      trials.add(trial.with(Setting.COST, cost).with(Setting.LABEL_SMOOTHING, trials.size() / 8f));
    }
    areAsAlone(trials);
  }

  @Test
  void examplesOfNoiseToo() {
    Trial sigmoid = PLAIN.with(Setting.COST, Cost.SIGMOID_CROSS_ENTROPY);
    for (Trial base : List.of(PLAIN, sigmoid, RECTIFIED, RECTIFIED.with(Setting.WHITEN, true))) {
      List<Trial> trials = new ArrayList<>();
      for (Trial trial : differing(base.with(Setting.NOISE_EXAMPLES, 90))) {
        trials.add(trial.with(Setting.LABEL_SMOOTHING, trials.size() / 8f));
      }
      areAsAlone(trials);
    }
    List<Trial> apart = List.of(PLAIN, PLAIN.with(Setting.NOISE_EXAMPLES, 90), PLAIN.with(Setting.NOISE_EXAMPLES, 91));
    assertThat(LockStepGroups.of(apart, trial -> trial, trial -> 8)).as("other inputs").hasSize(3);
  }

  @Test
  void croppedAndWhitenedImagesToo() {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(PLAIN)) {
      trials.add(trial.with(Setting.CROP_TO, List.of(20, 22)).with(Setting.WHITEN, true));
    }
    areAsAlone(trials);
  }

  @Test
  void sharesOfTheSameExamplesToo() {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(RECTIFIED)) {
      trials.add(trial.with(Setting.TRAINING_SHARE, 0.6f).with(Setting.DATA_SEED, 8));
    }
    areAsAlone(trials, Probe.EXAMPLE_CORRECTNESS);
    List<Trial> apart = List.of(PLAIN, PLAIN.with(Setting.TRAINING_SHARE, 0.6f), PLAIN.with(Setting.DATA_SEED, 8));
    assertThat(LockStepGroups.of(apart, trial -> trial, trial -> 8)).as("other inputs").hasSize(3);
  }

  @Test
  void seedsOfTheWeightsToo() {
    List<Trial> various = differing(RECTIFIED);
    List<Trial> trials = new ArrayList<>();
    for (int seed = 0; seed < various.size(); seed++) { // the fourth is the trial's own
      trials.add(various.get(seed).with(Setting.WEIGHTS_SEED, seed));
    }
    List<TrialResult> results = areAsAlone(trials);
    assertThat(results.stream().map(result -> result.curve().rows().get(0).test()).distinct()).hasSize(trials.size());
  }

  @Test
  void trialsOfAnySeedThatShareExamplesAndOrderToo() {
    Trial shared = RECTIFIED.with(Setting.DATA_SEED, 8).with(Setting.ORDER_SEED, 9);
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(shared)) {
      trials.add(trial.withSeed(trials.size()));
    }
    areAsAlone(trials);
    Trial half = shared.with(Setting.TRAINING_SHARE, 0.5f);
    assertThat(LockStepGroups.of(List.of(half, half.withSeed(4)), trial -> trial, trial -> 8)).as("other shares").hasSize(2);
  }

  @Test
  void otherOrdersAreNotSharedButMeasuredTogether() {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(RECTIFIED)) {
      trials.add(trial);
      trials.add(trial.with(Setting.ORDER_SEED, 4));
    }
    List<Trial> firsts = trials.subList(0, 2);
    assertThat(LockStepGroups.of(firsts, trial -> trial, trial -> 8)).hasSize(2);
    assertThat(TrialGroups.of(trials, trial -> trial, trial -> 100)).hasSize(1);
    trainAsAlone(trials);
  }

  @Test
  void movedImagesAndSharesOfNoiseToo() {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(PLAIN)) {
      trials.add(trial.with(Setting.SHIFT, 3).with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN)
          .with(Setting.INPUT_CORRUPTION_SHARE, 0.4f));
    }
    areAsAlone(trials, Probe.EXAMPLE_CORRECTNESS);
    Trial first = trials.get(0);
    List<Trial> apart = List.of(first, first.with(Setting.SHIFT, 2), first.with(Setting.INPUT_CORRUPTION_SHARE, 0.5f));
    assertThat(LockStepGroups.of(apart, trial -> trial, trial -> 8)).as("other inputs").hasSize(3);
  }

  @Test
  void miniBatchesLargerThanAPartToo() {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : differing(RECTIFIED.with(Setting.HIDDEN, List.of(20)))) {
      trials.add(trial.with(Setting.TRAINING_EXAMPLES, 1300).with(Setting.MINI_BATCH, 600));
    }
    areAsAlone(trials.subList(0, 4));
  }

  @Test
  void asManyAsMayGoTogetherToo() {
    List<Trial> various = differing(RECTIFIED);
    List<Trial> trials = new ArrayList<>();
    for (int t = 0; t < LockStepGroups.maxTogether(RECTIFIED); t++) {
      trials.add(various.get(t % various.size()).with(Setting.LABEL_CORRUPTION, t / 16f));
    }
    areAsAlone(trials);
  }

  @Test
  void theSecondsOfAllAreTheSecondsThatPassed() {
    long[] now = {0};
    LongSupplier clock = () -> now[0] += 1_000_000_000;
    List<TrialResult> results = new GroupTrainer(new VectorKernels(), Probes.of(List.of()), clock).train(differing(RECTIFIED), DIGITS);
    double sum = results.stream().mapToDouble(TrialResult::seconds).sum();
    assertThat(sum).isBetween(0.5 * now[0] * 1e-9, now[0] * 1e-9);
    assertThat(results.get(1).seconds()).as("two epochs").isLessThan(results.get(0).seconds());
    for (TrialResult result : results) {
      assertThat(result.seconds()).isGreaterThanOrEqualTo(result.curve().last().seconds());
    }
  }

  /** One stops early, one at another number of epochs, one diverges. */
  private static List<Trial> differing(Trial trial) {
    return List.of(
        trial.with(Setting.LABEL_CORRUPTION, 0.5f),
        trial.with(Setting.EPOCHS, 2).with(Setting.WEIGHTS, WeightInitializer.HE),
        trial.with(Setting.STOP_AT_TRAINING_ACCURACY, 0.25f),
        trial.with(Setting.LEARNING_RATE, new LearningRate(1e30f, 1)).with(Setting.WEIGHTS,
            WeightInitializer.STANDARD_NORMAL),
        trial.with(Setting.LEARNING_RATE, new LearningRate(0.3f, 0.5f)));
  }

  private static List<TrialResult> areAsAlone(List<Trial> trials, Probe... probes) {
    assertThat(LockStepGroups.of(trials, trial -> trial, trial -> 100)).containsExactly(trials);
    return trainAsAlone(trials, probes);
  }

  private static List<TrialResult> trainAsAlone(List<Trial> trials, Probe... probes) {
    List<TrialResult> together = new GroupTrainer(new VectorKernels(), Probes.of(List.of(probes)), System::nanoTime).train(trials, DIGITS);
    for (int t = 0; t < trials.size(); t++) {
      TrialResult alone = new SoloTrainer(probes.length == 0 ? new ReferenceKernels() : new VectorKernels(), Probes.of(List.of(probes)), System::nanoTime).train(trials.get(t), DIGITS);
      assertThat(bits(together.get(t))).as(trials.get(t).toString()).isEqualTo(bits(alone));
    }
    assertThat(together.stream().map(result -> result.curve().rows().size()).distinct()).hasSizeGreaterThan(1);
    return together;
  }

  private static List<Object> bits(TrialResult result) {
    List<Object> bits = new ArrayList<>(List.of(result.status(), result.changedLabels(), result.probes()));
    for (EpochRow row : result.curve().rows()) {
      bits.addAll(Arrays.asList(row.epoch(), row.training(), row.validation(), row.test()));
    }
    return bits;
  }

  /** Some share a seed, some only the images; validation and training sets that are drawn differ. */
  @Test
  void trialsOfSeveralSeedsHaveTheBitsTheyHaveAlone() {
    for (Trial base : List.of(RECTIFIED, rectified(WHOLE_SET))) {
      List<Trial> trials = new ArrayList<>();
      for (long seed = 1; seed <= 3; seed++) {
        for (Trial trial : differing(base).subList(0, 3)) {
          trials.add(trial.withSeed(seed));
        }
      }
      assertThat(TrialGroups.of(trials, trial -> trial, trial -> 100)).containsExactly(trials);
      trainAsAlone(trials);
    }
  }
}
