package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rote.analysis.answers.Confusion;
import rote.analysis.metrics.Metric;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.harness.Fixtures;
import rote.harness.Sample;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/** What a group's answers to the test examples say. */
class ConfusionTableTest {
  @Test
  void countsAndAccuraciesAreMeansOverTheSeeds() {
    AnalysisTable table = table(answering("11111111", "11011110", "01111111")).get(0); // classes 3 and 8 in turn
    assertThat(table.headings()).containsExactly("class", "3", "8", "accuracy", "95 % interval");
    // 5/6 ± 4.303 sqrt(1/48) / sqrt(3) and 11/12 likewise, within 0 and 1
    assertThat(table.rows()).containsExactly(
        List.of("3", "3.3", "0.7", "0.833", "[0.475, 1.000]"), List.of("8", "0.3", "3.7", "0.917", "[0.558, 1.000]"));
  }

  @Test
  void classesHaveTheNamesOfTheTableInRowsAndColumns() {
    AnalysisTable table = table(answering("11101000"), List.of("ill", "well")).get(0);
    assertThat(table.headings()).containsExactly("class", "ill", "well", "accuracy", "95 % interval");
    assertThat(table.rows()).containsExactly(List.of("ill", "3", "1", "0.750", "-"), List.of("well", "3", "1", "0.250", "-"));
    assertThat(table(answering("1"), List.of("of", "another", "set")).get(0).headings()).startsWith("class", "3", "8");
  }

  @Test
  void theWorstClassIsTheOneAnsweredRightLeastOften() {
    TrialRecord record = answering("11101000").get(0); // three of four right of class 3, one of four of class 8
    assertThat(Metric.of(MetricName.WORST_CLASS_ACCURACY).reader().of(record.result())).hasValue(0.25);
    assertThat(Confusion.of(record.result()).orElseThrow().rightByImage())
        .containsExactly(true, true, true, false, true, false, false, false);
    TrialRecord without = Sample.completed(Trial.defaults(1), 1);
    assertThat(Metric.of(MetricName.WORST_CLASS_ACCURACY).reader().of(without.result())).isEmpty();
  }

  @Test
  void aClassWithoutTestImagesHasNoAccuracy() {
    List<TrialRecord> records = answering("1", "1"); // only of class 3
    assertThat(table(records).get(0).rows()).containsExactly(
        List.of("3", "1", "0", "1.000", "-"), List.of("8", "0", "0", "-", "-"));
    assertThat(Metric.of(MetricName.WORST_CLASS_ACCURACY).reader().of(records.get(0).result())).hasValue(1);
  }

  @Test
  void ofVeryManyClassesOnlyTheAccuraciesAreShown() {
    int classes = ConfusionTable.MAX_ANSWERS + 1;
    float[] labels = new float[classes];
    float[] counts = new float[classes * classes];
    for (int c = 0; c < classes; c++) {
      labels[c] = c;
      counts[c * classes + c] = 1;
    }
    TrialRecord record = Fixtures.with(Sample.completed(experiment(1).trials().get(0), 1), List.of(
        ProbeItem.bits(Probe.TEST_ANSWERS, "right", new boolean[classes]),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(classes, classes), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", labels)));
    AnalysisTable table = table(List.of(record)).get(0);
    assertThat(table.headings()).containsExactly("class", "accuracy", "95 % interval");
    assertThat(table.rows()).hasSize(classes).startsWith(List.of("0", "1.000", "-"));
  }

  @Test
  void balancedAccuracyCountsSmallClassesAsMuchAsLargeOnes() {
    float[] counts = {9, 1, 0, /**/ 1, 1, 0, /**/ 0, 0, 0}; // of ten and two images, and a class without any
    TrialRecord record = Fixtures.with(Sample.completed(experiment(1).trials().get(0), 1), List.of(
        ProbeItem.bits(Probe.TEST_ANSWERS, "right", new boolean[12]),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(3, 3), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", new float[] {0, 1, 2})));
    assertThat(Confusion.of(record.result()).orElseThrow().balanced().getAsDouble()).isEqualTo(0.7);
  }

  @Test
  void otherProbesHaveNoSuchTable() {
    TrialRecord record = Fixtures.probed(Sample.completed(experiment(1).trials().get(0), 1), 0.5f);
    assertThat(table(List.of(record))).isEmpty();
  }

  private static List<AnalysisTable> table(List<TrialRecord> records) {
    return table(records, List.of());
  }

  private static List<AnalysisTable> table(List<TrialRecord> records, List<String> names) {
    return ProbeTable.of(Groups.of(experiment(records.size()), records)).stream()
        .flatMap(probe -> ConfusionTable.of(probe, names, 10).stream()).toList();
  }

  private static List<TrialRecord> answering(String... right) {
    List<Trial> trials = experiment(right.length).trials();
    List<TrialRecord> records = new ArrayList<>();
    Arrays.stream(right).forEach(
        each -> records.add(Sample.answering(Sample.completed(trials.get(records.size()), 1), each)));
    return records;
  }

  private static Experiment experiment(int seeds) {
    return Sample.experiment(Map.of(), seeds);
  }
}
