package rote.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.network.Activation;
import rote.network.Measure;
import rote.trial.ByTrial;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialKey;
import rote.trial.TrialResult;

class RandomSearchTest {
  private static final String SAMPLE = """
      trials: %d
      seed: 3
      learning-rate: {start: {log-uniform: [0.001, 10]}, decay: {uniform: [0.8, 1]}}
      activation: {choice: [sigmoid, tanh, relu]}
      mini-batch: {choice: [10, 100]}
      weight-decay: 0.5
      """;

  /** Seeds have 64 bits. If none are left, the follow-up would be silently empty. */
  @Test
  void freshSeedsThatDoNotExistAreTurnedAway() {
    String search = "name: a\ndata: {validation-examples: 50}\nthen: {best-by: validation_accuracy, seeds: 3}\nseeds: [-5, %s]";
    assertThat(read(search.formatted(Long.MAX_VALUE - 3)).trials()).hasSize(2);
    assertThatThrownBy(() -> read(search.formatted(Long.MAX_VALUE - 2))).isInstanceOf(InputException.class).hasMessageContaining(
        "then.seeds: asks for 3 seeds after the largest of seeds, 9223372036854775805, and there are none above 9223372036854775807");
  }

  @Test
  void drawsEverySettingFromItsDistribution() {
    List<Trial> trials = experiment(SAMPLE.formatted(4000), "seeds: 1").trials();
    assertThat(keys(trials)).hasSize(4000).doesNotHaveDuplicates();
    double logs = trials.stream().mapToDouble(trial -> Math.log10(trial.get(Setting.LEARNING_RATE).start())).average().orElseThrow();
    assertThat(logs).isCloseTo(-1, within(0.06)); // four decades: 3.3 standard errors
    double decays = trials.stream().mapToDouble(trial -> trial.get(Setting.LEARNING_RATE).decay()).average().orElseThrow();
    assertThat(decays).isCloseTo(0.9, within(0.003));
    assertThat(trials).allMatch(trial -> trial.get(Setting.LEARNING_RATE).start() >= 0.001f
        && trial.get(Setting.LEARNING_RATE).start() <= 10 && trial.get(Setting.WEIGHT_DECAY) == 0.5f);
    long tanh = trials.stream().filter(trial -> trial.get(Setting.ACTIVATION) == Activation.TANH).count();
    assertThat(tanh / 4000.0).isCloseTo(1 / 3.0, within(0.025));
  }

  @Test
  void aLongerSearchBeginsWithTheShorterOne() {
    List<Trial> two = experiment(SAMPLE.formatted(200), "seeds: 1").trials();
    assertThat(keys(experiment(SAMPLE.formatted(300), "seeds: 1").trials().subList(0, 200))).isEqualTo(keys(two));
  }

  @Test
  void aFurtherKeyChangesNoOthersValues() {
    List<Trial> with = experiment(SAMPLE.formatted(50) + "momentum: {uniform: [0, 0.9]}\n", "seeds: 1").trials();
    assertThat(keys(with.stream().map(trial -> trial.with(Setting.MOMENTUM, 0f)).toList()))
        .isEqualTo(keys(experiment(SAMPLE.formatted(50), "seeds: 1").trials()));
  }

