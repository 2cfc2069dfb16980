package rote.analysis.metrics;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import rote.analysis.answers.Confusion;
import rote.analysis.answers.ExampleAnswers;
import rote.experiment.MetricName;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/** Reads the metrics that probes record. */
final class ProbeMetrics {
  private ProbeMetrics() {}

  /** @param name that of a probe's metric */
  static Metric.Reader reader(MetricName name) {
    return switch (name) {
      case WEIGHT_AUTOCORRELATION -> item(Probe.HIDDEN_WEIGHTS, "autocorrelation");
      case INITIAL_WEIGHT_AUTOCORRELATION -> item(Probe.HIDDEN_WEIGHTS, "initial-autocorrelation");
      case LINEAR_WEIGHT_AUTOCORRELATION -> item(Probe.HIDDEN_WEIGHTS, "linear-autocorrelation");
      case SURE_OF_TEST_IMAGES -> item(Probe.NOISE_CONFIDENCE, "test-above-0.9");
      case SURE_OF_UNIFORM_NOISE -> item(Probe.NOISE_CONFIDENCE, "uniform-above-0.9");
      case SURE_OF_GAUSSIAN_NOISE -> item(Probe.NOISE_CONFIDENCE, "gaussian-above-0.9");
      case CRITICAL_SAMPLE_RATIO -> item(Probe.CRITICAL_SAMPLE_RATIO, "ratio");
      case WORST_CLASS_ACCURACY -> result -> Confusion.of(result).map(Confusion::worst).orElse(OptionalDouble.empty());
      case BALANCED_ACCURACY -> result -> Confusion.of(result).map(Confusion::balanced).orElse(OptionalDouble.empty());
      case CONSTANT_FEATURES -> item(Probe.FEATURE_SCALES, "constant");
      case DRAWN_DIGIT_OUTPUT -> average(Probe.DRAWN_DIGITS, "confidence");
      case RIGHT_ON_TRAINED -> right(true);
      case RIGHT_ON_LEFT_OUT -> right(false);
      case ONE_OUTPUT_ON_TEST_IMAGES -> item(Probe.NOISE_ANSWERS, "test-one-output");
      case ONE_OUTPUT_ON_UNIFORM_NOISE -> item(Probe.NOISE_ANSWERS, "uniform-one-output");
      case ONE_OUTPUT_ON_GAUSSIAN_NOISE -> item(Probe.NOISE_ANSWERS, "gaussian-one-output");
      case ONE_OUTPUT_ON_STANDARD_NOISE -> item(Probe.NOISE_ANSWERS, "standard-one-output");
      case ONE_OUTPUT_ON_SHUFFLED_DIGITS -> item(Probe.NOISE_ANSWERS, "shuffled-one-output");
      case LARGEST_OUTPUT_ON_TEST_IMAGES -> item(Probe.NOISE_ANSWERS, "test-largest-output");
      case LARGEST_OUTPUT_ON_UNIFORM_NOISE -> item(Probe.NOISE_ANSWERS, "uniform-largest-output");
      case LARGEST_OUTPUT_ON_GAUSSIAN_NOISE -> item(Probe.NOISE_ANSWERS, "gaussian-largest-output");
      case LARGEST_OUTPUT_ON_STANDARD_NOISE -> item(Probe.NOISE_ANSWERS, "standard-largest-output");
      case LARGEST_OUTPUT_ON_SHUFFLED_DIGITS -> item(Probe.NOISE_ANSWERS, "shuffled-largest-output");
      case AUROC_OF_UNIFORM_NOISE -> item(Probe.NOISE_ANSWERS, "uniform-auroc");
      case AUROC_OF_GAUSSIAN_NOISE -> item(Probe.NOISE_ANSWERS, "gaussian-auroc");
      case AUROC_OF_STANDARD_NOISE -> item(Probe.NOISE_ANSWERS, "standard-auroc");
      case AUROC_OF_SHUFFLED_DIGITS -> item(Probe.NOISE_ANSWERS, "shuffled-auroc");
      default -> learned(name);
    };
  }

