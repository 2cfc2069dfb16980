package rote.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.LabelNoise;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.yaml.YamlText;
import rote.harness.FewDigits;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.vector.VectorKernels;
import rote.trial.probes.Probes;
import rote.trial.training.SoloTrainer;

class TrialKeyTest {
  private static final Dataset DIGITS = FewDigits.of(100, 200);
  private static final Trial BASE = Trial.defaults(3).with(Setting.TRAINING_EXAMPLES, 40).with(Setting.EPOCHS, 2)
      .with(Setting.HIDDEN, List.of(4)).with(Setting.MINI_BATCH, 7);
  private static final Trial LINEAR =
      BASE.with(Setting.HIDDEN, List.of()).with(Setting.COST, Cost.CROSS_ENTROPY);
  private static final Trial NOISY = BASE.with(Setting.NOISE_EXAMPLES, 5);
  private static final Trial SHORT = BASE.with(Setting.EPOCHS, 1);

  private static final SoloTrainer TRAINER = new SoloTrainer(new VectorKernels(), Probes.of(List.of(Probe.values())), () -> 0);
  private static final IdentityHashMap<Trial, TrialResult> TRAINED = new IdentityHashMap<>();

  private record Equal(String what, Trial one, Trial other) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Equal> equal() {
    return Stream.of(
        new Equal("noise of no label", BASE, BASE.with(Setting.LABEL_NOISE, LabelNoise.WRONG_CLASS)),
        new Equal("noise of no label, written -0", BASE.with(Setting.LABEL_CORRUPTION, -0f),
            BASE.with(Setting.LABEL_NOISE, LabelNoise.PERMUTATION)),
        new Equal("momentum -0", BASE, BASE.with(Setting.MOMENTUM, -0f)),
        new Equal("weight decay -0", BASE.with(Setting.MOMENTUM, 0.5f),
            BASE.with(Setting.MOMENTUM, 0.5f).with(Setting.WEIGHT_DECAY, -0f)),
        new Equal("a rate that falls after the last epoch", SHORT, SHORT.with(Setting.LEARNING_RATE, new LearningRate(1, 0.5f))),
        new Equal("activation of no hidden unit, softmax", LINEAR, LINEAR.with(Setting.ACTIVATION, Activation.RELU)),
        new Equal("activation of no hidden unit, softmax, tanh", LINEAR, LINEAR.with(Setting.ACTIVATION, Activation.TANH)),
        new Equal("activation of no hidden unit, sigmoids", LINEAR.with(Setting.COST, Cost.SIGMOID_CROSS_ENTROPY),
            LINEAR.with(Setting.COST, Cost.SIGMOID_CROSS_ENTROPY).with(Setting.ACTIVATION, Activation.TANH)),
        new Equal("the trial's own seed for the data", BASE, BASE.with(Setting.DATA_SEED, 3)),
        new Equal("the trial's own seed for the weights", BASE, BASE.with(Setting.WEIGHTS_SEED, 3)),
        new Equal("the trial's own seed for the order", BASE, BASE.with(Setting.ORDER_SEED, 3)),
        new Equal("a share of inputs that nothing corrupts", BASE, BASE.with(Setting.INPUT_CORRUPTION_SHARE, 0.5f)),
        new Equal("corruption of no share of inputs", BASE,
            BASE.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN).with(Setting.INPUT_CORRUPTION_SHARE, 0f)),
        new Equal("noise that was moved", BASE.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN),
            BASE.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN).with(Setting.SHIFT, 2)),
        new Equal("scaled to what it is cropped to", BASE.with(Setting.CROP_TO, List.of(20, 18)),
            BASE.with(Setting.CROP_TO, List.of(20, 18)).with(Setting.SCALE_TO, List.of(20, 18))),
        new Equal("a mini-batch of more than all", BASE.with(Setting.MINI_BATCH, 40), BASE.with(Setting.MINI_BATCH, 1000)),
        new Equal("a mini-batch of more than all and noise", NOISY.with(Setting.MINI_BATCH, 45), NOISY.with(Setting.MINI_BATCH, 46)),
        new Equal("a mini-batch of more than the share", BASE.with(Setting.TRAINING_SHARE, 0.5f).with(Setting.MINI_BATCH, 20),
            BASE.with(Setting.TRAINING_SHARE, 0.5f).with(Setting.MINI_BATCH, 30)),
        new Equal("shares of as many examples", BASE.with(Setting.TRAINING_SHARE, 0.5f),
            BASE.with(Setting.TRAINING_SHARE, 0.501f)));
  }

  /** Whoever finds a setting without effect in a key has to show it here. */
  @ParameterizedTest
  @MethodSource("equal")
  void trialsOfOneKeyTrainToTheSameBits(Equal pair) {
    assertThat(TrialKey.of(pair.one())).isEqualTo(TrialKey.of(pair.other())).hasSameHashCodeAs(TrialKey.of(pair.other()));
    assertThat(trained(pair.one())).isEqualTo(trained(pair.other()));
  }

  private static TrialResult trained(Trial trial) {
    return TRAINED.computeIfAbsent(trial, any -> TRAINER.train(any, DIGITS).untimed());
  }

  static Stream<Equal> different() {
    Trial noisy = BASE.with(Setting.LABEL_CORRUPTION, 0.5f);
    Trial squared = LINEAR.with(Setting.COST, Cost.QUADRATIC);
    Trial shuffled = BASE.with(Setting.INPUT_CORRUPTION, InputCorruption.SHUFFLED_PIXELS);
    return Stream.of(
        new Equal("noise of some labels", noisy, noisy.with(Setting.LABEL_NOISE, LabelNoise.PERMUTATION)),
        new Equal("a rate that falls", BASE, BASE.with(Setting.LEARNING_RATE, new LearningRate(1, 0.5f))),
        new Equal("activation of hidden units", BASE.with(Setting.COST, Cost.CROSS_ENTROPY),
            BASE.with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.ACTIVATION, Activation.TANH)),
        new Equal("noise among the examples", BASE, NOISY),
        new Equal("mini-batches of fewer than all and noise", NOISY.with(Setting.MINI_BATCH, 42), NOISY.with(Setting.MINI_BATCH, 43)),
        new Equal("smoothed labels", BASE, BASE.with(Setting.LABEL_SMOOTHING, 0.1f)),
        new Equal("a frozen layer", BASE, BASE.with(Setting.FROZEN, List.of(2))),
        new Equal("activation of squared outputs", squared, squared.with(Setting.ACTIVATION, Activation.TANH)),
        new Equal("another seed for the data", BASE, BASE.with(Setting.DATA_SEED, 4)),
        new Equal("another seed for the weights", BASE, BASE.with(Setting.WEIGHTS_SEED, 4)),
        new Equal("another seed for the order", BASE, BASE.with(Setting.ORDER_SEED, 4)),
        new Equal("a share of inputs", shuffled, shuffled.with(Setting.INPUT_CORRUPTION_SHARE, 0.5f)),
        new Equal("all training inputs, and all inputs", shuffled, shuffled.with(Setting.INPUT_CORRUPTION_SHARE, 1f)),
        new Equal("moved images", BASE, BASE.with(Setting.SHIFT, 2)),
        new Equal("images moved before they are shuffled", shuffled, shuffled.with(Setting.SHIFT, 2)),
        new Equal("mini-batches of fewer than all", BASE, BASE.with(Setting.MINI_BATCH, 8)),
        new Equal("shares of more examples", BASE.with(Setting.TRAINING_SHARE, 0.5f), BASE.with(Setting.TRAINING_SHARE, 0.55f)),
        new Equal("scaled smaller", BASE.with(Setting.SCALE_TO, List.of(10, 10)),
            BASE.with(Setting.CROP_TO, List.of(10, 10))),
        new Equal("seed", BASE, BASE.withSeed(4)));
  }

  @ParameterizedTest
  @MethodSource("different")
  void settingsWithAnEffectTellTrialsApart(Equal pair) {
    assertThat(TrialKey.of(pair.one())).isNotEqualTo(TrialKey.of(pair.other()));
    assertThat(TrialId.of(pair.one(), "0")).isNotEqualTo(TrialId.of(pair.other(), "0"));
  }

  @Test
  void aRecordIsFoundUnderEverySettingOfItsTrialAndNoOther() {
    ByTrial<String> known = ByTrial.of(Map.of(BASE, "recorded").entrySet(), Map.Entry::getKey, (a, b) -> 0).map(Map.Entry::getValue);
    assertThat(known.of(BASE.with(Setting.LABEL_NOISE, LabelNoise.WRONG_CLASS))).contains("recorded");
    assertThat(known.of(BASE.withSeed(4))).isEmpty();
    assertThat(known.of(List.of(BASE.withSeed(4), BASE, BASE.with(Setting.DATA_SEED, 3)))).containsExactly("recorded", "recorded");
  }

  /** An earlier version gave -0 and 0 different ids. */
  @Test
  void aRecordOfMinusZeroKeepsItsIdAndIsTheTrialOfZero() {
    Trial zero = Trial.defaults(1);
    Trial read = Trial.ofJson("old.parquet", "{\"seed\": 1, \"label-corruption\": -0.0}");
    assertThat(TrialId.of(read, "0")).isNotEqualTo(TrialId.of(zero, "0"));
    assertThat(TrialKey.of(read)).isEqualTo(TrialKey.of(zero)).hasSameHashCodeAs(TrialKey.of(zero));
    assertThat(zero.with(Setting.LABEL_CORRUPTION, -0f).get(Setting.LABEL_CORRUPTION)).isEqualTo(0f);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {label-corruption: [0, 0.5], label-noise: [redraw, permutation, wrong-class]} | 6 | 8 | label-corruption, label-noise
      {label-corruption: [0], label-noise: [redraw, permutation, wrong-class]}      | 3 | 2 | label-noise
      {label-corruption: [0, -0.0, 0.5]}                                            | 2 | 4 | label-corruption
      [{momentum: [0], hidden: [[4]]}, {momentum: [-0.0], hidden: [[8]]}]           | 2 | 4 | hidden
      {epochs: [1, 2], learning-rate: [1, {start: 1, decay: 0.5}]}                  | 4 | 6 | epochs, learning-rate
      {data.data-seed: [null, 1]}                                                   | 2 | 3 | data-seed
      {weights-seed: [1, 2, 3]}                                                     | 3 | 6 | weights-seed
      {weights-seed: [null, 1], order-seed: [null, 2]}                              | 4 | 4 | weights-seed, order-seed
      [{input-corruption: [none]}, {input-corruption: [gaussian], input-corruption-share: [0, 0.5]}] | 3 | 4 | input-corruption, input-corruption-share
      """)
  void cellsOfAGridThatAreOneTrialAreOneTrialInSeveralGroups(String grid, int groups, int trials, String axes) {
    Experiment experiment = ExperimentFile.experiment("grid.yaml",
        YamlText.map("grid.yaml", "{name: grid, seeds: 2, grid: " + grid + "}"));
    assertThat(experiment.groups()).hasSize(groups);
    assertThat(experiment.trials()).hasSize(trials);
    assertThat(experiment.axes()).hasToString("[" + axes + "]");
  }
}
