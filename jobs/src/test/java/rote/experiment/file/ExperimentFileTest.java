package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.experiment.Experiment;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.network.Activation;
import rote.network.Cost;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.Setting;

class ExperimentFileTest {
  @TempDir Path folder;

  @Test
  void readsEveryPart() {
    Experiment experiment = read("""
        name: parts
        question: Does it read?
        data: {dataset: mnist, training-examples: 1000, validation-examples: 50}
        trial:
          hidden: []
          activation: relu
          cost: cross-entropy
          learning-rate: {start: 0.1, decay: 0.95}
          momentum: 0.9
          stop-at-training-accuracy: 1
        grid: {label-corruption: [0, 0.5], hidden: [[16, 16], [64]]}
        seeds: [7, 9]
        published:
          - {where: {dataset: mnist, hidden: [16, 16]}, metric: test_accuracy, value: 0.96, source: a lesson}
        """);
    assertThat(experiment.dataset()).isEqualTo("mnist");
    assertThat(experiment.sweep().base().get(Setting.HIDDEN)).isEmpty();
    assertThat(experiment.sweep().base().get(Setting.ACTIVATION)).isEqualTo(Activation.RELU);
    assertThat(experiment.sweep().base().get(Setting.COST)).isEqualTo(Cost.CROSS_ENTROPY);
    assertThat(experiment.sweep().base().get(Setting.LEARNING_RATE)).isEqualTo(new LearningRate(0.1f, 0.95f));
    assertThat(experiment.sweep().base().get(Setting.VALIDATION_EXAMPLES)).isEqualTo(50);
    assertThat(experiment.sweep().seeds()).containsExactly(7L, 9L);
    assertThat(experiment.trials()).hasSize(8);
    assertThat(experiment.trials().get(0).seed()).isEqualTo(7);
    assertThat(experiment.trials().get(1).seed()).isEqualTo(9);
    assertThat(experiment.axes()).isEqualTo(List.of(Setting.HIDDEN, Setting.LABEL_CORRUPTION));
    assertThat(experiment.published().get(0).value()).isEqualTo(0.96);
  }

  @Test
  void probesAreAskedForByName() {
    assertThat(read("{name: a, probes: [drawn-digits, hidden-weights]}").probes())
        .containsExactly(Probe.HIDDEN_WEIGHTS, Probe.DRAWN_DIGITS);
    assertThat(read("{name: a}").probes()).isEmpty();
  }

  @Test
  void sweepsTheUnionOfAListOfProductsOnce() {
    Experiment experiment = read("""
        name: union
        grid:
          - {hidden: [[16], [32]], data.training-examples: [100, 200]}
          - {hidden: [[32]], data.training-examples: [200], momentum: [0, 0.5]}
        """);
    assertThat(experiment.trials()).hasSize(5);
  }

