package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.FollowUp.BestBy;
import rote.harness.Sample;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class AnalysisTableTest {
  @Test
  void theFrontierIsTheLargestTrainingSetThatIsFitted() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.TRAINING_EXAMPLES, List.of(100, 200, 400));
    grid.put(Setting.HIDDEN, List.of(List.of(2), List.of(16)));
    Experiment experiment = Sample.experiment(grid, 2);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, fitted(trial))).toList();
    assertThat(AnalysisTable.of(Groups.of(experiment, records))).singleElement().satisfies(frontier -> {
      assertThat(frontier.headings()).containsExactly("hidden", "weights", "labels by the theorem", "largest n fitted", "of n up to");
      assertThat(frontier.rows()).containsExactly( // 2 (784 + 1) + 10 (2 + 1) weights; (1600 - 784) / 2 labels
          List.of("[2]", "1600", "408", "< 100", "400"), List.of("[16]", "12730", "5973", "200", "400"));
    });
    assertThat(Sample.page(experiment, records)).contains("<h3>How many examples are fitted</h3>",
        "<tr><td>[16]</td><td>12730</td><td>5973</td><td>200</td><td>400</td></tr>");
  }

  @Test
  void theFrontierIsNoHoleFurtherOn() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.TRAINING_EXAMPLES, List.of(100, 200, 400));
    grid.put(Setting.HIDDEN, List.of(List.of(2), List.of(16)));
    Experiment experiment = Sample.experiment(grid, 2);
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.get(Setting.TRAINING_EXAMPLES) == 200 ? 0.9 : 1)).toList();
    assertThat(AnalysisTable.of(Groups.of(experiment, records)).get(0).rows()).extracting(row -> row.get(3)).containsOnly("100");
  }

  /** Widths 1 to 16 cost 1, 2, 4, 3, 1 with noise, where the last two are fitted, and ever less without. */
  @Test
  void thePeakOfTheTestCostIsShownBesideTheWidthThatFits() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.HIDDEN, List.of(List.of(16), List.of(8), List.of(4), List.of(2), List.of(1), List.of(4, 4)));
    grid.put(Setting.LABEL_CORRUPTION, List.of(0f, 0.5f));
    Experiment experiment = Sample.experiment(grid, 8);
    Map<Integer, Double> costs = Map.of(1, 1.0, 2, 2.0, 4, 4.0, 8, 3.0, 16, 1.0);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> {
      int width = trial.get(Setting.HIDDEN).get(0);
      boolean noisy = trial.get(Setting.LABEL_CORRUPTION) > 0;
      Measure training = new Measure(0, width >= 8 ? 1 : 0.5);
      Measure test = new Measure(noisy ? costs.get(width) : 1.0 / width, 0.5);
      return Sample.record(trial, new TrialResult(
          Status.COMPLETED, new Curve(List.of(new EpochRow(0, training, null, test, 0))), 0, 1, null));
    }).toList();
    assertThat(AnalysisTable.of(Groups.of(experiment, records))).singleElement().satisfies(peak -> {
      assertThat(peak.headings()).containsExactly("label corruption", "width at the peak", "test cost there", "narrowest", "widest",
          "fitted from width");
      assertThat(peak.rows()).containsExactly(List.of("0.5", "4", "4.000 [4.000, 4.000]", "1.000", "1.000", "8"));
    });
  }

  @Test
  void whatIsNotSweptHasNoFrontier() {
    assertThat(AnalysisTable.of(Groups.of(Sample.trueAndRandom(2), List.of()))).isEmpty();
  }

  @Test
  void aSearchSaysHowItsAccuracyGoesWithEachSetting() {
    Experiment plain = Sample.experiment(Map.of(Setting.MINI_BATCH, List.of(8, 16, 32), Setting.MOMENTUM, List.of(0f, 0.5f)), 1);
    Experiment search = new Experiment(plain.name(), plain.question(), plain.data(), plain.sweep(),
        Optional.of(new FollowUp(BestBy.VALIDATION_ACCURACY, 2)), List.of(), List.of(), List.of(), List.of());
    List<TrialRecord> records = search.trials().stream().map(AnalysisTableTest::validated).toList();
    AnalysisTable owed = AnalysisTable.of(Groups.of(search, records)).get(0);
    assertThat(owed.headings()).containsExactly("setting", "value", "n", "median", "best");
    assertThat(owed.rows()).containsExactly(
        List.of("mini batch", "8 *", "2", "0.925", "0.950"), List.of("mini batch", "16", "2", "0.825", "0.850"),
        List.of("mini batch", "32", "2", "0.625", "0.650"),
        List.of("momentum", "0", "3", "0.800", "0.900"), List.of("momentum", "0.5 *", "3", "0.850", "0.950"));
    assertThat(owed.toString()).contains("Validation accuracy by setting").contains("8 *");
  }

  /** A rate that diverges is worth 0; one that nobody has trained yet says nothing. */
  @Test
  void whatIsNotRecordedYetIsNoAccuracyOfZero() {
    Experiment plain = Sample.experiment(Map.of(Setting.MINI_BATCH, List.of(8, 16), Setting.MOMENTUM, List.of(0f, 0.5f, 0.9f)), 1);
    Experiment search = new Experiment(plain.name(), plain.question(), plain.data(), plain.sweep(),
        Optional.of(new FollowUp(BestBy.VALIDATION_ACCURACY, 2)), List.of(), List.of(), List.of(), List.of());
    List<TrialRecord> records = search.trials().stream()
        .filter(trial -> trial.get(Setting.MOMENTUM) < 0.9f && trial.get(Setting.MINI_BATCH) == 8)
        .map(trial -> trial.get(Setting.MOMENTUM) == 0 ? validated(trial) : Sample.diverged(trial, 0.1)).toList();
    assertThat(AnalysisTable.of(Groups.of(search, records)).get(0).rows()).containsExactly(
        List.of("mini batch", "8", "2", "0.450", "0.900"), List.of("mini batch", "16", "0", "-", "-"),
        List.of("momentum", "0", "1", "0.900", "0.900"), List.of("momentum", "0.5", "1", "0.000", "0.000"),
        List.of("momentum", "0.9", "0", "-", "-"));
  }

  private static double fitted(Trial trial) {
    return trial.get(Setting.HIDDEN).get(0) == 16 && trial.get(Setting.TRAINING_EXAMPLES) <= 200 ? 1 : 0.5;
  }

  /** 0.9 with the smallest mini-batch and no momentum, which is worth 0.05. */
  private static TrialRecord validated(Trial trial) {
    double accuracy = 1 - trial.get(Setting.MINI_BATCH) / 80.0 + trial.get(Setting.MOMENTUM) / 10;
    Measure measure = new Measure(1 - accuracy, accuracy);
    Curve curve = new Curve(List.of(new EpochRow(0, measure, measure, measure, 0)));
    return Sample.record(trial, new TrialResult(Status.COMPLETED, curve, 0, 1, null));
  }
}
