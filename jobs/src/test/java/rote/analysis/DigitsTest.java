package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Numbers;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.report.Axis;
import rote.report.terminal.TextSummary;
import rote.trial.LearningRate;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/** Rounding makes no two things look the same that stand beside each other. */
class DigitsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0.999 0.9995 0.9999             | 0.999 0.9995 0.9999
      0.9 0.9995                      | 0.9 0.9995
      1 0.1 0.00001 1E-7 1E+38        | 1 0.1 0.00001 1e-7 1e38
      0.038746532 0.51234567          | 0.0387 0.512
      0.038746532 0.038751234         | 0.0387 0.0388
      0.038746532 0.038746551         | 0.0387465 0.0387466
      0.99971234 0.51234567           | 0.9997 0.5123
      1000001 1000002                 | 1000001 1000002
      1234567890 2.5                  | 1.23456789e9 2.5
      3.4028235E+38 1.17549435E-38    | 3.4028235e38 1.18e-38
      """)
  void aSettingsValuesAreToldApart(String values, String texts) {
    List<String> written = Digits.ofSettings(Stream.of(values.split(" ")).map(BigDecimal::new).toList());
    assertThat(written).doesNotHaveDuplicates();
    assertThat(String.join(" ", written)).isEqualTo(texts);
  }

  @Test
  void everyPlaceOfTheReportTellsSettingsApart() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LEARNING_RATE, List.of(new LearningRate(0.1f, 0.999f), new LearningRate(0.1f, 0.9995f),
        new LearningRate(0.1f, 0.9999f)));
    grid.put(Setting.MOMENTUM, List.of(0.999f, 0.9995f));
    Experiment experiment = Sample.experiment(grid, 1);
    Groups groups = Groups.of(experiment, List.of());
    assertThat(Axis.of(groups)).extracting(Axis::values)
        .containsExactly(List.of("0.999", "0.9995", "0.9999"), List.of("0.999", "0.9995"));
    assertThat(TextSummary.of(Analysis.of(experiment, List.of()))).contains("0.1 x 0.9995 an epoch", "0.1 x 0.9999 an epoch");
    assertThat(Words.where(Sample.where(Map.of("learning-rate", Map.of("start", 0.1, "decay", 0.9))))).isEqualTo("learning rate 0.1 x 0.9 an epoch");
    assertThat(Words.where(Sample.where(Map.of("learning-rate", 1e38)))).isEqualTo("learning rate 1e38");
  }

  @Test
  void aSearchWritesLargeAndNearNumbersInFull() {
    Experiment plain = Sample.experiment(Map.of(Setting.LEARNING_RATE,
        List.of(new LearningRate(1e38f, 1), new LearningRate(1e-7f, 0.9995f))), 1);
    Experiment search = new Experiment(plain.name(), plain.question(), plain.data(), plain.sweep(),
        Optional.of(new FollowUp(FollowUp.BestBy.VALIDATION_ACCURACY, 2)), List.of(), List.of(), List.of(), List.of());
    assertThat(AnalysisTable.of(Groups.of(search, List.of())).get(0).rows()).extracting(row -> row.get(1).replace(" *", ""))
        .containsExactly("1e-7", "1e38", "0.9995", "1");
  }

  @Test
  void anAccuracyDoesNotLookLikeTheBoundThatItMisses() {
    assertThat(evidence(0.9596, 0.96)).contains("training accuracy 0.9596, ");
    assertThat(evidence(0.96004, 0.96)).contains("training accuracy 0.96004, ");
    assertThat(evidence(0.95, 0.96)).contains("training accuracy 0.950, ");
    assertThat(evidence(0.96, 0.96)).contains("training accuracy 0.960, ");
  }

  @Test
  void aDifferenceDoesNotLookLikeNone() {
    Experiment experiment = Sample.claiming(6, new Claim("higher", MetricName.FINAL_TRAINING_ACCURACY, Sample.where(Map.of("label-corruption", 0.0)),
        new Relation.Difference(Sample.where(Map.of("label-corruption", 1.0)), Relation.Form.ABOVE)));
    List<TrialRecord> records = experiment.trials().stream()
        .map(t -> Sample.completed(t, 0.5 + t.seed() * 1e-2 + (t.get(Setting.LABEL_CORRUPTION) == 0 ? 2e-4 : 0))).toList();
    Verdict verdict = Verdicts.of(Groups.of(experiment, records)).get(0);
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(verdict.evidence()).contains("differs by +0.0002, 95 % interval [+0.0002, +0.0002]");
  }

  @Test
  void aPValueDoesNotLookLikeTheLevel() {
    assertThat(List.of(0.0503, 0.04996, 0.05, 0.031, 0.0496, 1.0, 0.0004)).extracting(Numbers::p)
        .containsExactly("0.0503", "0.04996", "0.050", "0.031", "0.0496", "1.000", "< 0.001");
  }

  @Test
  void theHighestDoesNotLookLikeTheLowest() {
    Experiment experiment = Sample.trueAndRandom(1);
    List<TrialRecord> records = experiment.trials().stream()
        .map(t -> Sample.completed(t, 0.5 + t.get(Setting.LABEL_CORRUPTION) * 1e-4)).toList();
    assertThat(Analysis.of(experiment, records).keyFigures()).extracting(KeyFigure::number)
        .startsWith("0.4501", "0.4500");
  }

  @Test
  void aPublishedFigureIsWrittenAsTheFileHasIt() {
    Experiment experiment = Sample.trueAndRandom(1, Sample.published("training_accuracy", 0.9596, "label-corruption", 0));
    List<TrialRecord> records = experiment.trials().stream().map(t -> Sample.completed(t, 0.96)).toList();
    PublishedFigure figure = PublishedFigures.of(Groups.of(experiment, records)).get(0);
    assertThat(List.of(figure.publishedText(), figure.measuredText(), figure.differenceText()))
        .containsExactly("0.9596", "0.9600", "+0.0004");
  }

  private static String evidence(double accuracy, double bound) {
    Experiment experiment = Sample.claiming(List.of(0f), 3,
        new Claim("enough", MetricName.FINAL_TRAINING_ACCURACY, Conditions.NONE, new Relation.Range(bound, 1)));
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) {
      records.add(Sample.completed(trial, accuracy));
    }
    return Verdicts.of(Groups.of(experiment, records)).get(0).evidence();
  }
}