  private static Metric.Reader learned(MetricName name) {
    return switch (name) {
      case CHANGE_AUTOCORRELATION -> item(Probe.LEARNED_WEIGHTS, "autocorrelation");
      case EDGE_SHARE -> item(Probe.LEARNED_WEIGHTS, "edge-share");
      case AUTOCORRELATION_OF_RANDOM_COMBINATIONS -> item(Probe.LEARNED_WEIGHTS, "combined-autocorrelation");
      case EDGE_SHARE_OF_RANDOM_COMBINATIONS -> item(Probe.LEARNED_WEIGHTS, "combined-edge-share");
      case EDGE_EXCESS -> difference(MetricName.EDGE_SHARE, MetricName.EDGE_SHARE_OF_RANDOM_COMBINATIONS);
      case ACCURACY_MOVED_1 -> item(Probe.MOVED_DIGITS, "moved-1");
      case ACCURACY_MOVED_2 -> item(Probe.MOVED_DIGITS, "moved-2");
      case ACCURACY_MOVED_3 -> item(Probe.MOVED_DIGITS, "moved-3");
      case ACCURACY_MOVED_4 -> item(Probe.MOVED_DIGITS, "moved-4");
      case GRADIENT_NORM -> item(Probe.LOCAL_MINIMUM, "gradient-norm");
      case GRADIENT_NORM_RATIO -> ratio(Probe.LOCAL_MINIMUM, "gradient-norm", "initial-gradient-norm");
      case LARGEST_CURVATURE -> item(Probe.LOCAL_MINIMUM, "largest-curvature");
      case SMALLEST_CURVATURE -> item(Probe.LOCAL_MINIMUM, "smallest-curvature");
      case SMALLEST_CURVATURE_OVER_ALL -> item(Probe.LOCAL_MINIMUM, "smallest-curvature-over-all");
      case DRAWN_OWN_OUTPUT -> average(Probe.JUDGED_DRAWINGS, "own-output");
      case DRAWN_CONVERGED -> average(Probe.JUDGED_DRAWINGS, "converged");
      case DRAWN_RECOGNISED_BY_NEAREST -> average(Probe.JUDGED_DRAWINGS, "recognised");
      case DRAWN_RECOGNISED_BY_OTHER_SEED -> average(Probe.JUDGED_DRAWINGS, "other-seed-recognised");
      case DRAWN_RECOGNISED_BY_WIDE -> average(Probe.JUDGED_DRAWINGS, "wide-recognised");
      case DRAWN_DISTANCE_RATIO -> ratio(Probe.JUDGED_DRAWINGS, "nearest-distance", "test-distance");
      case NUDGE_RATIO -> ratio(Probe.WEIGHT_NUDGES, "largest-change", "matched-change");
      case PREDICTED_NUDGE_RATIO -> ratio(Probe.WEIGHT_NUDGES, "largest-predicted", "matched-predicted");
      case TEST_NUDGE_RATIO -> ratio(Probe.WEIGHT_NUDGES, "largest-test-change", "matched-test-change");
      case STROKE_SHARE -> item(Probe.SECOND_LAYER, "stroke-share");
      case INITIAL_STROKE_SHARE -> item(Probe.SECOND_LAYER, "initial-stroke-share");
      case STROKE_SHARE_OF_RANDOM_COMBINATIONS -> item(Probe.SECOND_LAYER, "combined-stroke-share");
      case STROKE_SHARE_OF_DIGITS -> item(Probe.SECOND_LAYER, "digit-stroke-share");
      case STROKE_EXCESS -> difference(MetricName.STROKE_SHARE, MetricName.STROKE_SHARE_OF_RANDOM_COMBINATIONS);
      default -> LearningOrderMetrics.reader(name);
    };
  }

  private static Metric.Reader item(Probe probe, String item) {
    return result -> result.item(probe, item).stream().mapToDouble(found -> found.values()[0]).findFirst();
  }

  private static Metric.Reader average(Probe probe, String item) {
    return result -> result.item(probe, item).map(ProbeMetrics::average).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble average(ProbeItem item) {
    return IntStream.range(0, item.values().length).mapToDouble(k -> item.values()[k]).average();
  }

  /** The average of one item over that of another; empty where that is not finite. */
  private static Metric.Reader ratio(Probe probe, String of, String over) {
    return result -> {
      OptionalDouble a = average(probe, of).of(result);
      OptionalDouble b = average(probe, over).of(result);
      double ratio = a.isPresent() && b.isPresent() ? a.getAsDouble() / b.getAsDouble() : Double.NaN;
      return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    };
  }

  /** Empty unless a trial has both. */
  private static Metric.Reader difference(MetricName of, MetricName minus) {
    return difference(reader(of), reader(minus));
  }

  /** Empty unless a trial has both. */
  static Metric.Reader difference(Metric.Reader first, Metric.Reader second) {
    return result -> {
      OptionalDouble a = first.of(result);
      OptionalDouble b = second.of(result);
      return a.isPresent() && b.isPresent() ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble()) : OptionalDouble.empty();
    };
  }

  private static Metric.Reader right(boolean trained) {
    return result -> ExampleAnswers.of(result).map(answers -> answers.right(trained)).orElse(OptionalDouble.empty());
  }
}
