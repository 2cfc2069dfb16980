package rote.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.analysis.answers.Confusion;
import rote.analysis.metrics.Metric;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.experiment.MetricName;
import rote.harness.Fixtures;
import rote.harness.Sample;
import rote.network.vector.VectorKernels;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;
import rote.trial.training.SoloTrainer;
import rote.trial.training.TrialRun;

/** What probes kept in each fold, in one record: folds need not have the same number of test examples. */
class FoldMeansTest {
  private static final Trial TRIAL = Trial.defaults(1).with(Setting.HIDDEN, List.of()).with(Setting.EPOCHS, 3);
  private static final int CLASSES = 5; // three binary digits

  @Test
  void answersOfUnequalFoldsAreJoinedExampleByExample() {
    TrialResult joined = joined(fold(1, new int[] {0, 1, 4, 4, 2}, new int[] {0, 4, 4, 3, 2}), fold(2, new int[] {3, 0}, new int[] {1, 0}),
        fold(3, new int[] {4, 1, 1}, new int[] {4, 1, 1}));
    ProbeItem answers = item(joined, "answers");
    assertThat(answers.shape()).containsExactly(3, 10);
    assertThat(IntStream.range(0, 10).map(answers::classAt)).containsExactly(0, 4, 4, 3, 2, /**/ 1, 0, /**/ 4, 1, 1);
    assertThat(answers).isEqualTo(ProbeItem.classes(Probe.TEST_ANSWERS, "answers", new byte[] {0, 4, 4, 3, 2, 1, 0, 4, 1, 1}, CLASSES));
    Confusion confusion = Confusion.of(joined).orElseThrow();
    assertThat(confusion.rightByImage()).containsExactly(true, false, true, false, true, /**/ false, true, /**/ true, true, true);
  }

  @Test
  void countsOfUnequalFoldsAreAddedUpAndBalancedAccuracyIsThatOfAllExamples() {
    TrialResult joined = joined(fold(1, new int[] {0, 1, 4, 4, 2}, new int[] {0, 4, 4, 3, 2}), fold(2, new int[] {3, 0}, new int[] {1, 0}),
        fold(3, new int[] {4, 1, 1}, new int[] {4, 1, 1}));
    assertThat(item(joined, "confusion").values()).containsExactly(2, 0, 0, 0, 0, /**/ 0, 2, 0, 0, 1, /**/ 0, 0, 1, 0, 0, /**/ 0, 1, 0, 0, 0,
        /**/ 0, 0, 0, 1, 2);
    assertThat(item(joined, "labels").values()).containsExactly(0, 1, 2, 3, 4);
    assertThat(Metric.of(MetricName.BALANCED_ACCURACY).reader().of(joined).orElseThrow())
        .as("the mean over classes of 2 of 2, 2 of 3, 1 of 1, 0 of 1 and 2 of 3").isCloseTo((1 + 2 / 3.0 + 1 + 0 + 2 / 3.0) / 5, within(1e-12));
  }

  @Test
  void scalesOfFeaturesAreAveraged() {
    TrialResult joined = joined(with(1, ProbeItem.row(Probe.FEATURE_SCALES, "means", new float[] {1, -2})),
        with(2, ProbeItem.row(Probe.FEATURE_SCALES, "means", new float[] {2, 0})));
    assertThat(joined.item(Probe.FEATURE_SCALES, "means").orElseThrow().values()).containsExactly(1.5f, -1);
  }

  /** 22 examples in folds of 8, 7 and 7: what is joined agrees with itself and with the data. */
  @Test
  void whatTrainedFoldsKeptFitsTogether() {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[22];
    byte[] labels = new byte[22];
    for (int e = 0; e < 22; e++) {
      labels[e] = (byte) (e % CLASSES);
      values[e] = labels[e] + (float) random.nextGaussian();
    }
    Dataset data = Dataset.ofTable("t.csv", Shape.ofFeatures(1), new Names(List.of("a"), List.of("v", "w", "x", "y", "z")),
        Examples.ofValues(values, labels), Examples.none());
    Trial whole = TRIAL.with(Setting.FOLDS, 3);
    SoloTrainer trainer = new SoloTrainer(new VectorKernels(), Probes.of(List.of(Probe.TEST_ANSWERS)), () -> 0);
    TrialRecord[] records = IntStream.rangeClosed(1, 3).mapToObj(fold -> whole.with(Setting.FOLD, fold))
        .map(trial -> Sample.record(trial, trainer.train(trial, data))).toArray(TrialRecord[]::new);
    TrialResult joined = joined(records);
    ProbeItem answers = item(joined, "answers");
    Confusion confusion = Confusion.of(joined).orElseThrow();
    float[] counts = new float[CLASSES * CLASSES];
    int at = 0;
    for (TrialRecord record : records) {
      Examples test = TrialRun.shaped(record.trial(), data).test();
      for (int e = 0; e < test.count(); e++, at++) {
        assertThat(answers.classAt(at)).isEqualTo(item(record.result(), "answers").classAt(e));
        assertThat(confusion.rightByImage()[at]).isEqualTo(answers.classAt(at) == test.labels()[e]);
        counts[test.labels()[e] * CLASSES + answers.classAt(at)]++;
      }
    }
    assertThat(at).isEqualTo(22);
    assertThat(item(joined, "confusion").values()).isEqualTo(counts);
  }

  private static TrialResult joined(TrialRecord... folds) {
    return FoldMeans.of(List.of(folds), folds.length).get(0).result();
  }

  private static ProbeItem item(TrialResult result, String name) {
    return result.item(Probe.TEST_ANSWERS, name).orElseThrow();
  }

  private static TrialRecord fold(int number, int[] labels, int[] answers) {
    byte[] row = new byte[answers.length];
    boolean[] right = new boolean[answers.length];
    float[] counts = new float[CLASSES * CLASSES];
    for (int e = 0; e < answers.length; e++) {
      row[e] = (byte) answers[e];
      right[e] = answers[e] == labels[e];
      counts[labels[e] * CLASSES + answers[e]]++;
    }
    return with(number, ProbeItem.classes(Probe.TEST_ANSWERS, "answers", row, CLASSES), ProbeItem.bits(Probe.TEST_ANSWERS, "right", right),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(CLASSES, CLASSES), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", new float[] {0, 1, 2, 3, 4}));
  }

  private static TrialRecord with(int fold, ProbeItem... items) {
    return Fixtures.with(Sample.completed(TRIAL.with(Setting.FOLDS, 3).with(Setting.FOLD, fold), 0.5), List.of(items));
  }
}
