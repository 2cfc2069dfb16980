package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.item;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.LabelNoise;
import rote.data.catalog.Catalog;
import rote.experiment.MetricName;
import rote.network.Cost;
import rote.network.Measure;
import rote.network.ReferenceKernels;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.SoloTrainer;

/** How examples with true and with wrong labels are answered, epoch by epoch. */
class LearningOrderTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial TRIAL = Trial.defaults(4).with(Setting.TRAINING_EXAMPLES, 200)
      .with(Setting.VALIDATION_EXAMPLES, 50).with(Setting.COST, Cost.CROSS_ENTROPY).with(Setting.EPOCHS, 12)
      .with(Setting.LEARNING_RATE, new LearningRate(0.3f, 0.9f)).with(Setting.MOMENTUM, 0.5f)
      .with(Setting.TRAINING_SHARE, 0.6f).with(Setting.NOISE_EXAMPLES, 30).with(Setting.LABEL_CORRUPTION, 0.4f);

  @Test
  void bothKindsOfExamplesTogetherAreTheTrainingAccuracyOfEveryEpoch() {
    TrialResult result = result(TRIAL);
    double wrong = result.changedLabels();
    assertThat(wrong).isBetween(0.2, 0.5);
    assertThat(result.curve().rows()).hasSize(13);
    for (EpochRow row : result.curve().rows()) {
      assertThat((1 - wrong) * share(result, "clean", row) + wrong * share(result, "wrong-as-told", row))
          .as("epoch " + row.epoch()).isCloseTo(row.training().accuracy(), offset(1e-6));
    }
  }

  @Test
  void wrongLabelsAreAlsoJudgedByTheTrueClass() {
    Trial all = TRIAL.with(Setting.LABEL_CORRUPTION, 1f).with(Setting.LABEL_NOISE, LabelNoise.WRONG_CLASS)
        .with(Setting.TRAINING_SHARE, 1f).with(Setting.NOISE_EXAMPLES, 0).with(Setting.VALIDATION_EXAMPLES, 0);
    Examples few = new Examples(Arrays.copyOf(DIGITS.training().pixels(), 200 * 784),
        Arrays.copyOf(DIGITS.training().labels(), 200));
    Dataset tested = new Dataset("same", DIGITS.shape(), 10, few, few); // so that the test accuracy is by true labels
    TrialResult result = new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(Probe.LEARNING_ORDER)), () -> 0)
        .train(all, tested);
    assertThat(result.changedLabels()).isEqualTo(1);
    assertThat(result.probes()).extracting(ProbeItem::name).as("no clean example").containsExactly("wrong-as-true", "wrong-as-told");
    for (EpochRow row : result.curve().rows()) {
      assertThat(share(result, "wrong-as-true", row)).isCloseTo(row.test().accuracy(), offset(1e-6));
      assertThat(share(result, "wrong-as-told", row)).isCloseTo(row.training().accuracy(), offset(1e-6));
    }
  }

  @Test
  void withTrueLabelsThereIsOnlyOneRow() {
    TrialResult result = result(TRIAL.with(Setting.LABEL_CORRUPTION, 0f));
    assertThat(result.probes()).extracting(ProbeItem::name).containsExactly("clean");
    assertThat(metric(MetricName.TRUE_LEAD_AT_END, result)).isNaN();
    assertThat(metric(MetricName.CLEAN_AT_TEST_PEAK, result)).isBetween(0.1, 1.0);
  }

  @Test
  void metricsAreReadAtTheFirstPeakOfTheTestAccuracyAndAtTheEnd() {
    float[] clean = {0.1f, 0.8f, 0.9f, 1f};
    float[] asTrue = {0.1f, 0.7f, 0.6f, 0.25f};
    float[] asTold = {0.1f, 0.2f, 0.3f, 0.75f};
    double[] test = {0.1, 0.6, 0.6, 0.4};
    List<EpochRow> rows = IntStream.range(0, 4)
        .mapToObj(e -> new EpochRow(e, new Measure(1, 0.5), null, new Measure(1, test[e]), 0)).toList();
    TrialResult result = new TrialResult(Status.COMPLETED, new Curve(rows), 0.4, 0, null, List.of(
        ProbeItem.row(Probe.LEARNING_ORDER, "clean", clean), ProbeItem.row(Probe.LEARNING_ORDER, "wrong-as-true", asTrue),
        ProbeItem.row(Probe.LEARNING_ORDER, "wrong-as-told", asTold)));
    assertThat(metric(MetricName.CLEAN_AT_TEST_PEAK, result)).isEqualTo(0.8f);
    assertThat(metric(MetricName.WRONG_AS_TRUE_AT_TEST_PEAK, result)).isEqualTo(0.7f);
    assertThat(metric(MetricName.WRONG_AS_TOLD_AT_TEST_PEAK, result)).isEqualTo(0.2f);
    assertThat(metric(MetricName.TRUE_LEAD_AT_TEST_PEAK, result)).isCloseTo(0.5, offset(1e-7));
    assertThat(metric(MetricName.WRONG_AS_TRUE_AT_END, result)).isEqualTo(0.25);
    assertThat(metric(MetricName.WRONG_AS_TOLD_AT_END, result)).isEqualTo(0.75);
    assertThat(metric(MetricName.TRUE_LEAD_AT_END, result)).isEqualTo(-0.5);
  }

  private static TrialResult result(Trial trial) {
    return new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(Probe.LEARNING_ORDER)), () -> 0).train(trial, DIGITS);
  }

  private static double share(TrialResult result, String name, EpochRow row) {
    return item(result.probes(), name).values()[row.epoch()];
  }

  private static double metric(MetricName name, TrialResult result) {
    return Metric.of(name).reader().of(result).orElse(Double.NaN);
  }
}
