package rote.analysis;

import java.util.List;
import rote.experiment.MetricName;
import rote.trial.Probe;

/** The words of a probe's table; the heading of its pictures is empty if there are none. */
public record ProbeWords(Probe probe, String title, String explanation, String picture, List<Number> numbers) {
  public record Number(Metric metric, String heading) {
    private static Number of(MetricName name, String heading) {
      return new Number(Metric.of(name), heading);
    }
  }

  public static ProbeWords of(Probe probe) {
    return switch (probe) {
      case HIDDEN_WEIGHTS -> new ProbeWords(probe, "Weights of the first layer",
          "Each image is one unit: the weight of every pixel, blue above zero and orange below. The numbers are the"
              + " correlation of neighbouring weights, averaged over units: about 0 where weights are random, near 1 where"
              + " they form smooth images.",
          "units of the first seed", List.of(
              Number.of(MetricName.WEIGHT_AUTOCORRELATION, "trained"),
              Number.of(MetricName.INITIAL_WEIGHT_AUTOCORRELATION, "before training"),
              Number.of(MetricName.LINEAR_WEIGHT_AUTOCORRELATION, "linear model")));
      case NOISE_CONFIDENCE -> new ProbeWords(probe, "Confidence on noise",
          "How sure a network is of its answer, from 0 to 1, on the test images and on a thousand images each of uniform"
              + " and of Gaussian noise, which show nothing. The numbers are the shares answered with more than 0.9.",
          "confidence of the first seed", List.of(
              Number.of(MetricName.SURE_OF_TEST_IMAGES, "test images"),
              Number.of(MetricName.SURE_OF_UNIFORM_NOISE, "uniform noise"),
              Number.of(MetricName.SURE_OF_GAUSSIAN_NOISE, "Gaussian noise")));
      case DRAWN_DIGITS -> new ProbeWords(probe, "Digits as the network draws them",
          "For each class, even grey after a hundred steps of gradient ascent on the pixels that raise the network's output"
              + " for that class. The number is the output for the class, averaged over the classes.",
          "images of the first seed", List.of(Number.of(MetricName.DRAWN_DIGIT_OUTPUT, "output for the class")));
      case CRITICAL_SAMPLE_RATIO -> new ProbeWords(probe, "Critical sample ratio",
          "The share of test images that a change of at most 0.01 in every pixel, found by a search, makes the network"
              + " answer differently.",
          "", List.of(Number.of(MetricName.CRITICAL_SAMPLE_RATIO, "critical sample ratio")));
      case EXAMPLE_CORRECTNESS -> new ProbeWords(probe, "Answers to the training examples",
          "The share of examples to which a network gives their training label: among those it was trained on, and among"
              + " those that were left out.",
          "", List.of(Number.of(MetricName.RIGHT_ON_TRAINED, "trained on"),
              Number.of(MetricName.RIGHT_ON_LEFT_OUT, "left out")));
    };
  }
}
