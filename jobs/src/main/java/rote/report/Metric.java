package rote.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.TrialResult;
import rote.network.Measure;

/**
 * A number that is computed from a trial's result, most of them columns of the trials table, or from those of several trials.
 *
 * @param column such as {@code final_test_accuracy}
 * @param kind how its values are written
 * @param reader empty where a trial has no such value: it never fitted, or held out no validation examples
 * @param joint the statistic that several trials have together, if it is one; the reader has nothing then
 * @param of the metrics that it is a statistic of
 */
record Metric(String column, Kind kind, Reader reader, Optional<Joint> joint, List<Metric> of) {
  static final Metric TRAINING_ACCURACY = named("final_training_accuracy").orElseThrow();
  static final Metric TRAINING_COST = named("final_training_cost").orElseThrow();
  static final Metric VALIDATION_ACCURACY = named("final_validation_accuracy").orElseThrow();
  static final Metric TEST_ACCURACY = named("final_test_accuracy").orElseThrow();
  static final Metric TEST_COST = named("final_test_cost").orElseThrow();
  static final Metric BEST_TEST_ACCURACY = named("best_test_accuracy").orElseThrow();
  static final Metric FIT_EPOCH = named("fit_epoch").orElseThrow();
  static final Metric EPOCHS_RUN = named("epochs_run").orElseThrow();
  static final Metric CHANGED_LABELS = named("changed_labels").orElseThrow();
  private static final Metric TEST_COST_SPREAD =
      new Metric("test_cost_spread", Kind.COST, Joint.SPREAD, List.of(TEST_COST));
  private static final Metric COST_CORRELATION =
      new Metric("cost_correlation", Kind.ACCURACY, Joint.CORRELATION, List.of(TRAINING_COST, TEST_COST));
  static final Metric GENERALISATION_GAP =
      new Metric("generalisation_gap", Kind.ACCURACY, result -> gap(result.curve()));
  /** Of a whole group, for no trial has one: {@link Group#statistics}. */
  static final Metric MEMORISATION_AUC = ofGroup("memorisation_auc");
  /** Of a whole group, for a trial does not know its labels' noise: {@link Group#statistics}. */
  static final Metric NOISY_TEST_ACCURACY = ofGroup("noisy_test_accuracy");

  private static final String MEASURED = "(final_|best_)?(training|validation|test)_(cost|accuracy)";

  /** How values are written. */
  enum Kind { ACCURACY, COST, EPOCH, SECONDS }

  /** What takes the value out of a result. */
  interface Reader {
    OptionalDouble of(TrialResult result);
  }

  Metric(String column, Kind kind, Reader reader) {
    this(column, kind, reader, Optional.empty(), List.of());
  }

  private Metric(String column, Kind kind, Joint joint, List<Metric> of) {
    this(column, kind, result -> OptionalDouble.empty(), Optional.of(joint), of);
  }

  private static Metric ofGroup(String column) {
    return new Metric(column, Kind.ACCURACY, result -> OptionalDouble.empty());
  }

  /** The metric of a column; {@code test_accuracy} and its like stand for the final ones. */
  static Optional<Metric> named(String column) {
    Matcher measured = Pattern.compile(MEASURED).matcher(column);
    if (measured.matches()) {
      return Optional.of(measured(measured.group(1), measured.group(2), measured.group(3)));
    }
    return Optional.ofNullable(switch (column) {
      case "fit_epoch" -> new Metric(column, Kind.EPOCH, result -> fitEpoch(result.curve()));
      case "epochs_run" -> new Metric(column, Kind.EPOCH, result -> epochsRun(result.curve()));
      case "changed_labels" -> new Metric(column, Kind.ACCURACY, result -> OptionalDouble.of(result.changedLabels()));
      case "seconds" -> new Metric(column, Kind.SECONDS, result -> OptionalDouble.of(result.seconds()));
      case "generalisation_gap" -> GENERALISATION_GAP;
      case "test_cost_spread" -> TEST_COST_SPREAD;
      case "cost_correlation" -> COST_CORRELATION;
      case "test_accuracy_drop" -> new Metric(column, Kind.ACCURACY, result -> drop(result.curve()));
      case "memorisation_auc" -> MEMORISATION_AUC;
      case "noisy_test_accuracy" -> NOISY_TEST_ACCURACY;
      default -> ProbeWords.number(column)
          .map(number -> new Metric(column, Kind.ACCURACY, number.reader()::apply)).orElse(null);
    });
  }