  @Test
  void aFileWithoutGridIsOneTrialASeed() {
    assertThat(read("{name: one, seeds: 3}").trials()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{name: a, tral: {}}              | tral: unknown key; did you mean \"trial\"?",
      "{name: a, trial: {epoch: 3}}     | trial.epoch: unknown key; did you mean \"epochs\"?",
      "{name: a, grid: {epoch: [3]}}    | grid.epoch: unknown key; did you mean \"epochs\"?",
      "{name: a, data: {epochs: 3}}     | data.epochs: unknown key; it belongs to trial. Known: dataset",
      "{name: a, trial: {epochs: many}} | trial.epochs: must be an integer from 1 to 1000000, was \"many\"",
      "{name: a, trial: {epochs: 1.5}}  | trial.epochs: must be an integer from 1 to 1000000, was 1.5",
      "{name: a, trial: {epochs: 0}}    | trial.epochs: must be an integer from 1 to 1000000, was 0",
      "{name: a, trial: {momentum: 2}}  | trial.momentum: must be from 0.0 to 1.0, was 2",
      "{name: a, trial: {momentum: .nan}} | trial.momentum: must be a finite number within float32, was .nan",
      "{name: a, trial: {learning-rate: -0.1}} | trial.learning-rate: must be > 0, was -0.1",
      "{name: a, trial: {learning-rate: {decay: 1}}} | trial.learning-rate: needs start",
      "{name: a, trial: {learning-rate: {start: 1, decay: 2}}} | trial.learning-rate.decay: must be > 0 and at most 1, was 2",
      "{name: a, trial: {activation: relux}} | trial.activation: unknown value \"relux\"; did you mean \"relu\"?",
      "{name: a, trial: {hidden: 16}}   | trial.hidden: must be a list, was 16",
      "{name: a, trial: {hidden: [99999]}} | trial.hidden[0]: must be an integer from 1 to 65536, was 99999",
      "{name: a, trial: {label-smoothing: 1}} | trial.label-smoothing: must be 0 or more and below 1, was 1",
      "{name: a, trial: {frozen: 1}}    | trial.frozen: must be a list, was 1",
      "{name: a, trial: {frozen: [0]}}  | trial.frozen[0]: must be an integer from 1 to 2147483647, was 0",
      "{name: a, trial: {frozen: [2, 2]}} | trial.frozen: must name each layer once, was the list [2, 2]",
      "{name: a, trial: {frozen: [1, 4]}} | trial.frozen: names layer 4, but with hidden [16, 16] the layers are 1 to 3",
      "{name: a, trial: {frozen: [2]}, grid: {hidden: [[8], []]}} | trial.frozen: names layer 2, but with hidden [] the",
      "{name: a, grid: [{epochs: [1]}, {frozen: [[], [9]]}]} | grid[1].frozen: names layer 9, but with hidden [16, 16]",
      "{name: a, trial: []}             | trial: must be a map of keys, was the list []",
      "{name: a, grid: {}}              | grid: is empty",
      "{name: a, grid: []}              | grid: is empty",
      "{name: a, grid: {epochs: []}}    | grid.epochs: is empty",
      "{name: a, grid: {epochs: 3}}     | grid.epochs: must be a list, was 3",
      "{name: a, seeds: 0}              | seeds: must be an integer from 1 to 1000000, was 0",
      "{name: a, seeds: []}             | seeds: is empty",
      "{name: a, seeds: [1, 1]}         | seeds: names a seed twice",
      "{name: a, probes: [noise-confidences]} | probes[0]: unknown value \"noise-confidences\"; did you mean \"noise",
      "{name: a, probes: [drawn-digits, drawn-digits]} | probes: names a probe twice",
      "{name: a, probes: drawn-digits}  | probes: must be a list, was \"drawn-digits\"",
      "{name: a, data: {training-share: 0}} | data.training-share: must be above 0 and at most 1, was 0",
      "{name: a, data: {training-share: 70}} | data.training-share: must be from 0.0 to 1.0, was 70",
      "{name: a, data: {data-seed: 1.5}} | data.data-seed: must be an integer",
      "{name: a, probes: [example-correctness]} | probes: example-correctness needs data.data-seed, such as 1",
      "{name: ../a}                     | name: must begin with a letter or digit",
      "{question: why}                  | name is missing",
      "[a]                              | must be a map of keys, was the list [a]",
      "{name: a, name: b}               | e.yaml:1:11: found duplicate key name",
      "{name: !!java.net.URL x}         | e.yaml:1:8: types by tags are not read",
      "{name: !!int x}                  | e.yaml:1:8: types by tags are not read",
      "{name: &a [*a]}                  | e.yaml:1:12: *a is a part of itself",
      "{name: \"a\\nb\"}                 | name: must begin",
      "{\"a\\nb\": 1}                    | a?b: unknown key",
      "{name: a                         | e.yaml:1:",
      "{name: a, published: [{where: {}, metric: accuracy, value: 1, source: s}]} | published[0].metric: unknown",
      "{name: a, published: [{where: {}, metric: fit_epoch, value: .inf, source: s}]} | published[0].value: must be",
      "{name: a, published: [{metric: test_accuracy}]} | published[0]: needs where",
  })
  void namesFileKeyFoundAndWanted(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class)
        .hasMessageStartingWith("e.yaml:").hasMessageContaining(message).message().doesNotContain("\n");
  }

  @Test
  void refusesAliasesThatMultiply() {
    String bomb = "a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nname: [*c,*c,*c,*c,*c]";
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(InputException.class);
  }

  @Test
  void refusesDepthAndLengthWithoutEnd() {
    assertThatThrownBy(() -> read("name: " + "[".repeat(400_000))).isInstanceOf(InputException.class)
        .hasMessage("e.yaml:1:56: nested more than 50 deep");
    assertThatThrownBy(() -> read("name: a\nseeds: " + "9".repeat(900_000))).isInstanceOf(InputException.class)
        .hasMessage("e.yaml:2:8: longer than 10000 characters");
  }

  @Test
  void refusesMoreTrialsThanAnyoneMeans() {
    String seeds = "seeds: 1000000, grid: {epochs: [1, 2, 3], mini-batch: [1, 2, 3]}";
    assertThatThrownBy(() -> read("{name: a, " + seeds + "}")).hasMessage("e.yaml: declares 9000000 trials; at most 1000000");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ExperimentFile.read("nowhere.yaml", List.of(), new FileSystems()))
        .isInstanceOf(InputException.class).hasMessage("nowhere.yaml: no such file");
  }

  @Test
  void namesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ExperimentFile.read(file.toString(), List.of(), new FileSystems()))
        .isInstanceOf(InputException.class).hasMessage(file + ": not UTF-8 text; save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      above | test_accuracy       | with then, claims are about the chosen setting
      below | test_cost           | with then, claims are about the chosen setting
      above | memorisation_auc    | memorisation_auc is no value of single trials
      below | noisy_test_accuracy | noisy_test_accuracy is no value of single trials
      """)
  void aComparisonThatNoResultCanDecideIsTurnedAwayButAnOutputThatDeclaresItOpens(String relation, String metric, String why) {
    String then = why.startsWith("with then") ? ", then: {best-by: validation_accuracy, seeds: 6}" : "";
    String file = "{name: a, data: {validation-examples: 9}, grid: {hidden: [[3], [4]]}" + then
        + ", claims: [{claim: c, metric: fit_epoch, at-most: 3}, {claim: c, metric: " + metric + ", where: {hidden: [3]}, "
        + relation + ": {hidden: [4]}}]}";
    assertThatThrownBy(() -> read(file)).isInstanceOf(InputException.class)
        .hasMessageContaining("claims[1]: can never be decided: " + why);
    assertThat(ExperimentFile.experiment("manifest.json", YamlText.map("manifest.json", file)).claims()).hasSize(2);
    assertThat(read(file.replace(relation + ": {hidden: [4]}", "between: [0, 1]")).claims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      above: {activation: tanh}                                       |
      within: 0.1, of: {activation: tanh}                             |
      above: {learning-rate: 0.1}                                     | learning-rate is none of them
      above: {activation: tanh}, more-than-for: {learning-rate: 0.1}  | learning-rate is none of them
      trend: {learning-rate: rising}                                  | which above, below and within compare
      """)
  void choicesAreComparedByWhatTheyAreMadeFor(String relation, String complaint) {
    String file = "{name: a, data: {validation-examples: 9}, grid: {activation: [tanh, relu], learning-rate: [0.1, 1]}, then: "
        + "{best-by: validation_accuracy, seeds: 6, for-each: [activation]}, claims: [{claim: c, metric: test_accuracy, " + relation + "}]}";
    if (complaint == null) {
      assertThat(read(file).claims()).hasSize(1);
    } else {
      assertThatThrownBy(() -> read(file)).isInstanceOf(InputException.class).hasMessageContaining("claims[0]: can never be decided: ")
          .hasMessageContaining(complaint);
    }
  }

  private static Experiment read(String text) {
    return ExperimentFile.read("e.yaml", text, List.of()).experiment();
  }
}
