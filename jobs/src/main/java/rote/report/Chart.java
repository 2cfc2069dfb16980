package rote.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MeanCurve;
import rote.analysis.metrics.Metric;
import rote.experiment.Claim;
import rote.experiment.MetricName;
import rote.network.Measure;
import rote.trial.EpochRow;

/** A measure that is drawn by epoch. */
public enum Chart {
  TRAINING_ACCURACY(EpochRow::training, Measure::accuracy),
  VALIDATION_ACCURACY(EpochRow::validation, Measure::accuracy),
  TEST_ACCURACY(EpochRow::test, Measure::accuracy),
  TRAINING_COST(EpochRow::training, Measure::cost),
  VALIDATION_COST(EpochRow::validation, Measure::cost),
  TEST_COST(EpochRow::test, Measure::cost);

  /** Screen readers hear this many groups; the table has the rest. */
  private static final int SPOKEN = 8;

  private final Function<EpochRow, Measure> set;
  private final ToDoubleFunction<Measure> value;
  private final Metric metric;

  Chart(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> value) {
    this.set = set;
    this.value = value;
    this.metric = Metric.named(name().toLowerCase(Locale.ROOT)).orElseThrow();
  }

  /** The charts that have values. */
  public static List<Chart> of(Groups groups) {
    return Arrays.stream(values())
        .filter(chart -> groups.all().stream().anyMatch(group -> group.statistics(chart.metric()).isPresent()))
        .toList();
  }

  /** The chart that most claims are about, also indirectly, such as by {@code test_cost_spread}. */
  public static Chart about(Groups groups) {
    List<Claim> claims = groups.experiment().claims();
    ToLongFunction<Chart> votes = chart -> claims.stream().filter(claim -> claim.metric().column().contains(chart.id())).count();
    return of(groups).stream().filter(chart -> votes.applyAsLong(chart) > votes.applyAsLong(TEST_ACCURACY))
        .max(Comparator.comparingLong(votes)).orElse(TEST_ACCURACY);
  }

  /** Its column in the curves table: {@code test_accuracy}. */
  public String id() {
    return metric().chart();
  }

  public String title() {
    String words = metric().words();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  public boolean isAccuracy() {
    return metric().kind() == MetricName.Kind.ACCURACY;
  }

  Metric metric() {
    return metric;
  }

  /** Returns NaN for a trial that has not measured the set, beside others that have. */
  public double value(EpochRow row) {
    Measure measure = set.apply(row);
    return measure == null ? Double.NaN : value.applyAsDouble(measure);
  }

  public MeanCurve curve(Group group) {
    return group.curve(this::value);
  }

  /** Says where each group's line ends. */
  public String description(Groups groups) {
    List<Group> measured = groups.all().stream().filter(group -> group.statistics(metric()).isPresent()).toList();
    String more = measured.size() > SPOKEN ? "; and " + (measured.size() - SPOKEN) + " more in the table of groups" : "";
    return metric().words() + " by epoch, mean over seeds. "
        + measured.stream().limit(SPOKEN).map(this::end).collect(Collectors.joining("; ")) + more + ".";
  }

  private String end(Group group) {
    return group.label() + " ends at " + metric().format(group.statistics(metric()).orElseThrow().mean());
  }
}
