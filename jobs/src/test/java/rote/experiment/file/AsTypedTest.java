package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.experiment.Claim;
import rote.experiment.Experiment;
import rote.files.InputException;
import rote.files.yaml.YamlText;
import rote.trial.Setting;
import rote.trial.Trial;

/** An error quotes what was typed and says what to write; a value with one possible meaning is read. */
class AsTypedTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      name: 2024                                       | name: must be a text, was 2024; write "2024", in quotes
      name: 12e3                                       | name: must be a text, was 12e3; write "12e3", in quotes
      name: 0x10                                       | name: must be a text, was 0x10; write "0x10", in quotes
      name: True                                       | name: must be a text, was True; write "True", in quotes
      {name: a, data: {training-examples: 1_000}}      | must be an integer from 1 to 2147483647, was "1_000"; write 1000
      {name: a, data: {training-examples: "500"}}      | was "500"; write 500, without quotes
      {name: a, data: {training-examples: 1.5e0}}      | was 1.5e0
      {name: a, seeds: [9007199254740993.0]}           | was 9007199254740993.0
      {name: a, seeds: 0}                              | seeds: must be an integer from 1 to 1000000, was 0
      {name: a, seeds: 1e9}                            | seeds: must be an integer from 1 to 1000000, was 1e9
      {name: a, trial: {epochs: .inf}}                 | trial.epochs: must be an integer from 1 to 1000000, was .inf
      {name: a, data: {whiten: yes}}                   | data.whiten: must be true or false, was "yes"; write true
      {name: a, trial: {momentum: 50%}}                | trial.momentum: must be a number, was "50%"; write 0.5
      {name: a, trial: {momentum: "0,9"}}              | trial.momentum: must be a number, was "0,9"; write 0.9
      {name: a, trial: {momentum: 15e-1}}              | trial.momentum: must be from 0.0 to 1.0, was 15e-1
      {name: a, trial: {learning-rate: 0e0}}           | trial.learning-rate: must be > 0, was 0e0
      {name: a, trial: {learning-rate: {start: 1, decay: 11e-1}}} | trial.learning-rate.decay: must be > 0 and at most 1, was 11e-1
      {name: a, trial: {momentum: {loguniform: [1e-4, 1]}}} | must be a number, was a map {loguniform: [1e-4, 1]}
      {name: a, grid: {epochs: 5}}                     | grid.epochs: must be a list, was 5; write [5]
      {name: a, seeds: 1, sample: {trials: 3, learning-rate: {loguniform: [1e-4, 1]}}} | sample.learning-rate: names no distribution: did you mean "log-uniform", as in {log-uniform: [0.001, 1]}?
      {name: a, sample: {trials: 3, momentum: {log_uniform: [1e-4, 1]}}} | sample.momentum: names no distribution: did you mean "log-uniform"
      {name: a, sample: {trials: 3, momentum: {min: 0, max: 1}}} | did you mean "uniform"
      {name: a, sample: {trials: 3, momentum: {distribution: log_uniform_values, min: 0, max: 1}}} | did you mean "log-uniform"
      {name: a, sample: {trials: 3, momentum: {values: [0, 1]}}} | did you mean "choice"
      {name: a, sample: {trials: 3, epochs: {randint: [1, 5]}}} | did you mean "integer"
      {name: a, sample: {trials: 3, momentum: {normal: [0, 1]}}} | Known: uniform, log-uniform, integer, log-integer, choice
      {name: a, sample: {trials: 3, epochs: {uniform: [1, 5.5]}}} | must be an integer from -2147483648 to 2147483647, was 5.5
      {name: a, sample: {trials: 3, epochs: {uniform: [1e1, 5]}}} | must be [LEAST, MOST] with LEAST < MOST, was the list [1e1, 5]
      """)
  void isQuotedWithTheRemedy(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(InputException.class).hasMessageStartingWith("e.yaml: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"1e3,1000", "1e1,10", "1000.0,1000", "2E2,200", "0x10,16", "+5,5", "007,7"})
  void aWholeNumberIsOneHoweverItIsSpelt(String typed, int number) {
    assertThat(read("{name: a, trial: {epochs: " + typed + "}}").trials().get(0).get(Setting.EPOCHS)).isEqualTo(number);
  }

  @Test
  void theManifestHasNumbersThatReadAsTheSame() throws Exception {
    Map<String, Object> tree = YamlText.map("e.yaml", "{name: a, trial: {epochs: 1e1, momentum: .5, learning-rate: 0.10}}");
    String json = new ObjectMapper().writeValueAsString(tree);
    assertThat(json).isEqualTo("{\"name\":\"a\",\"trial\":{\"epochs\":10.0,\"momentum\":0.5,\"learning-rate\":0.1}}");
    assertThat(ExperimentFile.experiment("m", YamlText.map("m", json)))
        .hasToString(ExperimentFile.experiment("e.yaml", tree).toString());
  }

  @Test
  void blocksAreTextsOfOneLine() {
    Experiment experiment = read("""
        name: blocks
        question: >
          Do wide networks fit
          random labels?
        claims:
          - {metric: test_accuracy, at-least: 0.5, claim: "two \\n  lines "}
          - claim: |
              Half of the labels
              are right
            metric: test_accuracy
            at-least: 0.5
        published:
          - {metric: test_accuracy, where: {}, value: 0.9, source: "a\\n"}
        """);
    assertThat(experiment.question()).isEqualTo("Do wide networks fit random labels?");
    assertThat(experiment.claims()).extracting(Claim::text).containsExactly("two lines", "Half of the labels are right");
    assertThat(experiment.published().get(0).source()).isEqualTo("a");
  }

  @Test
  void aSearchDrawsWholeNumbersForIntegers() {
    List<Integer> drawn = read("{name: a, sample: {trials: 2000, mini-batch: {uniform: [16, 20]}, momentum: {uniform: [0, 1]}}}")
        .trials().stream().map(trial -> trial.get(Setting.MINI_BATCH)).toList();
    assertThat(drawn).containsOnly(16, 17, 18, 19, 20);
    assertThat(drawn.stream().filter(size -> size == 20).count()).isBetween(340L, 460L);
    assertThat(read("{name: a, sample: {trials: 2000, epochs: {log-uniform: [1, 100]}}}").trials())
        .allMatch(trial -> trial.get(Setting.EPOCHS) >= 1 && trial.get(Setting.EPOCHS) <= 100)
        .anyMatch(trial -> trial.get(Setting.EPOCHS) == 1);
  }

  @Test
  void samplesOfRealNumbersAreWhatTheyWere() {
    Trial trial = read("{name: a, sample: {trials: 3, momentum: {uniform: [0, 0.9]}, learning-rate: {start: {log-uniform: [0.001, 10]},"
        + " decay: {uniform: [0.8, 1]}}}}").trials().get(2);
    assertThat(trial.get(Setting.MOMENTUM) + " " + trial.get(Setting.LEARNING_RATE)).isEqualTo("0.6152993 LearningRate[start=0.020466458, decay=0.8941538]");
  }

  @Test
  void anAnchorMayBeUsedAsOftenAsOneLikes() {
    StringBuilder yaml = new StringBuilder("name: a\nclaims:\n");
    for (int i = 0; i < 200; i++) {
      yaml.append("  - {claim: c, metric: test_accuracy, at-least: 0.5, where: ").append(i == 0 ? "&w {label-corruption: 0}" : "*w").append("}\n");
    }
    assertThat(read(yaml.toString()).claims()).hasSize(200);
  }

  @Test
  void aliasesOfAliasesAreRefusedWhereTheyAreTooMany() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    assertThatThrownBy(() -> read(yaml.toString())).isInstanceOf(InputException.class)
        .hasMessageMatching("e\\.yaml:\\d+:\\d+: aliases stand for more than 100000 values; write fewer of them.*");
  }

  private static Experiment read(String yaml) {
    return ExperimentFile.experiment("e.yaml", YamlText.map("e.yaml", yaml));
  }
}
