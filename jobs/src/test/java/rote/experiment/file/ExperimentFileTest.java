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

  @Test
  void changesReplaceValuesBeforeTheyAreChecked() {
    Experiment experiment = read("{name: a, trial: {epochs: x}, grid: {hidden: [[1]]}}", "trial.epochs=5",
        "data.dataset=mnist", "grid.hidden=[[2], [3]]", "grid.data.training-examples=[7]", "seeds=2");
    assertThat(experiment.sweep().base().get(Setting.EPOCHS)).isEqualTo(5);
    assertThat(experiment.dataset()).isEqualTo("mnist");
    assertThat(experiment.trials()).hasSize(4)
        .allMatch(trial -> trial.get(Setting.TRAINING_EXAMPLES) == 7);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{name: a, tral: {}}              | e.yaml: tral: unknown key; did you mean \"trial\"?",
      "{name: a, trial: {epoch: 3}}     | e.yaml: trial.epoch: unknown key; did you mean \"epochs\"?",
      "{name: a, grid: {epoch: [3]}}    | e.yaml: grid.epoch: unknown key; did you mean \"epochs\"?",
      "{name: a, data: {epochs: 3}}     | e.yaml: data.epochs: unknown key; Known: dataset",
      "{name: a, trial: {epochs: many}} | e.yaml: trial.epochs: must be an integer from 1 to 1000000, was \"many\"",
      "{name: a, trial: {epochs: 1.5}}  | e.yaml: trial.epochs: must be an integer from 1 to 1000000, was 1.5",
      "{name: a, trial: {epochs: 0}}    | e.yaml: trial.epochs: must be an integer from 1 to 1000000, was 0",
      "{name: a, trial: {momentum: 2}}  | e.yaml: trial.momentum: must be from 0.0 to 1.0, was 2",
      "{name: a, trial: {momentum: .nan}} | e.yaml: trial.momentum: must be a finite number within float32, was .nan",
      "{name: a, trial: {learning-rate: -0.1}} | e.yaml: trial.learning-rate: must be > 0, was -0.1",
      "{name: a, trial: {learning-rate: {decay: 1}}} | e.yaml: trial.learning-rate: needs start",
      "{name: a, trial: {learning-rate: {start: 1, decay: 2}}} | e.yaml: trial.learning-rate.decay: must be > 0 and at most 1, was 2",
      "{name: a, trial: {activation: relux}} | e.yaml: trial.activation: unknown value \"relux\"; did you mean \"relu\"?",
      "{name: a, trial: {hidden: 16}}   | e.yaml: trial.hidden: must be a list, was 16",
      "{name: a, trial: {hidden: [99999]}} | e.yaml: trial.hidden[0]: must be an integer from 1 to 65536, was 99999",
      "{name: a, trial: {label-smoothing: 1}} | e.yaml: trial.label-smoothing: must be 0 or more and below 1, was 1",
      "{name: a, trial: {frozen: 1}}    | e.yaml: trial.frozen: must be a list, was 1",
      "{name: a, trial: {frozen: [0]}}  | e.yaml: trial.frozen[0]: must be an integer from 1 to 2147483647, was 0",
      "{name: a, trial: {frozen: [2, 2]}} | e.yaml: trial.frozen: must name each layer once, was the list [2, 2]",
      "{name: a, trial: {frozen: [1, 4]}} | e.yaml: trial.frozen: names layer 4, but with hidden [16, 16] the layers are 1 to 3",
      "{name: a, trial: {frozen: [2]}, grid: {hidden: [[8], []]}} | e.yaml: trial.frozen: names layer 2, but with hidden [] the",
      "{name: a, grid: [{epochs: [1]}, {frozen: [[], [9]]}]} | e.yaml: grid[1].frozen: names layer 9, but with hidden [16, 16]",
      "{name: a, trial: []}             | e.yaml: trial: must be a map of keys, was the list []",
      "{name: a, grid: {}}              | e.yaml: grid: is empty",
      "{name: a, grid: []}              | e.yaml: grid: is empty",
      "{name: a, grid: {epochs: []}}    | e.yaml: grid.epochs: is empty",
      "{name: a, grid: {epochs: 3}}     | e.yaml: grid.epochs: must be a list, was 3",
      "{name: a, seeds: 0}              | e.yaml: seeds: must be an integer from 1 to 1000000, was 0",
      "{name: a, seeds: []}             | e.yaml: seeds: is empty",
      "{name: a, seeds: [1, 1]}         | e.yaml: seeds: names a seed twice",
      "{name: a, probes: [noise-confidences]} | e.yaml: probes[0]: unknown value \"noise-confidences\"; did you mean \"noise",
      "{name: a, probes: [drawn-digits, drawn-digits]} | e.yaml: probes: names a probe twice",
      "{name: a, probes: drawn-digits}  | e.yaml: probes: must be a list, was \"drawn-digits\"",
      "{name: a, data: {training-share: 0}} | e.yaml: data.training-share: must be above 0 and at most 1, was 0",
      "{name: a, data: {training-share: 70}} | e.yaml: data.training-share: must be from 0.0 to 1.0, was 70",
      "{name: a, data: {data-seed: 1.5}} | e.yaml: data.data-seed: must be an integer",
      "{name: a, probes: [example-correctness]} | e.yaml: probes: example-correctness needs data.data-seed, such as 1",
      "{name: ../a}                     | e.yaml: name: must begin with a letter or digit",
      "{question: why}                  | e.yaml: name is missing",
      "[a]                              | e.yaml: must be a map of keys, was the list [a]",
      "{name: a, name: b}               | e.yaml:1:11: found duplicate key name",
      "{name: !!java.net.URL x}         | e.yaml:1:8: types by tags are not read",
      "{name: !!int x}                  | e.yaml:1:8: types by tags are not read",
      "{name: &a [*a]}                  | e.yaml:1:12: *a is a part of itself",
      "{name: \"a\\nb\"}                 | e.yaml: name: must begin",
      "{\"a\\nb\": 1}                    | e.yaml: a?b: unknown key",
      "{name: a                         | e.yaml:1:",
      "{name: a, published: [{where: {}, metric: accuracy, value: 1, source: s}]} | e.yaml: published[0].metric: unknown",
      "{name: a, published: [{where: {}, metric: fit_epoch, value: .inf, source: s}]} | e.yaml: published[0].value: must be",
      "{name: a, published: [{metric: test_accuracy}]} | e.yaml: published[0]: needs where",
  })
  void namesFileKeyFoundAndWanted(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class)
        .hasMessageContaining(message).message().doesNotContain("\n");
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
    assertThatThrownBy(() -> ExperimentFile.tree("nowhere.yaml", List.of(), new FileSystems()))
        .isInstanceOf(InputException.class).hasMessage("nowhere.yaml: no such file");
  }

  @Test
  void namesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ExperimentFile.tree(file.toString(), List.of(), new FileSystems()))
        .isInstanceOf(InputException.class).hasMessage(file + ": not UTF-8 text; save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "trial.epochs | --set trial.epochs: must be KEY=VALUE",
      "trial.hidden=[3] | --set trial.hidden=[3]: the grid gives hidden its values; set grid.hidden",
      "name.x=3 | --set name.x=3: name is no map of keys in the file",
      "trial.epochs=[ | --set trial.epochs=[:1:",
  })
  void namesAChangeThatCannotBeMade(String change, String message) {
    assertThatThrownBy(() -> read("{name: a, grid: {hidden: [[1]]}}", change))
        .isInstanceOf(InputException.class).hasMessageContaining(message);
  }

  private static final String LISTED = "{name: a, grid: [{momentum: [0, 0.5]}, {hidden: [[8]]}]}";
  private static final String SEARCH =
      "{name: a, sample: {trials: 4, momentum: {uniform: [0, 1]}, data.training-examples: {choice: [100, 200]}}}";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {name: a, grid: {data.training-examples: [100, 200]}} | data.training-examples=500 | the grid gives training-examples its values; set grid.data.training-examples=[500]
      {name: a, grid: {data.training-examples: [100, 200]}} | data.training-examples=null | set grid.data.training-examples=[null]
      {name: a, grid: {data.training-examples: [100, 200]}} | data={training-examples: 500} | set grid.data.training-examples=[500]
      {name: a, data: {dataset: mnist}, grid: {data.crop-to: [[9, 9]]}} | data={dataset: mnist, crop-to: [8, 8]} | set grid.data.crop-to=[[8, 8]]
      {name: a, trial: {momentum: 0.5}, grid: {momentum: [0, 0.5]}} | trial.momentum=0.9 | the grid gives momentum its values; set grid.momentum=[0.9]
      {name: a, grid: {momentum: [0, 0.5]}} | trial={momentum: 0.9, epochs: 3} | set grid.momentum=[0.9]
      {name: a, grid: {learning-rate: [1, 2]}} | trial.learning-rate.start=3 | set grid.learning-rate=[3.0]
      {name: a, grid: {learning-rate: [1, 2]}} | trial.learning-rate={start: 3, decay: 0.5} | set grid.learning-rate=[{
      """)
  void aChangeThatTheGridOverrulesIsAnError(String file, String change, String advice) {
    demandAdvice(file, change, advice);
  }

  @Test
  void aChangeThatAListOfGridsOrASampleOverrulesIsAnErrorWhoseAdviceIsTaken() {
    demandAdvice(LISTED, "trial.momentum=0.9", "set the whole grid, such as --set 'grid={momentum: [0.9]}'");
    demandAdvice(LISTED, "grid.momentum=0.9", "set the whole grid, such as --set 'grid={momentum: [0.9]}'");
    demandAdvice(LISTED, "grid.data.data-seed=[1]", "such as --set 'grid={data.data-seed: [1]}'");
    assertThat(read(LISTED, "grid={momentum: [0.9]}").trials()).extracting(trial -> trial.get(Setting.MOMENTUM)).containsOnly(0.9f);
    assertThat(read(LISTED, "trial.momentum=0.9", "grid=null").trials()).extracting(trial -> trial.get(Setting.MOMENTUM))
        .containsExactly(0.9f);
    demandAdvice(SEARCH, "trial.momentum=0.9", "the sample draws momentum; set sample.momentum=0.9");
    demandAdvice(SEARCH, "data={training-examples: 50}", "set sample.data.training-examples=50");
    assertThat(read(SEARCH, "sample.momentum=0.9", "sample.data.training-examples=50").trials()).hasSize(1).allSatisfy(trial -> {
      assertThat(trial.get(Setting.MOMENTUM)).isEqualTo(0.9f);
      assertThat(trial.get(Setting.TRAINING_EXAMPLES)).isEqualTo(50);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {name: a} | trial.label-noise=wrong-class
      {name: a} | trial={label-noise: wrong-class}
      {name: a, grid: {momentum: [0, 0.9]}} | trial.label-noise=wrong-class
      {name: a, trial: {epochs: 1, learning-rate: {start: 0.5, decay: 0.9}}} | trial.learning-rate=0.5
      {name: a, data: {training-examples: 200}} | data.training-share=0.999
      {name: a, data: {training-examples: 200}, trial: {mini-batch: 300}} | trial.mini-batch=400
      {name: a, trial: {hidden: [], cost: cross-entropy}} | trial.activation=relu
      {name: a, data: {crop-to: [9, 9]}} | data.scale-to=[9, 9]
      {name: a, seeds: [7]} | data.data-seed=7
      {name: a} | grid.label-noise=[redraw, wrong-class]
      {name: a, grid: {momentum: [0, 0.9], label-noise: [redraw]}} | grid.label-noise=[wrong-class]
      {name: a, sample: {trials: 2, momentum: {uniform: [0, 0.9]}}} | sample.label-noise={choice: [wrong-class]}
      """)
  void aChangeAfterWhichNoTrialDiffersIsAnError(String file, String change) {
    demandAdvice(file, change, "no trial differs by it: ");
    demandAdvice(file, change, " has no effect there beside the other settings; leave it out");
  }

  /** One of two values of a key would be ignored silently. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      seeds=2 | seeds=3
      trial.epochs=3 | trial.epochs=4
      trial.epochs=3 | trial={momentum: 0.9}
      trial={epochs: 3} | trial.epochs=4
      grid.data.data-seed=[1] | grid={data.data-seed: [2]}
      """)
  void aKeyThatIsGivenTwiceIsAnError(String earlier, String later) {
    assertThatThrownBy(() -> read("name: a", earlier, later)).isInstanceOf(InputException.class)
        .hasMessage("--set " + later + ": --set " + earlier + " gives that too; leave one of them out");
    assertThat(read("{name: a, grid: {momentum: [0, 0.5]}}", "grid=null", "grid.momentum=[0.9]", "trial={epochs: 3}",
        "trial.mini-batch=5").trials()).hasSize(1);
  }

  private void demandAdvice(String file, String change, String advice) {
    assertThatThrownBy(() -> read(file, change)).isInstanceOf(InputException.class)
        .hasMessageStartingWith("--set " + change + ": ").hasMessageContaining(advice);
  }

  /** A value that the file has already, one that the grid has too, and a key that is no setting. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {name: a, trial: {momentum: 0.5}, grid: {momentum: [0, 0.9]}} | trial.momentum=0.50
      {name: a, data: {training-examples: null}, grid: {data.training-examples: [100, 200]}} | data.training-examples=null
      {name: a, data: {data-seed: 1}, grid: {data.data-seed: [1, 2]}} | data={data-seed: 1}
      {name: a, grid: {momentum: [0.9]}} | trial.momentum=0.9
      {name: a, grid: {momentum: [0, 0.9]}} | grid.momentum=[0.5]
      {name: a, grid: {momentum: [0, 0.9]}} | grid.data.data-seed=[1, 2]
      {name: a, grid: {momentum: [0, 0.9]}} | grid.momentum=[0.9, 0]
      {name: a, trial: {momentum: 0.9}} | grid.momentum=[0.9]
      {name: a, grid: {momentum: [0, 0.9]}} | name=b
      {name: a, grid: {momentum: [0, 0.9]}} | question=Why?
      {name: a, grid: {momentum: [0, 0.9]}} | seeds=3
      {name: a, grid: {momentum: [0, 0.9]}} | data.dataset=mnist
      {name: a, grid: {momentum: [0, 0.9]}} | claims=[{claim: c, metric: test_accuracy, at-least: 0.5}]
      {name: a, trial: {epochs: 3}, grid: {momentum: [0, 0.9]}} | trial=null
      {name: a} | trial.momentum=-0.0
      {name: a, trial: {momentum: 0}} | trial.momentum=-0.0
      {name: a, trial: {label-noise: wrong-class}} | trial.label-noise=wrong-class
      {name: a} | trial={label-noise: redraw, epochs: 100}
      {name: a, grid: {label-corruption: [0, 1]}} | trial.label-noise=wrong-class
      {name: a, data: {validation-examples: 9}, seeds: [7], then: {best-by: validation_accuracy, seeds: 1}} | data.data-seed=7
      {name: a, grid: {hidden: [[3]]}, probes: [example-correctness]} | data.data-seed=1
      """)
  void aChangeThatHasNothingToReachIsNone(String file, String change) {
    assertThat(read(file, change).trials()).isNotEmpty();
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
        .hasMessageContaining("e.yaml: claims[1]: can never be decided: " + why);
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
      assertThatThrownBy(() -> read(file)).isInstanceOf(InputException.class).hasMessageContaining("e.yaml: claims[0]: can never be decided: ")
          .hasMessageContaining(complaint);
    }
  }

  private Experiment read(String text, String... changes) {
    return ExperimentFile.experiment("e.yaml", ExperimentFile.changed("e.yaml", text, List.of(changes)));
  }
}
