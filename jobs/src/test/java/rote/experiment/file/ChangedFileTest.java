package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.experiment.Experiment;
import rote.files.InputException;
import rote.trial.Setting;

/** What {@code --set} changes in an experiment file, and which changes are errors. */
class ChangedFileTest {
  private static final String LISTED = "{name: a, grid: [{momentum: [0, 0.5]}, {hidden: [[8]]}]}";
  private static final String SEARCH =
      "{name: a, sample: {trials: 4, momentum: {uniform: [0, 1]}, data.training-examples: {choice: [100, 200]}}}";

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
  @CsvSource(delimiter = '|', value = {
      "trial.epochs | --set trial.epochs: must be KEY=VALUE",
      "trial.hidden=[3] | --set trial.hidden=[3]: the grid gives hidden its values; set grid.hidden",
      "name.x=3 | --set name.x=3: name is no map of keys in the file",
      "trial={epochs: 3, epochs: 4} | --set trial={epochs: 3, epochs: 4}:1:13: found duplicate key epochs",
  })
  void namesAChangeThatCannotBeMade(String change, String message) {
    assertThatThrownBy(() -> read("{name: a, grid: {hidden: [[1]]}}", change))
        .isInstanceOf(InputException.class).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
      data.decimal=,            ! "," is no YAML value; write --set 'data.decimal=","'
      data.separator=|          ! "|" is no text in YAML; write --set 'data.separator="|"'
      data.separator=:          ! ":" is no YAML value; write --set 'data.separator=":"'
      data.separator=-          ! "-" is no text in YAML; write --set 'data.separator="-"'
      data.separator=#          ! "#" is no text in YAML; write --set 'data.separator="#"'
      data.separator=&          ! "&" is no YAML value; write --set 'data.separator="&"'
      data.separator='          ! "'" is no YAML value; write --set 'data.separator="'\\''"'
      `data.separator= `        ! " " is no text in YAML; write --set 'data.separator=" "'
      data.separator=\\t         ! "\\t" is no text in YAML; write --set 'data.separator="\\t"'
      data.label=#id            ! "#id" is no text in YAML; write --set 'data.label="#id"'
      data.label=@id            ! "@id" is no YAML value; write --set 'data.label="@id"'
      data.label="id            ! ""id" is no YAML value; write --set 'data.label="id"'
      data.ignore=[id, @of      ! "[id, @of" is no YAML value; write --set 'data.ignore=[id, "@of"]'
      data.ignore=[id]]         ! "[id]]" is no YAML value; write --set 'data.ignore=[id]'
      data={dataset: @x}        ! "{dataset: @x}" is no YAML value; write --set 'data={dataset: "@x"}'
      grid={hidden: [[8], [16]  ! "{hidden: [[8], [16]" is no YAML value; write --set 'grid={hidden: [[8], [16]]}'
      question=Is it so: a: b?  ! "Is it so: a: b?" is no YAML value; write --set 'question="Is it so: a: b?"'
      """)
  void aValueThatYamlCannotReadIsNamedWithWhatToWrite(String change, String message) {
    String right = message.substring(message.indexOf("--set ") + 6).replaceAll("^'(.*)'$", "$1").replace("'\\''", "'");
    assertThatThrownBy(() -> SetOption.of(change)).hasMessage("--set " + change + ": " + message);
    assertThat(SetOption.of(right).path()).isEqualTo(List.of(change.substring(0, change.indexOf('=')).split("\\.")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "trial.epochs: 5 | write --set trial.epochs=5",
      "data.one-hot: [sex] | write --set 'data.one-hot=[sex]'",
      "data: {label: a=b} | write --set 'data={label: a=b}'",
  })
  void aChangeWithAColonAsInAFileIsNamedWithWhatToWrite(String change, String advice) {
    assertThatThrownBy(() -> SetOption.of(change)).hasMessage("--set " + change + ": must be KEY=VALUE; " + advice);
  }

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

  private static void demandAdvice(String file, String change, String advice) {
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

  private static Experiment read(String text, String... changes) {
    return ExperimentFile.read("e.yaml", text, List.of(changes)).experiment();
  }
}
