package rote.analysis.metrics;

import java.util.OptionalDouble;
import rote.experiment.MetricName;
import rote.trial.Probe;

/** Reads the metrics of which training examples are answered how: at the peak of the test accuracy, and at the end. */
final class LearningOrderMetrics {
  private static final String CLEAN = "clean";
  private static final String TRUE = "wrong-as-true";
  private static final String TOLD = "wrong-as-told";

  private LearningOrderMetrics() {}

  static Metric.Reader reader(MetricName name) {
    return switch (name) {
      case CLEAN_AT_TEST_PEAK -> atPeak(CLEAN);
      case WRONG_AS_TRUE_AT_TEST_PEAK -> atPeak(TRUE);
      case WRONG_AS_TOLD_AT_TEST_PEAK -> atPeak(TOLD);
      case TRUE_LEAD_AT_TEST_PEAK -> ProbeMetrics.difference(atPeak(TRUE), atPeak(TOLD));
      case WRONG_AS_TRUE_AT_END -> atEnd(TRUE);
      case WRONG_AS_TOLD_AT_END -> atEnd(TOLD);
      case TRUE_LEAD_AT_END -> ProbeMetrics.difference(atEnd(TRUE), atEnd(TOLD));
      default -> throw new IllegalArgumentException(name + " is of no probe");
    };
  }

  /** The test set chooses the epoch, so that no noise of the training examples does. */
  private static Metric.Reader atPeak(String item) {
    return result -> {
      OptionalDouble peak = Metric.of(MetricName.BEST_TEST_EPOCH).reader().of(result);
      return result.item(Probe.LEARNING_ORDER, item).filter(shares -> peak.isPresent()).stream()
          .mapToDouble(shares -> shares.values()[(int) peak.getAsDouble()]).findFirst();
    };
  }

  private static Metric.Reader atEnd(String item) {
    return result -> result.item(Probe.LEARNING_ORDER, item).stream()
        .mapToDouble(shares -> shares.values()[shares.values().length - 1]).findFirst();
  }
}
