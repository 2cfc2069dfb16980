package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.analysis.ClaimPower;
import rote.experiment.Experiment;
import rote.files.InputException;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialId;

class ResamplingReaderTest {
  @Test
  void everySettingIsTrainedOnAllFoldsAndPermutations() {
    Experiment experiment = read("data: {file: t.csv, label: y, folds: 3}\ngrid: {epochs: [1, 2]}\nseeds: 2\npermutation-test: {permutations: 4}\n");
    List<Trial> trials = experiment.trials();
    assertThat(trials).hasSize(2 * 2 * 3 * 5);
    assertThat(trials.stream().map(trial -> TrialId.of(trial, "0"))).doesNotHaveDuplicates();
    assertThat(trials.subList(0, 6)).allMatch(trial -> !trial.isPermuted());
    assertThat(trials.get(0).get(Setting.FOLD)).isEqualTo(1);
    assertThat(experiment.axes()).containsExactly(Setting.EPOCHS);
    assertThat(experiment.groups()).hasSize(2);
  }

  @Test
  void withoutThemTrialsAreTheSameAsEver() {
    assertThat(read("").trials()).hasSize(1).allMatch(trial -> trial.get(Setting.FOLD) == null && trial.get(Setting.PERMUTATION) == 0);
    assertThat(read("data: {file: t.csv, label: y, folds: 3, fold: 2}\n").trials()).hasSize(1);
    assertThat(TrialId.of(Trial.defaults(1).with(Setting.FOLD, 2), "0")).as("a fold of none").isEqualTo(TrialId.of(Trial.defaults(1), "0"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "permutation-test: {permutations: 9} | permutation-test: needs data.test-share or data.folds, by which a test set is drawn after labels are permuted",
      "permutation-test: {} | permutation-test: needs permutations: how many, such as 199",
      "permutation-test: {permutations: 0} | permutation-test.permutations: must be an integer from 1 to 1000000, was 0",
      "permutation-test: {times: 9} | permutation-test.times: unknown key; Known: permutations",
      "data: {permutation: 3} | data.permutation: is given to trials by permutation-test; write permutation-test: {permutations: 199}",
      "data: {test-share: 0.2, folds: 5} | data.folds: make test sets, and so does data.test-share; leave one of them out",
      "data: {folds: 2, fold: 3} | data.fold: must be at most data.folds",
      "data: {folds: 1} | data.folds: must be an integer from 2 to 1000, was 1",
      "'data: {test-share: 0.2, validation-examples: 5}\nthen: {best-by: validation_accuracy, seeds: 2}\npermutation-test: {permutations: 3}'"
          + " | permutation-test: would have to repeat the choice of then for each permutation",
      "'data: {folds: 2, validation-examples: 5}\nthen: {best-by: validation_accuracy, seeds: 2}' | then: would choose by other examples for each of data.folds",
      "'data: {folds: 1000}\npermutation-test: {permutations: 1000}' | declares 1001000 trials with all folds and permutations; at most 1000000",
      "'data: {folds: 2}\nprobes: [learning-order]' | probes: with data.folds there are test-answers and feature-scales, whose answers can be joined; leave out learning-order",
  })
  void whatDoesNotFitIsOneLine(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.strip().replace("\\n", "\n") + "\n")).isInstanceOf(InputException.class).hasMessageContaining(message.strip());
  }

  @Test
  void aClaimNeedsItsTest() {
    String claim = "claims: [{claim: c, metric: permutation_p, at-most: 0.05}]\n";
    assertThatThrownBy(() -> read("data: {file: t.csv, label: y, folds: 3}\n" + claim)).isInstanceOf(InputException.class)
        .hasMessageContaining("can never be decided: permutation_p is that of a permutation-test, and the file has none");
    String test = "data: {file: t.csv, label: y, folds: 3}\npermutation-test: {permutations: 19}\n";
    assertThat(read(test + claim).claims()).hasSize(1);
    for (String relation : List.of("at-least: 0.05", "between: [0, 0.05]", "above: {epochs: 3}")) {
      assertThatThrownBy(() -> read(test + claim.replace("at-most: 0.05", relation))).as(relation).isInstanceOf(InputException.class)
          .hasMessageContaining("permutation_p can be shown to be small and nothing else; use at-most, such as at-most: 0.05");
    }
    assertThat(ClaimPower.undecidable(read(test + claim))).isEmpty();
    assertThat(ClaimPower.undecidable(read(test.replace("19", "18") + claim))).containsExactly("\"c\": 18 permutations cannot decide it,"
        + " because p cannot be below 0.053 and 0.050 is needed for 1 claim; 19 could");
  }

  private static Experiment read(String yaml) {
    return ExperimentFile.read("e.yaml", "name: e\n" + yaml, List.of()).experiment();
  }
}
