package rote.analysis.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/**
 * Makes one record of the folds of a seed, because folds share most of their training examples and are no independent trials: what was
 * measured is averaged, seconds are added up, and answers to test examples are joined, for each example is tested once.
 */
public final class FoldMeans {
  private FoldMeans() {}

  /** Returns a record per seed of which all folds are recorded, under the id of its first fold. @param folds 1 returns the records */
  public static List<TrialRecord> of(List<TrialRecord> records, int folds) {
    if (folds == 1) {
      return records;
    }
    Map<Long, List<TrialRecord>> seeds = new LinkedHashMap<>();
    records.forEach(record -> seeds.computeIfAbsent(record.trial().seed(), seed -> new ArrayList<>()).add(record));
    return seeds.values().stream().filter(all -> all.size() == folds).map(FoldMeans::joined).toList();
  }

  private static TrialRecord joined(List<TrialRecord> folds) {
    TrialRecord first = folds.get(0);
    return new TrialRecord(first.trialId(), first.experiment(), first.dataset(), first.trial().with(Setting.FOLD, null),
        result(folds.stream().map(TrialRecord::result).toList()), first.attempt(), first.host());
  }

  private static TrialResult result(List<TrialResult> folds) {
    TrialResult worst = folds.stream().max(Comparator.comparing(TrialResult::status)).orElseThrow();
    double changed = folds.stream().mapToDouble(TrialResult::changedLabels).average().orElseThrow();
    double seconds = folds.stream().mapToDouble(TrialResult::seconds).sum();
    return worst.status() != Status.COMPLETED ? new TrialResult(worst.status(), new Curve(List.of()), changed, seconds, worst.error())
        : new TrialResult(Status.COMPLETED, curve(folds.stream().map(TrialResult::curve).toList()), changed, seconds, null, probes(folds));
  }

  /** A fold that stopped earlier counts with its last row. */
  private static Curve curve(List<Curve> folds) {
    int epochs = folds.stream().mapToInt(Curve::epochs).max().orElseThrow();
    return new Curve(IntStream.rangeClosed(0, epochs).mapToObj(epoch -> row(epoch, folds.stream()
        .map(curve -> curve.rows().get(Math.min(epoch, curve.epochs()))).toList())).toList());
  }

  private static EpochRow row(int epoch, List<EpochRow> folds) {
    boolean isValidated = folds.stream().allMatch(row -> row.validation() != null);
    return new EpochRow(epoch, mean(folds, EpochRow::training), isValidated ? mean(folds, EpochRow::validation) : null,
        mean(folds, EpochRow::test), folds.stream().mapToDouble(EpochRow::seconds).sum());
  }

  private static Measure mean(List<EpochRow> folds, Function<EpochRow, Measure> set) {
    return new Measure(folds.stream().map(set).mapToDouble(Measure::cost).average().orElseThrow(),
        folds.stream().map(set).mapToDouble(Measure::accuracy).average().orElseThrow());
  }

  private static List<ProbeItem> probes(List<TrialResult> folds) {
    return folds.get(0).probes().stream().filter(item -> folds.stream().allMatch(fold -> fold.item(item.probe(), item.name()).isPresent()))
        .map(item -> joinedItems(folds.stream().map(fold -> fold.item(item.probe(), item.name()).orElseThrow()).toList())).toList();
  }

  private static ProbeItem joinedItems(List<ProbeItem> folds) {
    ProbeItem first = folds.get(0);
    if (first.bits() != null) {
      return bits(folds);
    }
    boolean isCount = first.probe() == Probe.TEST_ANSWERS && first.name().equals("confusion");
    float[] values = new float[first.values().length];
    for (int k = 0; k < values.length; k++) {
      int place = k;
      double sum = folds.stream().mapToDouble(item -> item.values()[place]).sum();
      values[k] = (float) (isCount ? sum : sum / folds.size());
    }
    return new ProbeItem(first.probe(), first.name(), first.shape(), values);
  }

  /** Joins the bits of all folds, row by row. An item has one row, or one for each binary digit; a row has a bit for each example of its fold. */
  private static ProbeItem bits(List<ProbeItem> folds) {
    List<Integer> shape = folds.get(0).shape();
    int rows = shape.size() == 1 ? 1 : shape.get(0);
    int[] lengths = folds.stream().mapToInt(item -> item.shape().get(item.shape().size() - 1)).toArray();
    boolean[] all = new boolean[rows * Arrays.stream(lengths).sum()];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int fold = 0; fold < lengths.length; fold++) {
        for (int k = 0; k < lengths[fold]; k++) {
          all[at++] = folds.get(fold).bit(row * lengths[fold] + k);
        }
      }
    }
    return ProbeItem.bits(folds.get(0).probe(), folds.get(0).name(), shape.size() == 1 ? List.of(all.length) : List.of(rows, all.length / rows), all);
  }
}
