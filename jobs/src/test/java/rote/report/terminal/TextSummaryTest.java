package rote.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rote.analysis.Analysis;
import rote.experiment.Experiment;
import rote.harness.Sample;
import rote.trial.Setting;
import rote.trial.TrialRecord;

class TextSummaryTest {
  @Test
  void isATableAndThePublishedFigures() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.HIDDEN, List.of(List.of(16, 16), List.of(256)));
    grid.put(Setting.LABEL_CORRUPTION, List.of(0f, 1f));
    Experiment experiment = Sample.experiment(grid, 2,
        Sample.published("test_accuracy", 0.96, "label-corruption", 0, "hidden", List.of(256)),
        Sample.published("test_accuracy", 0.1, "dataset", "mnist", "label-corruption", 1.0));
    List<TrialRecord> records = experiment.trials().stream()
        .map(t -> Sample.completed(t, 0.1, 0.98 + t.seed() * 0.005 - t.get(Setting.LABEL_CORRUPTION) / 10))
        .toList();

    assertThat(TextSummary.of(Analysis.of(experiment, records))).isEqualTo("""
        Does it fit?
        8 trials on pen-digits: 4 groups of 2 seeds (1, 2); all completed.

          hidden  label corruption  n  training accuracy  test accuracy [95 % interval]       fit epoch  test cost
        --------  ----------------  -  -----------------  -----------------------------  --------------  ---------
        [16, 16]                 0  2      0.988 ± 0.004  0.889 ± 0.003 [0.860, 0.917]   ≥ 1.0 (1 of 2)     0.1113
        [16, 16]                 1  2      0.887 ± 0.004  0.799 ± 0.003 [0.770, 0.827]   never (0 of 2)     0.2013
           [256]                 0  2      0.988 ± 0.004  0.889 ± 0.003 [0.860, 0.917]   ≥ 1.0 (1 of 2)     0.1113
           [256]                 1  2      0.887 ± 0.004  0.799 ± 0.003 [0.770, 0.827]   never (0 of 2)     0.2013

        published figures                  of             measured [95 % of further results]  published  difference  source
        ---------------------------------  -------------  ----------------------------------  ---------  ----------  ---------
        hidden [256] · label corruption 0  test accuracy  0.889 [0.839, 0.938]                    0.960      -0.071  A. Author

        not measured here:
          test accuracy 0.100 for dataset mnist · label corruption 1 (A. Author)
        """);
  }

  @Test
  void countsWhatDidNotComplete() {
    Experiment experiment = Sample.trueAndRandom(3);
    List<TrialRecord> records = List.of(
        Sample.completed(experiment.trials().get(0), 0.1, 1), Sample.failed(experiment.trials().get(1), "boom"));
    assertThat(TextSummary.of(Analysis.of(experiment, records)))
        .contains("1 completed, 1 failed, 4 to do.", "1 completed, 1 failed, 1 to do\n", "3 to do\n", "0.900 ± - -");
  }

  @Test
  void letsNothingSteerTheTerminal() {
    assertThat(TextTable.printable("a\u001b[2Jb\nc\u202ed")).isEqualTo("a?[2Jb?c?d");
  }
}
