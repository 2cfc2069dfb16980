package rote.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.InputCorruption;
import rote.data.LabelNoise;

class TrialIdTest {
  private static final String DATA = "0".repeat(64);

  /** Frozen: a changed id would train every finished trial again. */
  @Test
  void canonicalTextAndIdArePinned() {
    Trial trial = Trial.defaults(3).with(Setting.MOMENTUM, 0.9f).with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.5f));
    assertThat(TrialId.canonical(trial, DATA)).isEqualTo("""
        activation=sigmoid
        cost=quadratic
        data=%s
        epochs=100
        hidden=16,16
        learning-rate=3dcccccd*3f000000
        mini-batch=10
        momentum=3f666666
        numerics=1
        seed=3
        weights=xavier
        """.formatted(DATA));
    assertThat(TrialId.of(trial, DATA)).isEqualTo("tc671430448659132d66f0308");
  }

  @Test
  void everySettingChangesTheId() {
    Trial trial = Trial.defaults(1).with(Setting.LABEL_CORRUPTION, 0.5f)
        .with(Setting.INPUT_CORRUPTION, InputCorruption.RANDOM_PIXELS);
    assertThat(List.of(
            trial.with(Setting.TRAINING_EXAMPLES, 10), trial.with(Setting.VALIDATION_EXAMPLES, 10),
            trial.with(Setting.TRAINING_SHARE, 0.5f), trial.with(Setting.DATA_SEED, 1),
            trial.with(Setting.CROP_TO, List.of(10, 10)), trial.with(Setting.SCALE_TO, List.of(10, 10)),
            trial.with(Setting.WHITEN, true), trial.with(Setting.STANDARDISE, true), trial.with(Setting.TEST_SHARE, 0.2f),
            trial.with(Setting.FOLDS, 5), trial.with(Setting.FOLDS, 5).with(Setting.FOLD, 2), trial.with(Setting.PERMUTATION, 1),
            trial.with(Setting.HIDDEN, List.of(16)), trial.with(Setting.ACTIVATION, rote.network.Activation.RELU),
            trial.with(Setting.COST, rote.network.Cost.CROSS_ENTROPY), trial.with(Setting.EPOCHS, 2),
            trial.with(Setting.NOISE_EXAMPLES, 5), trial.with(Setting.FROZEN, List.of(1)),
            trial.with(Setting.LABEL_SMOOTHING, 0.1f),
            trial.with(Setting.WEIGHTS, rote.network.WeightInitializer.HE), trial.with(Setting.MINI_BATCH, 2),
            trial.with(Setting.LEARNING_RATE, new LearningRate(2, 1)), trial.with(Setting.MOMENTUM, 0.5f),
            trial.with(Setting.WEIGHT_DECAY, 0.5f), trial.with(Setting.LABEL_CORRUPTION, 1f),
            trial.with(Setting.LABEL_NOISE, LabelNoise.PERMUTATION),
            trial.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN),
            trial.with(Setting.INPUT_CORRUPTION_SHARE, 0.5f), trial.with(Setting.SHIFT, 1),
            trial.with(Setting.WEIGHTS_SEED, 1), trial.with(Setting.ORDER_SEED, 1),
            trial.with(Setting.STOP_AT_TRAINING_ACCURACY, 1f), trial.withSeed(2), trial)
        .stream().map(t -> TrialId.of(t, DATA))).doesNotHaveDuplicates().hasSize(Setting.all().size() + 2);
    assertThat(TrialId.of(trial, "1".repeat(64))).isNotEqualTo(TrialId.of(trial, DATA));
  }

  @Test
  void theKindOfNoiseMattersOnlyWhereLabelsAreCorrupted() {
    Trial trial = Trial.defaults(1);
    assertThat(TrialId.of(trial.with(Setting.LABEL_NOISE, LabelNoise.PERMUTATION), DATA))
        .isEqualTo(TrialId.of(trial, DATA));
  }

  @Test
  void aShareMattersOnlyWhereInputsAreCorrupted() {
    Trial trial = Trial.defaults(1);
    Trial noise = trial.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN);
    assertThat(TrialId.of(trial.with(Setting.INPUT_CORRUPTION_SHARE, 0.5f), DATA)).isEqualTo(TrialId.of(trial, DATA));
    assertThat(TrialId.of(noise.with(Setting.INPUT_CORRUPTION_SHARE, 0f), DATA)).as("whose test images are noise too")
        .isNotEqualTo(TrialId.of(noise, DATA));
  }

  @Test
  void aTrialReadsBackFromItsPlainForm() {
    Trial trial = Trial.defaults(-5).with(Setting.MOMENTUM, 0.1f).with(Setting.HIDDEN, List.of())
        .with(Setting.LEARNING_RATE, new LearningRate(0.3f, 0.7f)).with(Setting.TRAINING_EXAMPLES, 5);
    String json = "{\"hidden\": [], \"momentum\": 0.1, \"learning-rate\": {\"start\": 0.3, \"decay\": 0.7}, "
        + "\"training-examples\": 5, \"seed\": -5}";
    assertThat(Trial.ofJson("here", json).plain()).isEqualTo(trial.plain());
    assertThat(trial.plain().get("learning-rate")).as("in this order in every JVM").hasToString("{start=0.3, decay=0.7}");
  }
}
