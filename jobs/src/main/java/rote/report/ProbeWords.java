package rote.report;

import java.util.List;
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
   * @param reader empty where a trial has no such number
   */
  record Number(String heading, Function<TrialResult, OptionalDouble> reader) {}

  static final Number RATIO = number(Probe.CRITICAL_SAMPLE_RATIO, "critical sample ratio", "ratio");

  static ProbeWords of(Probe probe) {
    return switch (probe) {
      case HIDDEN_WEIGHTS -> new ProbeWords(probe, "Weights of the first layer",
          "Each image is one unit: the weight of every pixel, blue above zero and orange below. The numbers are the"
              + " correlation of neighbouring weights, averaged over units: about 0 where weights are random, near 1 where"
              + " they form smooth images.",
          "units of the first seed", List.of(
              number(probe, "trained", "autocorrelation"), number(probe, "before training", "initial-autocorrelation"),
              number(probe, "linear model", "linear-autocorrelation")));
      case NOISE_CONFIDENCE -> new ProbeWords(probe, "Confidence on noise",
          "How sure a network is of its answer, from 0 to 1, on the test images and on a thousand images each of uniform"
              + " and of Gaussian noise, which show nothing. The numbers are the shares answered with more than 0.9.",
          "confidence of the first seed", List.of(
              number(probe, "test images", "test-above-0.9"), number(probe, "uniform noise", "uniform-above-0.9"),
              number(probe, "Gaussian noise", "gaussian-above-0.9")));
      case DRAWN_DIGITS -> new ProbeWords(probe, "Digits as the network draws them",
          "For each class the image that gradient ascent on the pixels makes of even grey until the network takes it for"
              + " that class. The number is the output for the class, averaged over the classes.",
          "images of the first seed", List.of(new Number("output for the class", ProbeWords::confidence)));
      case CRITICAL_SAMPLE_RATIO -> new ProbeWords(probe, "Critical sample ratio",
          "The share of test images that a change of at most 0.01 in every pixel, found by a search, makes the network"
              + " answer differently.",
          "", List.of(RATIO));
      case EXAMPLE_CORRECTNESS -> new ProbeWords(probe, "Answers to the training examples",
          "The share of examples to which a network gives the label that is told of them: of those on which it was trained, and"
              + " of those that were left out.",
          "", List.of(new Number("trained on", result -> right(result, true)),
              new Number("left out", result -> right(result, false))));
    };
  }

  private static OptionalDouble right(TrialResult result, boolean trained) {
    return ExampleAnswers.of(result).map(answers -> answers.right(trained)).orElse(OptionalDouble.empty());
  }

  private static Number number(Probe probe, String heading, String item) {
    return new Number(heading, result -> ProbeTables.item(result, probe, item).stream()
        .mapToDouble(found -> found.values()[0]).findFirst());
  }

  private static OptionalDouble confidence(TrialResult result) {
    float[] outputs = ProbeTables.item(result, Probe.DRAWN_DIGITS, "confidence").map(ProbeItem::values)
        .orElse(new float[0]);
    return IntStream.range(0, outputs.length).mapToDouble(k -> outputs[k]).average();
  }
}