  @Test
  void samplesAreCrossedWithGridAndSeeds() {
    Experiment experiment = experiment(SAMPLE.formatted(5), "grid: {hidden: [[4], [8], []]}\nseeds: 2");
    assertThat(experiment.trials()).hasSize(5 * 3 * 2);
    assertThat(experiment.groups()).hasSize(15).allMatch(group -> group.size() == 2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {trials: 5}                                         | sample: names no setting to draw
      {learning-rate: {uniform: [0, 1]}}                  | sample: needs trials
      {trials: 5, learning-rat: {uniform: [0, 1]}}        | sample.learning-rat: unknown key; did you mean "learning-rate"
      {trials: 5, learning-rate: {uniform: [2, 1]}}       | sample.learning-rate.uniform: must be [LEAST, MOST]
      {trials: 5, learning-rate: {log-uniform: [0, 1]}}   | sample.learning-rate.log-uniform: must be [LEAST, MOST] with 0 < LEAST
      {trials: 5, learning-rate: {log-unifrm: [0.1, 1]}}  | sample.learning-rate: names no distribution: did you mean "log-uniform"
      {trials: 5, momentum: {uniform: [2, 3]}}            | sample.momentum: must be from 0.0 to 1.0
      {trials: 5, mini-batch: {choice: []}}               | sample.mini-batch.choice: is empty
      {trials: 5, hidden: {choice: [[4]]}}                | draws hidden, to which the grid gives its values
      """)
  void aSearchThatCannotBeDrawnIsTurnedAway(String sample, String complaint) {
    assertThatThrownBy(() -> read("name: wrong\ngrid: {hidden: [[8]]}\nsample: " + sample))
        .isInstanceOf(InputException.class).hasMessageContaining(complaint);
  }

  @Test
  void theBestByValidationIsTrainedAgainWithFreshSeeds() {
    Experiment search = experiment(SAMPLE.formatted(3),
        "data: {validation-examples: 100}\nseeds: [4, 2]\nthen: {best-by: validation_accuracy, seeds: 3}");
    Map<TrialKey, TrialResult> results = new HashMap<>();
    List<List<Trial>> groups = search.groups();
    put(results, groups.get(0), 0.90, 0.96); // mean 0.93
    put(results, groups.get(1), 0.94, 0.94); // 0.94: the best
    put(results, groups.get(2), 0.99, Double.NaN); // one diverged
    assertThat(keys(search.after(results(search, Map.of())).trials())).isEqualTo(keys(search.trials())).hasSize(6);
    Experiment after = search.after(results(search, results));
    assertThat(after.groups()).hasSize(4);
    assertThat(keys(after.groups().get(3))).isEqualTo(
        keys(List.of(5L, 6L, 7L).stream().map(seed -> groups.get(1).get(0).withSeed(seed)).toList()));
    results.remove(TrialKey.of(groups.get(2).get(1)));
    assertThat(search.after(results(search, results)).trials()).as("one is not recorded yet").hasSize(6);
  }

  /** Each of two activations has a rate of its own; that of the activation without a complete setting is not chosen. */
  @Test
  void theBestIsChosenForEachValueOfASetting() {
    Experiment search = read("name: a\ndata: {validation-examples: 50}\ngrid: {activation: [sigmoid, tanh, relu], learning-rate: [0.1, 1]}\n"
        + "then: {best-by: validation_accuracy, seeds: 2, for-each: [activation]}");
    Map<TrialKey, TrialResult> results = new HashMap<>();
    List<Trial> trials = search.trials();
    put(results, trials, 0.9, 0.8, 0.1, 0.2, Double.NaN, Double.NaN);
    List<List<Trial>> groups = search.after(results(search, results)).groups();
    assertThat(groups).hasSize(8);
    assertThat(keys(groups.get(6))).isEqualTo(keys(List.of(trials.get(0).withSeed(2), trials.get(0).withSeed(3))));
    assertThat(keys(groups.get(7))).isEqualTo(keys(List.of(trials.get(3).withSeed(2), trials.get(3).withSeed(3))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      [momentum]   | then.for-each[0]: must be a setting with several values in grid, zip or sample, was "momentum"; there are hidden, activation
      [activatoin] | then.for-each[0]: must be a setting with several values in grid, zip or sample, was "activatoin"; there are hidden
      []           | then.for-each: is empty; name the settings
      """)
  void whatHasOneValueIsNoneToChooseFor(String forEach, String complaint) {
    assertThatThrownBy(() -> read("name: a\ndata: {validation-examples: 50}\ngrid: {activation: [tanh, relu], hidden: [[4], [8]], momentum: [0]}\n"
        + "then: {best-by: validation_cost, seeds: 2, for-each: " + forEach + "}"))
        .isInstanceOf(InputException.class).hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {best-by: test_accuracy, seeds: 3}       | 50 | then.best-by: must be validation_accuracy or validation_cost (the test set chooses nothing)
      {best-by: validation_accuracy, seeds: 3} |  0 | then: chooses by validation examples: data.validation-examples must be > 0
      {best-by: validation_accuracy}           | 50 | then: needs best-by and seeds
      """)
  void aChoiceThatCannotBeMadeIsTurnedAway(String then, int validation, String complaint) {
    assertThatThrownBy(() -> read("name: wrong\ndata: {validation-examples: " + validation + "}\nthen: " + then))
        .isInstanceOf(InputException.class).hasMessageContaining(complaint);
  }

  /** The check looks at the trials, not at the section that gives them their values. */
  @Test
  void everyTrialOfASearchNeedsValidationExamples() {
    String then = "name: a\nthen: {best-by: validation_accuracy, seeds: 3}\n";
    assertThat(read(then + "grid: {data.validation-examples: [50, 100]}").trials()).hasSize(2);
    assertThat(read(then + "sample: {trials: 2, data.validation-examples: {choice: [50, 100]}}").trials()).isNotEmpty();
    assertThatThrownBy(() -> read(then + "data: {validation-examples: 50}\ngrid: {data.validation-examples: [0, 50]}"))
        .isInstanceOf(InputException.class).hasMessageContaining("data.validation-examples must be > 0 in every trial");
  }

  /** Three kinds of noise at corruption 0 are one trial, recorded once. */
  @Test
  void aSearchWhoseSettingsAreOneTrialIsFollowed() {
    Experiment search = read("name: a\ndata: {validation-examples: 50}\nthen: {best-by: validation_accuracy, seeds: 2}\n"
        + "grid: {label-corruption: [0, 1], label-noise: [redraw, permutation, wrong-class]}");
    Map<TrialKey, TrialResult> results = new HashMap<>();
    List<Trial> trials = search.trials();
    assertThat(trials).hasSize(4);
    put(results, trials, 0.9, 0.1, 0.1, 0.1);
    assertThat(keys(search.after(results(search, results)).groups().get(6))).isEqualTo(
        keys(List.of(trials.get(0).withSeed(2), trials.get(0).withSeed(3))));
  }

  private static ByTrial<TrialResult> results(Experiment search, Map<TrialKey, TrialResult> results) {
    List<Trial> recorded = search.trials().stream().filter(trial -> results.containsKey(TrialKey.of(trial))).toList();
    return ByTrial.of(recorded, trial -> trial, (first, again) -> 0).map(trial -> results.get(TrialKey.of(trial)));
  }

  private static List<TrialKey> keys(List<Trial> trials) {
    return trials.stream().map(TrialKey::of).toList();
  }

  private static void put(Map<TrialKey, TrialResult> results, List<Trial> trials, double... accuracies) {
    for (int t = 0; t < accuracies.length; t++) {
      Measure measure = new Measure(0.1, accuracies[t]);
      boolean diverged = Double.isNaN(accuracies[t]);
      List<EpochRow> rows = new ArrayList<>();
      if (!diverged) {
        rows.add(new EpochRow(0, measure, measure, measure, 0));
      }
      results.put(TrialKey.of(trials.get(t)), new TrialResult(diverged ? Status.DIVERGED : Status.COMPLETED, new Curve(rows), 0, 0, null));
    }
  }

  private static Experiment experiment(String sample, String more) {
    return read("name: search\n" + more + "\nsample:\n" + sample.indent(2));
  }

  private static Experiment read(String yaml) {
    return ExperimentFile.experiment("search.yaml", YamlText.map("search.yaml", yaml));
  }
}
