package rote.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import rote.experiment.Probe;
import rote.experiment.ProbeItem;
import rote.experiment.TrialResult;

/**
 * What a probe's table says.
 *
 * @param explanation how to read it
 * @param picture the heading of the pictures; empty where there are none
 * @param numbers the columns over all seeds
 */
record ProbeWords(Probe probe, String title, String explanation, String picture, List<Number> numbers) {
  /**
   * A number of each trial.
   *
   * @param column its name as a {@link Metric}
   * @param reader empty where a trial has no such number
   */
  record Number(String column, String heading, Function<TrialResult, OptionalDouble> reader) {}

  /** The number of any probe that has this name. */
  static Optional<Number> number(String column) {
    return Arrays.stream(Probe.values()).flatMap(probe -> of(probe).numbers().stream())
        .filter(number -> number.column().equals(column)).findFirst();
  }

  static ProbeWords of(Probe probe) {
    return switch (probe) {
      case HIDDEN_WEIGHTS -> new ProbeWords(probe, "Weights of the first layer",
          "Each image is one unit: the weight of every pixel, blue above zero and orange below. The numbers are the"
              + " correlation of neighbouring weights, averaged over units: about 0 where weights are random, near 1 where"
              + " they form smooth images.",
          "units of the first seed", List.of(
              number("weight_autocorrelation", "trained", probe, "autocorrelation"),
              number("initial_weight_autocorrelation", "before training", probe, "initial-autocorrelation"),
              number("linear_weight_autocorrelation", "linear model", probe, "linear-autocorrelation")));
      case NOISE_CONFIDENCE -> new ProbeWords(probe, "Confidence on noise",
          "How sure a network is of its answer, from 0 to 1, on the test images and on a thousand images each of uniform"
              + " and of Gaussian noise, which show nothing. The numbers are the shares answered with more than 0.9.",
          "confidence of the first seed", List.of(
              number("sure_of_test_images", "test images", probe, "test-above-0.9"),
              number("sure_of_uniform_noise", "uniform noise", probe, "uniform-above-0.9"),
              number("sure_of_gaussian_noise", "Gaussian noise", probe, "gaussian-above-0.9")));
      case DRAWN_DIGITS -> new ProbeWords(probe, "Digits as the network draws them",
          "For each class the image that a hundred steps of gradient ascent on the pixels make of even grey, to raise the"
              + " network's output for that class. The number is the output for the class, averaged over the classes.",
          "images of the first seed", List.of(new Number("drawn_digit_output", "output for the class", ProbeWords::confidence)));
      case CRITICAL_SAMPLE_RATIO -> new ProbeWords(probe, "Critical sample ratio",
          "The share of test images that a change of at most 0.01 in every pixel, found by a search, makes the network"
              + " answer differently.",
          "", List.of(number("critical_sample_ratio", "critical sample ratio", probe, "ratio")));
      case EXAMPLE_CORRECTNESS -> new ProbeWords(probe, "Answers to the training examples",
          "The share of examples to which a network gives the label that is told of them: of those on which it was trained, and"
              + " of those that were left out.",
          "", List.of(new Number("right_on_trained", "trained on", result -> right(result, true)),
              new Number("right_on_left_out", "left out", result -> right(result, false))));
    };
  }

  private static OptionalDouble right(TrialResult result, boolean trained) {
    return ExampleAnswers.of(result).map(answers -> answers.right(trained)).orElse(OptionalDouble.empty());
  }

  private static Number number(String column, String heading, Probe probe, String item) {
    return new Number(column, heading, result -> result.item(probe, item).stream()
        .mapToDouble(found -> found.values()[0]).findFirst());
  }

  private static OptionalDouble confidence(TrialResult result) {
    float[] outputs = result.item(Probe.DRAWN_DIGITS, "confidence").map(ProbeItem::values)
        .orElse(new float[0]);
    return IntStream.range(0, outputs.length).mapToDouble(k -> outputs[k]).average();
  }
}
