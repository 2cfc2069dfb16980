package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.InputCorruption;
import rote.data.LabelNoise;
import rote.data.Names;
import rote.data.Shape;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.Kernels;
import rote.network.ReferenceKernels;
import rote.network.WeightInitializer;
import rote.harness.FewDigits;
import rote.network.vector.VectorKernels;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.SharedBeginning;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;

/** Three epochs and then five more are eight epochs, bit for bit. */
class LongerTrialTest {
  private static final Dataset DIGITS = FewDigits.of(400, 200);
  private static final Dataset WHOLE = Dataset.ofTable("whole.csv", Shape.ofFeatures(1),
      new Names(List.of("a"), List.of("0", "1")), Examples.ofValues(values(200), labels(200)), Examples.none());
  private static final Function<Trial, Optional<Beginning>> NONE = trial -> Optional.empty();
  private static final int SHORT = 3;
  private static final int LONG = 8;
  private static final Trial PLAIN = Trial.defaults(3).with(Setting.HIDDEN, List.of(16, 12)).with(Setting.TRAINING_EXAMPLES, 307)
      .with(Setting.VALIDATION_EXAMPLES, 50).with(Setting.EPOCHS, LONG);
  private static final Trial DESCENT = PLAIN.with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.MINI_BATCH, 32)
      .with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.9f)).with(Setting.MOMENTUM, 0.6f).with(Setting.WEIGHT_DECAY, 0.001f);

  /** One trial that uses the setting, for each setting but the epochs. */
  private static Map<Setting<?>, Trial> uses() {
    Map<Setting<?>, Trial> uses = new LinkedHashMap<>();
    put(uses, PLAIN, Setting.TRAINING_EXAMPLES, 211);
    put(uses, PLAIN, Setting.TRAINING_SHARE, 0.6f);
    put(uses, PLAIN, Setting.DATA_SEED, 8);
    put(uses, PLAIN, Setting.VALIDATION_EXAMPLES, 30);
    put(uses, PLAIN, Setting.CROP_TO, List.of(20, 22));
    put(uses, PLAIN, Setting.SCALE_TO, List.of(14, 14));
    put(uses, DESCENT, Setting.SHIFT, 2);
    put(uses, PLAIN, Setting.WHITEN, true);
    put(uses, PLAIN, Setting.STANDARDISE, true);
    put(uses, PLAIN.with(Setting.TRAINING_EXAMPLES, 80), Setting.TEST_SHARE, 0.2f);
    put(uses, PLAIN.with(Setting.TRAINING_EXAMPLES, 80).with(Setting.FOLD, 2), Setting.FOLDS, 3);
    put(uses, PLAIN.with(Setting.TRAINING_EXAMPLES, 80).with(Setting.FOLDS, 4), Setting.FOLD, 3);
    put(uses, PLAIN.with(Setting.TRAINING_EXAMPLES, 80).with(Setting.TEST_SHARE, 0.2f), Setting.PERMUTATION, 7);
    put(uses, PLAIN, Setting.HIDDEN, List.of(9));
    put(uses, DESCENT, Setting.ACTIVATION, Activation.RELU);
    put(uses, DESCENT, Setting.COST, Cost.SIGMOID_CROSS_ENTROPY);
    put(uses, PLAIN, Setting.WEIGHTS, WeightInitializer.STANDARD_NORMAL);
    put(uses, DESCENT, Setting.FROZEN, List.of(1));
    put(uses, DESCENT, Setting.MINI_BATCH, 64);
    put(uses, PLAIN, Setting.LEARNING_RATE, new LearningRate(0.5f, 0.8f));
    put(uses, PLAIN, Setting.MOMENTUM, 0.9f);
    put(uses, PLAIN, Setting.WEIGHT_DECAY, 0.01f);
    put(uses, DESCENT, Setting.LABEL_SMOOTHING, 0.2f);
    put(uses, DESCENT, Setting.LABEL_CORRUPTION, 0.5f);
    put(uses, DESCENT.with(Setting.LABEL_CORRUPTION, 0.5f), Setting.LABEL_NOISE, LabelNoise.PERMUTATION);
    put(uses, DESCENT, Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN);
    put(uses, DESCENT.with(Setting.INPUT_CORRUPTION, InputCorruption.RANDOM_PIXELS), Setting.INPUT_CORRUPTION_SHARE, 0.4f);
    put(uses, DESCENT, Setting.NOISE_EXAMPLES, 60);
    put(uses, DESCENT, Setting.STOP_AT_TRAINING_ACCURACY, 0.99f);
    put(uses, PLAIN, Setting.WEIGHTS_SEED, 8);
    put(uses, PLAIN, Setting.ORDER_SEED, 8);
    return uses;
  }

  private static <T> void put(Map<Setting<?>, Trial> uses, Trial trial, Setting<T> setting, T value) {
    uses.put(setting, trial.with(setting, value));
  }

  static Stream<Trial> trials() {
    return Stream.concat(Stream.of(PLAIN, DESCENT), uses().values().stream());
  }

  /** A new setting must be thought about: does the beginning of a trial depend on how long it will be? */
  @Test
  void everySettingIsTried() {
    assertThat(uses().keySet()).containsExactlyElementsOf(
        Setting.all().stream().filter(setting -> setting != Setting.EPOCHS).toList());
    uses().forEach((setting, trial) -> assertThat(trial.get(setting)).as(setting.key()).isNotEqualTo(setting.initial()));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aTrialThatGoesOnHasTheBitsOfOneThatWasNotInterrupted(Trial trial) {
    assertThat(SharedBeginning.of(trial)).isPresent().isEqualTo(SharedBeginning.of(shortened(trial)));
    boolean isPlain = trial == PLAIN || trial == DESCENT; // what trains the rest by both is another test's
    for (Kernels kernels : isPlain ? List.of(new ReferenceKernels(), new VectorKernels()) : List.<Kernels>of(new VectorKernels())) {
      Beginning beginning = end(shortened(trial), kernels);
      TrialResult again = trainer(kernels, from(trial, beginning)).train(List.of(trial), data(trial)).get(0);
      assertThat(bits(again)).isEqualTo(bits(trainer(kernels, NONE).train(List.of(trial), data(trial)).get(0)));
      assertThat(beginning.state()).hasSize((int) Beginning.size(trial, TrialRun.architecture(trial, data(trial).shape(), data(trial).classes())));
    }
  }

  /** Some go on, from several epochs, and some begin anew; half of them could be in lock-step. */
  @ParameterizedTest
  @EnumSource(InputCorruption.class)
  void soItHasAmongOthersInLockStep(InputCorruption inputs) {
    for (Trial base : List.of(PLAIN, DESCENT)) {
      List<Trial> group = new ArrayList<>();
      Map<Trial, Beginning> beginnings = new IdentityHashMap<>();
      for (int t = 0; t < 8; t++) {
        Trial trial = base.with(Setting.INPUT_CORRUPTION, inputs).with(Setting.LABEL_CORRUPTION, t / 8f).with(Setting.EPOCHS, LONG - t % 2);
        group.add(trial);
        if (t > 1) {
          beginnings.put(trial, end(trial.with(Setting.EPOCHS, t / 3 + 1), new VectorKernels()));
        }
      }
      assertThat(LockStepGroups.of(group, trial -> trial, trial -> 100)).hasSize(1);
      List<TrialResult> together = trainer(new VectorKernels(), trial -> Optional.ofNullable(beginnings.get(trial))).train(group, DIGITS);
      for (int t = 0; t < group.size(); t++) {
        TrialResult alone = trainer(new VectorKernels(), NONE).train(List.of(group.get(t)), DIGITS).get(0);
        assertThat(bits(together.get(t))).as(group.get(t).toString()).isEqualTo(bits(alone));
      }
    }
  }

  @Test
  void itsProbesAndItsOwnEndAreThoseOfAnUninterruptedTrial() {
    Trial trial = DESCENT.with(Setting.DATA_SEED, 8);
    List<float[]> ends = new ArrayList<>();
    List<List<Object>> results = new ArrayList<>();
    for (Function<Trial, Optional<Beginning>> from : List.of(from(trial, end(shortened(trial), new VectorKernels())), NONE)) {
      results.add(bits(trainer(new VectorKernels(), from, trained -> {
        ends.add(trained.state());
        return Probes.of(List.of(Probe.values())).apply(trained);
      }).train(List.of(trial), data(trial)).get(0)));
    }
    assertThat(results.get(0)).isEqualTo(results.get(1)).startsWith(Status.COMPLETED);
    assertThat(ends.get(0)).isEqualTo(ends.get(1));
  }

  /** It stopped at an accuracy, so the longer trial stops there too, and trains nothing. */
  @Test
  void aTrialThatGoesOnFromOneThatStoppedEarlyStopsThere() {
    Trial trial = DESCENT.with(Setting.LEARNING_RATE, new LearningRate(0.3f, 1)).with(Setting.ACTIVATION, Activation.TANH)
        .with(Setting.STOP_AT_TRAINING_ACCURACY, 0.5f).with(Setting.EPOCHS, 30);
    Beginning stopped = end(trial.with(Setting.EPOCHS, 20), new VectorKernels());
    assertThat(stopped.curve().last().epoch()).isBetween(1, 19);
    TrialResult again = trainer(new VectorKernels(), from(trial, stopped)).train(List.of(trial), data(trial)).get(0);
    assertThat(again.curve()).isEqualTo(stopped.curve());
    assertThat(bits(again)).isEqualTo(bits(trainer(new VectorKernels(), NONE).train(List.of(trial), data(trial)).get(0)));
  }

  @Test
  void itsSecondsFollowThoseOfTheShorterTrial() {
    AtomicLong clock = new AtomicLong();
    Function<Function<Trial, Optional<Beginning>>, Trainer> ticking = from -> Trainer.of(new VectorKernels(), from, trained -> List.of(), () -> clock.addAndGet(1_000_000_000L));
    TrialResult first = ticking.apply(NONE).train(List.of(shortened(PLAIN)), DIGITS).get(0);
    Beginning beginning = new Beginning(first.curve(), end(shortened(PLAIN), new VectorKernels()).state());
    TrialResult longer = ticking.apply(from(PLAIN, beginning)).train(List.of(PLAIN), DIGITS).get(0);
    List<Double> seconds = longer.curve().rows().stream().map(EpochRow::seconds).toList();
    assertThat(seconds).isSorted().doesNotHaveDuplicates().startsWith(first.curve().rows().stream().map(EpochRow::seconds).toArray(Double[]::new));
    assertThat(longer.seconds()).isGreaterThan(longer.curve().last().seconds());
  }

  @Test
  void aStateOfAnotherFormIsRefused() {
    Beginning plain = end(shortened(PLAIN), new VectorKernels());
    Trial other = PLAIN.with(Setting.MOMENTUM, 0.5f);
    assertThatThrownBy(() -> trainer(new VectorKernels(), from(other, plain)).train(List.of(other), DIGITS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyTrialsThatDifferInTheirLengthAloneShareABeginning() {
    uses().forEach((setting, trial) -> assertThat(SharedBeginning.of(trial)).as(setting.key())
        .isNotEqualTo(SharedBeginning.of(trial.withSeed(4))).isNotEqualTo(SharedBeginning.of(PLAIN.with(Setting.MINI_BATCH, 7))));
    assertThat(uses().values().stream().map(SharedBeginning::of).distinct().count()).isEqualTo(uses().size());
  }

  private static float[] values(int count) {
    float[] values = new float[count];
    for (int e = 0; e < count; e++) {
      values[e] = e % 7 + e % 2;
    }
    return values;
  }

  private static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int e = 0; e < count; e++) {
      labels[e] = (byte) (e % 2);
    }
    return labels;
  }

  /** Only a set without test examples can be shared out. */
  private static Dataset data(Trial trial) {
    return trial.get(Setting.TEST_SHARE) == null && trial.get(Setting.FOLDS) == null ? DIGITS : WHOLE;
  }

  private static Trial shortened(Trial trial) {
    return trial.with(Setting.EPOCHS, SHORT);
  }

  private static Beginning end(Trial trial, Kernels kernels) {
    List<float[]> states = new ArrayList<>();
    TrialResult result = trainer(kernels, NONE, trained -> {
      states.add(trained.state());
      return List.of();
    }).train(List.of(trial), data(trial)).get(0);
    return new Beginning(result.curve(), states.get(0));
  }

  private static Function<Trial, Optional<Beginning>> from(Trial trial, Beginning beginning) {
    return any -> any == trial ? Optional.of(beginning) : Optional.empty();
  }

  private static Trainer trainer(Kernels kernels, Function<Trial, Optional<Beginning>> beginnings) {
    return trainer(kernels, beginnings, trained -> List.of());
  }

  private static Trainer trainer(
      Kernels kernels, Function<Trial, Optional<Beginning>> beginnings, Function<TrainedTrial, List<ProbeItem>> probes) {
    return Trainer.of(kernels, beginnings, probes, System::nanoTime);
  }

  private static List<Object> bits(TrialResult result) {
    List<Object> bits = new ArrayList<>(List.of(result.status(), result.changedLabels(), result.probes()));
    for (EpochRow row : result.curve().rows()) {
      bits.addAll(Arrays.asList(row.epoch(), row.training(), row.validation(), row.test()));
    }
    return bits;
  }
}