  /** Whether a trial by itself can have the value. */
  boolean isOfTrials() {
    return joint.isEmpty() && this != MEMORISATION_AUC && this != NOISY_TEST_ACCURACY;
  }

  /** Empty if no trial has the value. */
  Optional<Statistics> statistics(List<TrialResult> results) {
    if (joint.isPresent()) {
      return results.isEmpty() ? Optional.empty() : joint.get().statistics(rows(results));
    }
    double[] values = values(results).filter(value -> !Double.isNaN(value)).toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(Statistics.of(values));
  }

  /** What its statistic is computed from: a row a metric, a column a trial. */
  double[][] rows(List<TrialResult> results) {
    return of.stream().map(metric -> metric.values(results).toArray()).toArray(double[][]::new);
  }

  /** One a trial, NaN where it has none. */
  private DoubleStream values(List<TrialResult> results) {
    return results.stream().mapToDouble(result -> reader.of(result).orElse(Double.NaN));
  }

  /** The column as a person says it: {@code test accuracy}, {@code best test cost}, {@code fit epoch}. */
  String words() {
    return column.replaceFirst("^final_", "").replace('_', ' ').replace("auc", "AUC");
  }

  /** The chart by epoch in which its values belong, such as {@code test_accuracy}. */
  String chart() {
    return column.replaceFirst("^(final|best)_", "");
  }

  String format(double value) {
    return format(value, 0);
  }

  /** @param more digits than usual, as {@link Digits#more} counts them */
  String format(double value, int more) {
    return switch (kind) {
      case ACCURACY -> Numbers.decimals(value, Numbers.ACCURACY_DECIMALS + more);
      case COST -> Numbers.cost(value, Numbers.COST_DIGITS + more);
      case EPOCH, SECONDS -> Numbers.decimals(value, 1 + more);
    };
  }

  private static Metric measured(String prefix, String set, String what) {
    boolean best = "best_".equals(prefix);
    boolean cost = what.equals("cost");
    Reader reader = result -> value(result.curve(), best, set, cost);
    return new Metric((best ? "best_" : "final_") + set + "_" + what, cost ? Kind.COST : Kind.ACCURACY, reader);
  }

  private static OptionalDouble value(Curve curve, boolean best, String set, boolean cost) {
    if (curve.isEmpty() || of(curve.last(), set) == null) {
      return OptionalDouble.empty();
    }
    if (!best) {
      return OptionalDouble.of(cost ? of(curve.last(), set).cost() : of(curve.last(), set).accuracy());
    }
    return OptionalDouble.of(cost
        ? curve.lowest(row -> of(row, set), Measure::cost)
        : curve.highest(row -> of(row, set), Measure::accuracy));
  }

  private static Measure of(EpochRow row, String set) {
    return switch (set) {
      case "training" -> row.training();
      case "validation" -> row.validation();
      default -> row.test();
    };
  }

  private static OptionalDouble fitEpoch(Curve curve) {
    return curve.fitEpoch().stream().asDoubleStream().findFirst();
  }

  private static OptionalDouble epochsRun(Curve curve) {
    return curve.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(curve.last().epoch());
  }

  /** From the best epoch's test accuracy to the last one's. */
  private static OptionalDouble drop(Curve curve) {
    return curve.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(
        curve.highest(EpochRow::test, Measure::accuracy) - curve.last().test().accuracy());
  }

  private static OptionalDouble gap(Curve curve) {
    return curve.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(curve.last().training().accuracy() - curve.last().test().accuracy());
  }
}
