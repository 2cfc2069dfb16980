package rote.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.statistics.Auc;
import rote.analysis.statistics.Statistics;
import rote.data.LabelNoise;
import rote.data.catalog.Catalog;
import rote.experiment.MetricName;
import rote.files.yaml.YamlName;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/**
 * The trials that differ only in their seed. Means are over those that completed.
 *
 * @param axes the settings that differ between groups
 * @param trial one of the group's trials
 * @param planned how many trials the experiment asks for
 * @param records those of them that are recorded, in plan order
 * @param chosen whether a search chose the settings; the seeds are fresh then
 * @param memorisation empty if no trial was asked about training examples
 */
public record Group(
    List<Setting<?>> axes, Trial trial, String dataset, int planned, List<TrialRecord> records, boolean chosen,
    Optional<MemorisationScores> memorisation) {
  public Group {
    axes = List.copyOf(axes);
    records = List.copyOf(records);
  }

  /** Such as {@code hidden [256] · label corruption 1}. */
  public String label() {
    return label(axes);
  }

  public String label(List<Setting<?>> some) {
    String settings = some.stream().map(axis -> Words.of(axis) + " " + value(axis)).collect(Collectors.joining(" · "));
    return (some.isEmpty() ? "all seeds" : settings) + (chosen ? " · " + part() : "");
  }

  public String part() {
    return chosen ? "chosen, fresh seeds" : "search";
  }

  public String value(Setting<?> setting) {
    return setting.text(trial);
  }

  public long count(Status status) {
    return records.stream().filter(record -> record.result().status() == status).count();
  }

  public boolean allCompleted() {
    return count(Status.COMPLETED) == planned;
  }

  public String statusCounts() {
    return statusCounts(records, planned);
  }

  static String statusCounts(List<TrialRecord> records, int planned) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      counts.put(YamlName.of(status), records.stream().filter(record -> record.result().status() == status).count());
    }
    counts.put("to do", (long) planned - records.size());
    return counts.entrySet().stream().filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", "));
  }

  /** {@code 12.4 (4 of 5)}: the mean over those that fitted, and how many did. */
  public String fitEpochWords() {
    long completed = count(Status.COMPLETED);
    String fitted = statistics(Metric.FIT_EPOCH).map(fit -> Numbers.decimals(fit.mean(), 1) + " (" + fit.n()).orElse("never (0");
    return completed == 0 ? "-" : fitted + " of " + completed + ")";
  }

  public MeanCurve curve(ToDoubleFunction<EpochRow> value) {
    List<Curve> curves = completed().stream().map(record -> record.result().curve()).toList();
    return MeanCurve.of(curves, value);
  }

  boolean isFitted() {
    return allCompleted() && statistics(Metric.TRAINING_ACCURACY).filter(accuracy -> accuracy.mean() >= Curve.FITTED).isPresent();
  }

  /** Writes the statistics of a metric by a method of {@link Numbers}; a hyphen if there are none. */
  public String text(Metric metric, BiFunction<Metric, Statistics, String> words) {
    return statistics(metric).map(of -> words.apply(metric, of)).orElse("-");
  }

  /** Empty if no completed trial has the value. */
  public Optional<Statistics> statistics(Metric metric) {
    if (metric.name() == MetricName.MEMORISATION_AUC) {
      return memorisation.flatMap(MemorisationScores::auc).map(Auc::statistics);
    }
    if (metric.name() == MetricName.NOISY_TEST_ACCURACY) {
      return statistics(Metric.TEST_ACCURACY).flatMap(this::onNoisyLabels);
    }
    return metric.statistics(completed().stream().map(TrialRecord::result).toList());
  }

  /**
   * Scales test accuracy to labels as noisy as the training labels, drawn independently of the answers. Empty unless the data
   * set is in the catalog.
   */
  private Optional<Statistics> onNoisyLabels(Statistics accuracy) {
    double p = trial.get(Setting.LABEL_CORRUPTION);
    LabelNoise noise = trial.get(Setting.LABEL_NOISE);
    return Catalog.known(dataset).map(known -> noise == LabelNoise.WRONG_CLASS
        ? accuracy.scaled(1 - p - p / (known.classes() - 1), p / (known.classes() - 1))
        : accuracy.scaled(1 - p, p / known.classes()));
  }

  /** Only for a group with memorisation scores. */
  public String memorisationWords() {
    return memorisation.orElseThrow().words(value(Setting.TRAINING_SHARE));
  }

  public List<TrialRecord> completed() {
    return completed(records).toList();
  }

  static Stream<TrialRecord> completed(List<TrialRecord> records) {
    return records.stream().filter(record -> record.result().status() == Status.COMPLETED);
  }
}
