package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.data.InputCorruption;
import rote.experiment.Experiment;
import rote.harness.Sample;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/** What intervals are over, by the settings. */
class PopulationTest {
  private static final int ALL = 20_000; // training examples of pen-digits

  @Test
  void weightsAndOrderDifferAlways() {
    assertThat(words()).isEqualTo("over weights and order; training examples and test examples fixed");
    assertThat(words(Setting.TRAINING_EXAMPLES, ALL)).isEqualTo(words());
    assertThat(words(Setting.TRAINING_EXAMPLES, 500, Setting.DATA_SEED, 7)).isEqualTo(words());
    assertThat(words(Setting.VALIDATION_EXAMPLES, 500, Setting.DATA_SEED, 7)).isEqualTo(words());
  }

  @Test
  void subsetsDifferWhereExamplesAreLeftOut() {
    String subset = "over weights, order and subset; test examples fixed";
    assertThat(words(Setting.TRAINING_EXAMPLES, 500)).isEqualTo(subset);
    assertThat(words(Setting.VALIDATION_EXAMPLES, 500)).isEqualTo(subset);
    assertThat(words(Setting.TRAINING_SHARE, 0.5f)).isEqualTo(subset);
    assertThat(words(Setting.TRAINING_SHARE, 0.5f, Setting.DATA_SEED, 7)).as("the trial's seed draws it").isEqualTo(subset);
  }

  @Test
  void labelNoiseDiffersUnlessADataSeedDrawsIt() {
    assertThat(words(Setting.TRAINING_EXAMPLES, 500, Setting.LABEL_CORRUPTION, 0.5f))
        .isEqualTo("over weights, order, subset and label noise; test examples fixed");
    assertThat(words(Setting.LABEL_CORRUPTION, 1f, Setting.DATA_SEED, 7))
        .isEqualTo("over weights and order; training examples, label noise and test examples fixed");
  }

  @Test
  void inputCorruptionDiffersUnlessADataSeedDrawsIt() {
    for (InputCorruption corruption : EnumSet.complementOf(EnumSet.of(InputCorruption.NONE))) {
      assertThat(words(Setting.INPUT_CORRUPTION, corruption))
          .isEqualTo("over weights, order and input corruption; training examples and test examples before corruption fixed");
      assertThat(words(Setting.INPUT_CORRUPTION, corruption, Setting.DATA_SEED, 7))
          .isEqualTo("over weights and order; training examples, input corruption and test examples fixed");
    }
  }

  @Test
  void weightsAndOrderAreFixedByASeedOfTheirOwn() {
    assertThat(words(Setting.WEIGHTS_SEED, 7)).isEqualTo("over order; weights, training examples and test examples fixed");
    assertThat(words(Setting.ORDER_SEED, 7)).isEqualTo("over weights; order, training examples and test examples fixed");
  }

  @Test
  void shiftsAndExamplesOfNoiseAreDrawnWithTheData() {
    assertThat(words(Setting.SHIFT, 2)).isEqualTo("over weights, order and shifts; training examples and test examples fixed");
    assertThat(words(Setting.NOISE_EXAMPLES, 5, Setting.DATA_SEED, 7))
        .isEqualTo("over weights and order; training examples, examples of noise and test examples fixed");
    assertThat(words(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN, Setting.INPUT_CORRUPTION_SHARE, 0.5f))
        .as("test examples stay as they are")
        .isEqualTo("over weights, order and input corruption; training examples and test examples fixed");
  }

  @Test
  void aTableSaysWhatIsSoInSomeGroupsOnly() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LABEL_CORRUPTION, List.of(0f, 1f));
    grid.put(Setting.TRAINING_EXAMPLES, List.of(500, 1000));
    assertThat(sentence(grid, 2)).isEqualTo("95 % intervals over seeds are over weights, order and subset, in some groups"
        + " label noise; test examples fixed.");
    grid.put(Setting.TRAINING_EXAMPLES, List.of(500, ALL));
    assertThat(sentence(grid, 2)).isEqualTo("95 % intervals over seeds are over weights and order, in some groups subset and"
        + " label noise; test examples fixed, in some groups training examples too.");
    assertThat(sentence(Map.of(Setting.INPUT_CORRUPTION, List.of(InputCorruption.NONE, InputCorruption.GAUSSIAN)), 2)).isEqualTo(
        "95 % intervals over seeds are over weights and order, in some groups input corruption; training examples and test examples fixed,"
            + " in some groups before corruption.");
  }

  @Test
  void saysNothingWhereThereIsNoInterval() {
    assertThat(sentence(Map.of(), 1)).isEmpty();
    assertThat(Population.sentence(Groups.of(Sample.experiment(Map.of(), 2), List.of()))).isEmpty();
  }

  private static String sentence(Map<Setting<?>, List<Object>> grid, int seeds) {
    Experiment experiment = Sample.experiment(grid, seeds);
    List<TrialRecord> records = experiment.trials().stream().map((Trial trial) -> Sample.completed(trial, 0.5)).toList();
    return Population.sentence(Groups.of(experiment, records)).orElse("");
  }

  /** @param settings settings and their values, in turn */
  private static String words(Object... settings) {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    Stream.iterate(0, i -> i < settings.length, i -> i + 2)
        .forEach(i -> grid.put((Setting<?>) settings[i], List.of(settings[i + 1])));
    return Population.words(Groups.of(Sample.experiment(grid, 2), List.of()).all().get(0));
  }
}
