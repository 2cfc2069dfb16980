package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import rote.network.Measure;
import rote.store.Manifest;
import rote.store.OutputOwner;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Records, owners and looks at folders for the tests of the store. */
public final class Fixtures {
  public static final OutputOwner OWNER = new OutputOwner("true-vs-random", "pen-digits", "ab".repeat(32));

  private Fixtures() {}

  /** Compares records by all that they hold, down to each setting of their trials. */
  public static ListAssert<TrialRecord> assertRecords(List<TrialRecord> records) {
    return assertThat(records).usingElementComparator((one, other) -> isSame(one, other) ? 0 : 1);
  }

  private static boolean isSame(TrialRecord one, TrialRecord other) {
    return one.trial().plain().equals(other.trial().plain()) && other.equals(new TrialRecord(one.trialId(), one.experiment(),
        one.dataset(), other.trial(), one.result(), one.attempt(), one.host()));
  }

  public static Trial trial(long seed) {
    return Trial.defaults(seed)
        .with(Setting.HIDDEN, List.of(16, 8))
        .with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.95f))
        .with(Setting.LABEL_CORRUPTION, 0.3f);
  }

  /** Epochs 0 to {@code last}, whose accuracies rise to 1 and whose numbers have no short decimal. */
  public static Curve curve(int last, boolean validation) {
    List<EpochRow> rows = new ArrayList<>();
    for (int e = 0; e <= last; e++) {
      Measure measure = new Measure(1.0 / (3 + e), (e + 1.0) / (last + 1));
      rows.add(new EpochRow(e, measure, validation ? measure : null, measure, e / 7.0));
    }
    return new Curve(rows);
  }

  public static TrialRecord record(String id, Trial trial, Status status, Curve curve, String error) {
    TrialResult result = new TrialResult(status, curve, 0.1 + 0.2, Math.PI, error);
    return new TrialRecord(id, OWNER.experiment(), OWNER.dataset(), trial, result, 1, "host-1");
  }

  public static TrialRecord completed(String id) {
    return record(id, trial(1), Status.COMPLETED, curve(3, false), null);
  }

  public static TrialRecord diverged(String id) {
    return record(id, trial(2).with(Setting.HIDDEN, List.of()), Status.DIVERGED, curve(1, true), null);
  }

  public static TrialRecord failed(String id) {
    Trial trial = trial(3).with(Setting.TRAINING_EXAMPLES, 100).with(Setting.STOP_AT_TRAINING_ACCURACY, 0.1f);
    return record(id, trial, Status.FAILED, new Curve(List.of()), "java.lang.Error: \u2205\n\tat here");
  }

  /** The same record with a number and an image that probes found. */
  public static TrialRecord probed(TrialRecord record, float number) {
    List<ProbeItem> items = List.of(
        new ProbeItem(Probe.HIDDEN_WEIGHTS, "unit-0", List.of(2, 3), new float[] {0.1f, -0f, 1e-45f, Float.NaN, 1, -3}),
        new ProbeItem(Probe.CRITICAL_SAMPLE_RATIO, "ratio", List.of(), new float[] {number}));
    return with(record, items);
  }

  public static TrialRecord with(TrialRecord record, List<ProbeItem> items) {
    TrialResult result = record.result();
    return new TrialRecord(record.trialId(), record.experiment(), record.dataset(), record.trial(),
        new TrialResult(result.status(), result.curve(), result.changedLabels(), result.seconds(), result.error(), items),
        record.attempt(), record.host());
  }

  /** Every regular file below a folder, hidden ones too, relative and sorted. */
  public static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  public static List<Path> segments(Path folder) throws IOException {
    return files(folder).stream().filter(name -> name.startsWith("segments/")).map(folder::resolve).toList();
  }

  /** A manifest's part that says what was asked for, of a data set with ten classes. */
  public static Manifest asked(String file, Map<String, Object> experiment, OutputOwner owner) {
    return Manifest.asked(file, experiment, new Manifest.Data(owner.dataset(), owner.dataDigest(), 10, null, null, null), TrialId.NUMERICS);
  }
}
