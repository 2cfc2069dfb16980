package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.files.InputException;

/** An error names line and column of the key, or of the element of a list, and the option of the command line. */
class PlaceOfAMistakeTest {
  private static final String FILE = """
      # a comment
      name: a
      trial:
        epochs: 3
        hidden: [16, 16]
      grid:
        data.training-examples: [100, 200]
        label-corruption: &shares [0, 1]
      claims:
        - {claim: c, metric: test_accuracy, at-least: 0.5}
        - claim: d
          metric: fit_epoch
          where: {label-corruption: 1}
          above: {label-corruption: 0}
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "epochs: 3     | epochs: three | e.yaml:4:3: trial.epochs: must be",
      "epochs: 3     | epoch: 3      | e.yaml:4:3: trial.epoch: unknown key",
      "[16, 16]      | [16, 0]       | e.yaml:5:16: trial.hidden[1]: must be",
      "[100, 200]    | [100, x]      | e.yaml:7:33: grid.data.training-examples[1]: must be",
      "at-least: 0.5 | at-least: much | e.yaml:10:39: claims[0].at-least: must be",
      "metric: fit_epoch | metric: fit | e.yaml:12:5: claims[1].metric: unknown",
      "claim: d      | clam: d       | e.yaml:11:5: claims[1].clam: unknown key",
      "name: a       | name: a b     | e.yaml:2:1: name: must",
      "[0, 1]        | [0, 7]        | e.yaml:8:33: grid.label-corruption[1]: must be",
  })
  void isTheLineAndTheColumn(String right, String wrong, String message) {
    assertThatThrownBy(() -> ExperimentFile.read("e.yaml", FILE.replace(right, wrong), List.of()))
        .isInstanceOf(InputException.class).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "trial.epochs=three           | --set trial.epochs=three: trial.epochs: must be",
      "trial.hidden=[16, 0]         | --set trial.hidden=[16, 0]: trial.hidden[1]: must be",
      "trial={epochs: three}        | --set trial={epochs: three}: trial.epochs: must be",
      "grid.data.training-examples=[x] | --set grid.data.training-examples=[x]: grid.data.training-examples[0]: must be",
      "seeds=0                      | --set seeds=0: seeds: must be",
  })
  void isTheOptionThatGivesTheValue(String change, String message) {
    assertThatThrownBy(() -> ExperimentFile.read("e.yaml", FILE, List.of(change)))
        .isInstanceOf(InputException.class).hasMessageStartingWith(message);
  }

  @Test
  void isTheFileWhereAKeyIsMissing() {
    assertThatThrownBy(() -> ExperimentFile.read("e.yaml", FILE.replace("name: a\n", ""), List.of()))
        .isInstanceOf(InputException.class).hasMessage("e.yaml: name is missing");
  }
}
