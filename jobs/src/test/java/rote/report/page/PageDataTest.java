package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.analysis.Analysis;
import rote.analysis.Groups;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.experiment.Sweep;
import rote.harness.Sample;
import rote.report.Axis;
import rote.report.AxisLines;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class PageDataTest {
  private static final double[][] CURVES = {{0.1, 0.5, 0.9}, {0.2, 0.6, 0.7, 0.995}, {0.15, 0.4}};

  @Test
  void saysByEpochWhatTheRecordsSay() throws Exception {
    JsonNode data = data(three());
    JsonNode accuracy = data.at("/curves/training_accuracy");
    for (int epoch = 0; epoch < 4; epoch++) {
      double sum = 0;
      double squares = 0;
      int running = 0;
      for (double[] curve : CURVES) {
        double value = curve[Math.min(epoch, curve.length - 1)]; // the last value stands for what comes after
        sum += value;
        squares += value * value;
        running += epoch < curve.length ? 1 : 0;
      }
      double deviation = Math.sqrt((squares - sum * sum / 3) / 2);
      assertThat(accuracy.at("/mean/0/" + epoch).asDouble()).isCloseTo(sum / 3, within(1e-6));
      assertThat(accuracy.at("/deviation/0/" + epoch).asDouble()).isCloseTo(deviation, within(1e-6));
      assertThat(data.at("/curves/running/0/" + epoch).asInt()).isEqualTo(running);
    }
    assertThat(data.at("/curves/epochs")).hasSize(4);
    assertThat(data.at("/curves/reach/0").asDouble()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-5)); // t(2) of 97.5 %
    assertThat(data.at("/curves/seeds/test_accuracy/1/3").asDouble()).isCloseTo(0.995 * 0.9, within(1e-6));
  }

  @Test
  void saysOfGroupsAndTrialsWhatTheRecordsSay() throws Exception {
    JsonNode data = data(three());
    JsonNode test = data.at("/groups/metrics/final_test_accuracy");
    assertThat(test.at("/n/0").asInt()).isEqualTo(3);
    assertThat(test.at("/mean/0").asDouble()).isCloseTo((0.9 + 0.995 + 0.4) * 0.9 / 3, within(1e-6));
    double deviation = test.at("/deviation/0").asDouble();
    assertThat(test.at("/interval/0").asDouble()).isCloseTo(4.302653 / Math.sqrt(3) * deviation, within(1e-5));
    assertThat(data.at("/groups/metrics/fit_epoch/n/0").asInt()).isEqualTo(1); // the others never fitted
    assertThat(data.at("/trials/metrics/final_test_accuracy/2").asDouble()).isCloseTo(0.36, within(1e-6));
    assertThat(data.at("/trials/metrics/fit_epoch/0").isNull()).isTrue();
    assertThat(data.at("/metrics").findValuesAsText("id")).doesNotContain("final_validation_accuracy");
  }

  @Test
  void hasIntervalsOverTestImagesWhereAnswersAreKept() throws Exception {
    Experiment experiment = Sample.trueAndRandom(2);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> trial.get(Setting.LABEL_CORRUPTION) > 0
        ? Sample.completed(trial, 1) : Sample.answering(Sample.completed(trial, 1), trial.seed() == 1 ? "1100" : "1110")).toList();
    JsonNode metrics = PageTest.data(Sample.page(experiment, records)).at("/groups/metrics");
    assertThat(metrics.at("/final_test_accuracy/overImages/0").asDouble()).isCloseTo(
        Groups.of(experiment, records).all().get(0).overTestImages().map(of -> of.high() - of.mean()).orElseThrow(), within(1e-5));
    assertThat(metrics.at("/final_test_accuracy/overImages/1").isNull()).isTrue();
    assertThat(metrics.at("/final_training_accuracy/overImages").isMissingNode()).isTrue();
    JsonNode plain = PageTest.data(Sample.page(experiment, completed(experiment)));
    assertThat(plain.at("/groups/metrics/final_test_accuracy").has("interval")).isTrue();
    assertThat(plain.at("/groups/metrics/final_test_accuracy").has("overImages")).isFalse();
  }

  @Test
  void showsFirstWhatMostClaimsAreAbout() throws Exception {
    assertThat(about()).isEqualTo("test_accuracy");
    assertThat(about("fit_epoch", "training_accuracy")).isEqualTo("training_accuracy");
    assertThat(about("test_cost_spread", "test_cost", "training_accuracy")).isEqualTo("test_cost");
    assertThat(about("test_accuracy_drop", "training_cost")).isEqualTo("test_accuracy");
    assertThat(about("validation_cost")).as("what is not measured").isEqualTo("test_accuracy");
  }

  @Test
  void leavesOutSpreadsOfSingleSeeds() throws Exception {
    Experiment single = Sample.trueAndRandom(1);
    JsonNode data = PageTest.data(Sample.page(single, completed(single)));
    assertThat(data.at("/groups/metrics/final_test_accuracy/mean")).hasSize(2);
    assertThat(data.at("/groups/metrics/final_test_accuracy/deviation").isMissingNode()).isTrue();
    assertThat(data.at("/curves/test_accuracy/deviation/1")).isEmpty();
    assertThat(data.at("/curves/test_accuracy/mean/1")).hasSize(2);
  }

  @Test
  void ordersNumbersAndKeepsKindsAsPlanned() {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LABEL_CORRUPTION, List.of(1f, 0f, 0.5f));
    grid.put(Setting.HIDDEN, List.of(List.of(64), List.of(16, 16)));
    List<Axis> axes = Axis.of(Groups.of(Sample.experiment(grid, 1), List.of()));
    assertThat(axes).extracting(Axis::key).containsExactly("hidden", "label-corruption");
    assertThat(axes.get(0).values()).containsExactly("[64]", "[16, 16]");
    assertThat(axes.get(0).numbers()).isEmpty();
    assertThat(axes.get(1).numbers()).containsExactly(0.0, 0.5, 1.0);
    assertThat(axes.get(1).of()).containsExactly(2, 2, 0, 0, 1, 1);
  }

  @Test
  void decidesOnceHowAxesAreDrawn() throws Exception {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.WEIGHT_DECAY, List.of(0.1f, 0.2f, 0.5f, 1f));
    grid.put(Setting.MOMENTUM, List.of(0.1f, 0.5f, 0.9f));
    JsonNode data = data(Sample.experiment(grid, 1));
    assertThat(data.at("/axes").findValuesAsText("key")).containsExactly("momentum", "weight-decay");
    assertThat(data.at("/axes").findValuesAsText("log")).containsExactly("false", "true"); // ratios of 9 and 10
    assertThat(data.at("/axes").findValuesAsText("ordered")).containsExactly("false", "true"); // three numbers and four
    assertThat(data.at("/scattered").asBoolean()).isFalse();
    assertThat(data.at("/ramp/0").asText()).isEqualTo("#440154");
    AxisLines notebook = AxisLines.of(Groups.of(Sample.experiment(grid, 1), List.of())).orElseThrow();
    assertThat(notebook.logarithmic()).isTrue();
    assertThat(notebook.joined()).isTrue();
  }

  @Test
  void knowsWhenGroupsAreScattered() throws Exception {
    Sweep random = new Sweep(Trial.defaults(1), List.of(Map.of()), IntStream.range(1, 6).<Map<Setting<?>, Object>>mapToObj(i ->
        Map.of(Setting.WEIGHT_DECAY, i / 10f, Setting.MOMENTUM, i / 7f)).toList(), List.of(1L));
    Experiment experiment = new Experiment("random", "", "pen-digits", random, List.of(), List.of());
    assertThat(data(experiment).at("/scattered").asBoolean()).isTrue();
    assertThat(AxisLines.of(Groups.of(experiment, List.of())).orElseThrow().joined()).isFalse();
  }

  /** Some trials hold examples out for validation, and some do not. */
  @Test
  void aGroupThatHasNotMeasuredASetHasNoCurveOfIt() throws Exception {
    Experiment experiment = Sample.experiment(Map.of(Setting.VALIDATION_EXAMPLES, List.of(0, 200)), 2);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> {
      TrialRecord record = Sample.completed(trial, 0.1, 0.5);
      List<EpochRow> rows = record.result().curve().rows().stream().map(row -> new EpochRow(row.epoch(), row.training(),
          trial.get(Setting.VALIDATION_EXAMPLES) == 0 ? null : row.test(), row.test(), row.seconds())).toList();
      return Sample.record(trial, new TrialResult(Status.COMPLETED, new Curve(rows), 0, 1, null));
    }).toList();
    JsonNode means = PageTest.data(Sample.page(experiment, records)).at("/curves/validation_accuracy/mean");
    assertThat(means.get(0)).allMatch(JsonNode::isNull);
    assertThat(means.get(1)).noneMatch(JsonNode::isNull).isNotEmpty();
  }

  private static JsonNode data(Experiment experiment) throws Exception {
    return new ObjectMapper().readTree(PageData.json(Analysis.of(experiment, List.of()), Sample.FACTS));
  }

  private static String about(String... metrics) throws Exception {
    Claim[] claims = Stream.of(metrics).map(metric -> new Claim("a claim", MetricName.named(metric).orElseThrow(), Conditions.NONE,
            new Relation.Range(0, 1)))
        .toArray(Claim[]::new);
    Experiment experiment = Sample.claiming(1, claims);
    String html = Sample.page(experiment, completed(experiment));
    return PageTest.data(html).at("/about").asText();
  }

  private static List<TrialRecord> completed(Experiment experiment) {
    return experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, 1)).toList();
  }

  private static JsonNode data(List<TrialRecord> records) throws Exception {
    Analysis analysis = Analysis.of(Sample.experiment(Map.of(), 3), records);
    return new ObjectMapper().readTree(PageData.json(analysis, Sample.FACTS));
  }

  private static List<TrialRecord> three() {
    List<Trial> trials = Sample.experiment(Map.of(), 3).trials();
    List<TrialRecord> records = new ArrayList<>();
    for (int t = 0; t < CURVES.length; t++) {
      records.add(Sample.completed(trials.get(t), CURVES[t]));
    }
    return records;
  }
}
