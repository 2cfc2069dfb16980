package rote.analysis.metrics;

import java.util.Collection;
import java.util.Optional;
import rote.experiment.MetricName;
import rote.trial.TrialResult;

/**
 * A metric's value in one trial.
 *
 * @param isCensored whether the value is only known to be larger than this: a trial that never fitted would have fitted after its last
 *     epoch at the earliest
 */
public record Observed(double value, boolean isCensored) {

  /** Empty if the trial has neither a value nor a bound. */
  public static Optional<Observed> of(Metric metric, TrialResult result) {
    if (metric.reader().of(result).isPresent()) {
      double value = metric.reader().of(result).getAsDouble();
      return Optional.of(new Observed(value, metric.name() == MetricName.BEST_TEST_EPOCH && isStillRising(value, result)));
    }
    return metric.column().equals(Metric.FIT_EPOCH.column())
        ? Metric.EPOCHS_RUN.reader().of(result).stream().mapToObj(last -> new Observed(last, true)).findFirst()
        : Optional.empty();
  }

  /** Whether test accuracy was highest at the end of a training that fitted nothing: its peak may have been to come. */
  private static boolean isStillRising(double best, TrialResult result) {
    return best == result.curve().last().epoch() && result.curve().fitEpoch().isEmpty();
  }

  /** How many have no value but a bound. */
  public static int censored(Collection<Observed> values) {
    return (int) values.stream().filter(Observed::isCensored).count();
  }

  /** 1 if it is certainly larger than the other, -1 if smaller, 0 if equal or unknown (Gehan 1965). */
  public int order(Observed other) {
    if (isCensored && other.isCensored) {
      return 0;
    }
    if (isCensored) {
      return value >= other.value ? 1 : 0;
    }
    return other.isCensored ? -other.order(this) : (int) Math.signum(value - other.value);
  }
}
