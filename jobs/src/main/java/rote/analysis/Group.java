package rote.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.answers.Confusion;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.metrics.Observed;
import rote.analysis.resampling.PermutationTest;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.PermutationP;
import rote.analysis.statistics.PigeonholeBootstrap;
import rote.analysis.statistics.Statistics;
import rote.analysis.statistics.StudentMean;
import rote.data.LabelNoise;
import rote.data.catalog.Catalog;
import rote.experiment.MetricName;
import rote.files.yaml.YamlName;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.SettingText;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/**
 * The trials that differ only in their seed, fold and permutation of the labels. Means are over those that completed.
 *
 * @param axes the settings that differ between groups
 * @param trial one of the group's trials
 * @param planned how many trials the experiment asks for
 * @param records those of them that are recorded, in plan order; the folds of a seed are one
 * @param trained all recorded trials: each fold, and permutations of the labels
 * @param permutations the test of the labels; empty unless it is asked for and complete
 * @param chosen whether a search chose the settings; the seeds are fresh then
 * @param memorisation empty if no trial was asked about training examples
 */
public record Group(
    List<Setting<?>> axes, Trial trial, String dataset, int planned, List<TrialRecord> records,
    List<TrialRecord> trained, boolean chosen, Optional<MemorisationScores> memorisation, Optional<PermutationTest> permutations) {
  public Group {
    axes = List.copyOf(axes);
    records = List.copyOf(records);
    trained = List.copyOf(trained);
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
    return SettingText.of(setting, trial);
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

  /**
   * {@code 12.4 (5 of 5)}: the mean, and how many fitted. {@code ≥ 15.2 (4 of 5)} where some never did: their last epochs count, so the mean is
   * larger.
   */
  public String fitEpochWords() {
    long fitted = completed().stream().filter(record -> record.result().curve().fitEpoch().isPresent()).count();
    String count = " (" + fitted + " of " + count(Status.COMPLETED) + ")";
    if (fitted == 0) {
      return count(Status.COMPLETED) == 0 ? "-" : "never" + count;
    }
    double mean = results().stream().flatMap(result -> Observed.of(Metric.FIT_EPOCH, result).stream())
        .mapToDouble(Observed::value).average().orElseThrow();
    return (fitted < count(Status.COMPLETED) ? "≥ " : "") + Numbers.decimals(mean, 1) + count;
  }

  public MeanCurve curve(ToDoubleFunction<EpochRow> value) {
    List<Curve> curves = completed().stream().map(record -> record.result().curve()).toList();
    return MeanCurve.of(curves, value);
  }

  /** Whether every trial fitted its training set. */
  boolean isFitted() {
    return allCompleted() && completed().stream().allMatch(record -> record.result().curve().fitEpoch().isPresent());
  }

  /** Writes the statistics of a metric by a method of {@link Numbers}; a hyphen if there are none. */
  public String text(Metric metric, BiFunction<Metric, Statistics, String> words) {
    return statistics(metric).map(of -> words.apply(metric, of)).orElse("-");
  }

  /** Empty if no completed trial has the value. */
  public Optional<Statistics> statistics(Metric metric) {
    return metric.name() == MetricName.NOISY_TEST_ACCURACY ? onNoisyLabels().map(Statistics::of)
        : estimate(metric).map(of -> Statistics.of(of, metric.deviation(results())));
  }

  /** The mean of a metric, or what else the group has of it, with its test. Empty if no completed trial has the value. */
  public Optional<Estimate> estimate(Metric metric) {
    return switch (metric.name()) {
      case MEMORISATION_AUC -> memorisation.flatMap(MemorisationScores::auc).map(auc -> auc);
      case EXAMPLE_VARIABILITY -> ExampleShares.of(results()).flatMap(ExampleShares::variability).map(of -> of);
      case NOISY_TEST_ACCURACY -> onNoisyLabels().map(StudentMean::of);
      case PERMUTATION_P -> permutations.map(test -> new PermutationP(test.p(), test.permutations()));
      default -> metric.estimate(results());
    };
  }

  private List<TrialResult> results() {
    return completed().stream().map(TrialRecord::result).toList();
  }

  /**
   * Scales test accuracies to labels as noisy as the training labels, drawn independently of the answers. Empty unless the data
   * set is in the catalog and a trial completed.
   */
  private Optional<double[]> onNoisyLabels() {
    double p = trial.get(Setting.LABEL_CORRUPTION);
    LabelNoise noise = trial.get(Setting.LABEL_NOISE);
    return Catalog.known(dataset).map(known -> {
      double told = p / (noise == LabelNoise.WRONG_CLASS ? known.classes() - 1 : known.classes());
      double kept = noise == LabelNoise.WRONG_CLASS ? 1 - p - told : 1 - p;
      return Metric.TEST_ACCURACY.values(results()).map(accuracy -> accuracy * kept + told).toArray();
    }).filter(values -> values.length > 0);
  }

  /**
   * The mean test accuracy with a 95 % interval over seeds and test examples. Empty unless every completed trial has kept its
   * answers to the same test examples, and for a single seed.
   */
  public Optional<Statistics> overTestImages() {
    return answers().flatMap(PigeonholeBootstrap::of);
  }

  /** Its interval at another level. */
  Optional<Interval> overTestImages(double level) {
    return answers().flatMap(kept -> PigeonholeBootstrap.interval(kept, level));
  }

  private Optional<List<boolean[]>> answers() {
    if (trial.get(Setting.FOLDS) != null || trial.get(Setting.TEST_SHARE) != null && trial.get(Setting.DATA_SEED) == null) {
      return Optional.empty(); // every fold or seed has a test set of its own
    }
    List<boolean[]> kept = completed().stream().flatMap(record -> Confusion.of(record.result()).stream())
        .map(Confusion::rightByImage).toList();
    return kept.size() == completed().size() ? Optional.of(kept) : Optional.empty();
  }

  /** The ends of that interval; a hyphen if there is none. */
  public String overTestImagesText() {
    return overTestImages().map(of -> Numbers.interval(Metric.TEST_ACCURACY, of)).orElse("-");
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
