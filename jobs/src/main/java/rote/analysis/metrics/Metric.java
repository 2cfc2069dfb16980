package rote.analysis.metrics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import rote.analysis.statistics.BinomialShare;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.JointStatistic;
import rote.analysis.statistics.StudentMean;
import rote.experiment.MetricName;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.TrialResult;

/**
 * Computes a metric from the results of trials.
 *
 * @param reader empty if a trial has no value: it never fitted, or had no validation examples
 * @param joint the statistic that several trials have together, if it is one; the reader is always empty then
 * @param of the metrics that this statistic is about
 */
public record Metric(MetricName name, Reader reader, Optional<JointStatistic> joint, List<Metric> of) {
  private static final Map<MetricName, Metric> ALL = new EnumMap<>(MetricName.class);

  static {
    Arrays.stream(MetricName.values()).forEach(name -> ALL.put(name, make(name)));
  }

  public static final Metric TRAINING_ACCURACY = of(MetricName.FINAL_TRAINING_ACCURACY);
  public static final Metric TRAINING_COST = of(MetricName.FINAL_TRAINING_COST);
  public static final Metric VALIDATION_ACCURACY = of(MetricName.FINAL_VALIDATION_ACCURACY);
  public static final Metric TEST_ACCURACY = of(MetricName.FINAL_TEST_ACCURACY);
  public static final Metric TEST_COST = of(MetricName.FINAL_TEST_COST);
  public static final Metric BEST_TEST_ACCURACY = of(MetricName.BEST_TEST_ACCURACY);
  public static final Metric FIT_EPOCH = of(MetricName.FIT_EPOCH);
  public static final Metric EPOCHS_RUN = of(MetricName.EPOCHS_RUN);
  public static final Metric CHANGED_LABELS = of(MetricName.CHANGED_LABELS);
  public static final Metric GENERALISATION_GAP = of(MetricName.GENERALISATION_GAP);

  public interface Reader {
    public OptionalDouble of(TrialResult result);
  }

  public static Metric of(MetricName name) {
    return ALL.get(name);
  }

  /** {@code test_accuracy} means {@code final_test_accuracy}. */
  public static Optional<Metric> named(String column) {
    return MetricName.named(column).map(Metric::of);
  }

  private static Metric make(MetricName name) {
    return switch (name) {
      case TEST_COST_SPREAD -> new Metric(name, none(), Optional.of(JointStatistic.SPREAD), List.of(make(MetricName.FINAL_TEST_COST)));
      case COST_CORRELATION -> new Metric(name, none(), Optional.of(JointStatistic.CORRELATION),
          List.of(make(MetricName.FINAL_TRAINING_COST), make(MetricName.FINAL_TEST_COST)));
      default -> new Metric(name, reader(name), Optional.empty(), List.of());
    };
  }

  /** For what only a group has: {@link Group#statistics}. */
  private static Reader none() {
    return result -> OptionalDouble.empty();
  }

  private static Reader reader(MetricName name) {
    return switch (name) {
      case FINAL_TRAINING_ACCURACY -> last(EpochRow::training, Measure::accuracy);
      case FINAL_VALIDATION_ACCURACY -> last(EpochRow::validation, Measure::accuracy);
      case FINAL_TEST_ACCURACY -> last(EpochRow::test, Measure::accuracy);
      case FINAL_TRAINING_COST -> last(EpochRow::training, Measure::cost);
      case FINAL_VALIDATION_COST -> last(EpochRow::validation, Measure::cost);
      case FINAL_TEST_COST -> last(EpochRow::test, Measure::cost);
      case BEST_TRAINING_ACCURACY -> highest(EpochRow::training);
      case BEST_VALIDATION_ACCURACY -> highest(EpochRow::validation);
      case BEST_TEST_ACCURACY -> highest(EpochRow::test);
      case BEST_TRAINING_COST -> lowest(EpochRow::training);
      case BEST_VALIDATION_COST -> lowest(EpochRow::validation);
      case BEST_TEST_COST -> lowest(EpochRow::test);
      case GENERALISATION_GAP -> curve(curve -> curve.last().training().accuracy() - curve.last().test().accuracy());
      case TEST_ACCURACY_DROP -> whole(curve ->
          curve.highest(EpochRow::test, Measure::accuracy) - curve.last().test().accuracy());
      case FIT_EPOCH -> result -> result.curve().fitEpoch().stream().asDoubleStream().findFirst();
      case INITIAL_TEST_ACCURACY -> whole(curve -> curve.rows().get(0).test().accuracy());
      case FITTED -> whole(curve -> curve.fitEpoch().isPresent() ? 1 : 0);
      case BEST_TEST_EPOCH -> whole(Metric::bestTestEpoch);
      case EPOCHS_RUN -> curve(curve -> curve.last().epoch());
      case CHANGED_LABELS -> result -> OptionalDouble.of(result.changedLabels());
      case SECONDS -> result -> OptionalDouble.of(result.seconds());
      case PROBE_ITEMS -> result -> OptionalDouble.of(result.probes().size());
      case TEST_COST_SPREAD, COST_CORRELATION, MEMORISATION_AUC, EXAMPLE_VARIABILITY, NOISY_TEST_ACCURACY, PERMUTATION_P -> none();
      default -> ProbeMetrics.reader(name);
    };
  }

