package rote.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.experiment.Sweep;
import rote.files.yaml.YamlNode;
import rote.network.Measure;
import rote.report.page.Page;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Experiments and records made up for the tests of this package. */
public final class Sample {
  public static final PageFacts FACTS = new PageFacts(10, Map.of(), List.of(), "experiments/sample.yaml");

  private Sample() {}

  public static Experiment experiment(Map<Setting<?>, List<Object>> grid, int seeds, PublishedValue... published) {
    List<Long> numbers = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      numbers.add(seed);
    }
    return new Experiment("sample", "Does it fit?", "pen-digits", Sweep.of(Trial.defaults(1), List.of(grid), numbers),
        List.of(), List.of(published));
  }

  /** Label corruption 0 and 1, with claims about it. */
  public static Experiment claiming(int seeds, Claim... claims) {
    return claiming(List.of(0f, 1f), seeds, claims);
  }

  public static Experiment claiming(List<Object> labelCorruptions, int seeds, Claim... claims) {
    Experiment plain = experiment(Map.of(Setting.LABEL_CORRUPTION, labelCorruptions), seeds);
    return new Experiment(plain.name(), plain.question(), plain.dataset(), plain.sweep(), List.of(claims), List.of());
  }

  /** Label corruption 0 and 1. */
  public static Experiment trueAndRandom(int seeds, PublishedValue... published) {
    return experiment(Map.of(Setting.LABEL_CORRUPTION, List.of(0f, 1f)), seeds, published);
  }

  /** Conditions as a file writes them. */
  public static Conditions where(Map<String, Object> plain) {
    return Conditions.read(new YamlNode("sample", "where", plain));
  }

  public static PublishedValue published(String metric, double value, Object... where) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (int i = 0; i < where.length; i += 2) {
      conditions.put((String) where[i], where[i + 1]);
    }
    return new PublishedValue(where(conditions), MetricName.named(metric).orElseThrow(), value, "A. Author");
  }

  /** A page without facts and without pictures of training examples. */
  public static String page(Experiment experiment, List<TrialRecord> records) {
    return Page.html(Analysis.of(experiment, records), FACTS, List.of());
  }

  public static TrialRecord completed(Trial trial, double... trainingAccuracies) {
    return record(trial, new TrialResult(Status.COMPLETED, curve(trainingAccuracies), 0.25, 1.5, null));
  }

  public static TrialRecord diverged(Trial trial, double... trainingAccuracies) {
    return record(trial, new TrialResult(Status.DIVERGED, curve(trainingAccuracies), 0.25, 1.5, null));
  }

  public static TrialRecord failed(Trial trial, String error) {
    return record(trial, new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0.1, error));
  }

  public static TrialRecord record(Trial trial, TrialResult result) {
    return new TrialRecord("t" + trial.seed(), "sample", "pen-digits", trial, result, 0, "localhost");
  }

  /**
   * The same record with answers to test images of two classes in turn, labelled 3 and 8, as the probe keeps them.
   *
   * @param right 1 for each image that is answered right, 0 for the others
   */
  public static TrialRecord answering(TrialRecord record, String right) {
    boolean[] bits = new boolean[right.length()];
    float[] counts = new float[4];
    for (int e = 0; e < bits.length; e++) {
      bits[e] = right.charAt(e) == '1';
      counts[bits[e] ? e % 2 * 3 : 1 + e % 2]++;
    }
    return Fixtures.with(record, List.of(ProbeItem.bits(Probe.TEST_ANSWERS, "right", bits),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(2, 2), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", new float[] {3, 8})));
  }

  /** Test accuracy is nine tenths of the training accuracy; a cost is what an accuracy leaves of 1. */
  public static Curve curve(double... trainingAccuracies) {
    List<EpochRow> rows = new ArrayList<>();
    for (double accuracy : trainingAccuracies) {
      rows.add(row(rows.size(), accuracy, accuracy * 0.9));
    }
    return new Curve(rows);
  }

  public static EpochRow row(int epoch, double training, double test) {
    return new EpochRow(epoch, new Measure(1 - training, training), null, new Measure(1 - test, test), epoch);
  }
}