  private static Reader last(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> value) {
    return measured(set, curve -> value.applyAsDouble(set.apply(curve.last())));
  }

  private static Reader highest(Function<EpochRow, Measure> set) {
    return ofWhole(measured(set, curve -> curve.highest(set, Measure::accuracy)));
  }

  private static Reader lowest(Function<EpochRow, Measure> set) {
    return ofWhole(measured(set, curve -> curve.lowest(set, Measure::cost)));
  }

  private static Reader measured(Function<EpochRow, Measure> set, ToDoubleFunction<Curve> value) {
    return result -> result.curve().isEmpty() || set.apply(result.curve().last()) == null
        ? OptionalDouble.empty() : OptionalDouble.of(value.applyAsDouble(result.curve()));
  }

  private static Reader curve(ToDoubleFunction<Curve> value) {
    return measured(EpochRow::training, value);
  }

  private static Reader whole(ToDoubleFunction<Curve> value) {
    return ofWhole(curve(value));
  }

  /** Empty also where only the end of the curve was measured. */
  private static Reader ofWhole(Reader reader) {
    return result -> result.curve().isWhole() ? reader.of(result) : OptionalDouble.empty();
  }

  /** The first of several with the same accuracy. */
  private static double bestTestEpoch(Curve curve) {
    double highest = curve.highest(EpochRow::test, Measure::accuracy);
    return curve.rows().stream().filter(row -> row.test().accuracy() == highest).findFirst().orElseThrow().epoch();
  }

  public String column() {
    return name.column();
  }

  public MetricName.Kind kind() {
    return name.kind();
  }

  public boolean isOfTrials() {
    return name.scope() == MetricName.Scope.TRIAL;
  }

  /** The mean over trials, or the joint statistic, with its test. Empty if no trial has the value. */
  public Optional<Estimate> estimate(List<TrialResult> results) {
    if (joint.isPresent()) {
      return results.isEmpty() ? Optional.empty() : joint.get().estimate(rows(results));
    }
    double[] values = values(results).toArray();
    return values.length == 0 ? Optional.empty()
        : Optional.of(name == MetricName.FITTED ? BinomialShare.of(values) : StudentMean.of(values));
  }

  /** The standard deviation over trials; NaN for fewer than two, and for what only a group has. */
  public double deviation(List<TrialResult> results) {
    double[] values = values(results).toArray();
    return values.length < 2 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
  }

  /** One row per metric, one column per trial. */
  public double[][] rows(List<TrialResult> results) {
    return of.stream().map(metric -> results.stream().mapToDouble(result -> metric.reader().of(result).orElse(Double.NaN)).toArray())
        .toArray(double[][]::new);
  }

  /** Of the trials that have one. */
  public DoubleStream values(List<TrialResult> results) {
    return results.stream().flatMapToDouble(result -> reader.of(result).stream());
  }

  /** {@code test accuracy}, {@code best test cost}, {@code fit epoch}. */
  public String words() {
    return column().replaceFirst("^final_", "").replace('_', ' ').replace("auroc", "AUROC").replace("auc", "AUC");
  }

  /** The chart that shows the metric by epoch, such as {@code test_accuracy}. */
  public String chart() {
    return column().replaceFirst("^(final|best)_", "");
  }

  public String format(double value) {
    return format(value, 0);
  }

  /** @param more digits beyond the usual ones */
  public String format(double value, int more) {
    return switch (kind()) {
      case ACCURACY -> Numbers.decimals(value, Numbers.ACCURACY_DECIMALS + more);
      case COST -> Numbers.cost(value, Numbers.COST_DIGITS + more);
      case EPOCH, COUNT, SECONDS -> Numbers.decimals(value, 1 + more);
    };
  }
}
