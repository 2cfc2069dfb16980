package rote.analysis;

import java.util.List;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
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
      case HIDDEN_WEIGHTS -> hiddenWeights(probe);
      case NOISE_CONFIDENCE -> noiseConfidence(probe);
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
          "examples by the share of networks that are right", List.of(Number.of(MetricName.RIGHT_ON_TRAINED, "trained on"),
              Number.of(MetricName.RIGHT_ON_LEFT_OUT, "left out")));
      case NOISE_ANSWERS -> noiseAnswers(probe);
      case LEARNED_WEIGHTS -> learnedWeights(probe);
      case MOVED_DIGITS -> movedDigits(probe);
      case LOCAL_MINIMUM -> localMinimum(probe);
      case JUDGED_DRAWINGS -> judgedDrawings(probe);
      case WEIGHT_NUDGES -> weightNudges(probe);
      case TEST_ANSWERS -> new ProbeWords(probe, "Answers to the test examples",
          "Which class a network answers to the examples of which class. The numbers are the share of right answers in the class"
              + " that has the fewest, and the mean of these shares over the classes.",
          "", List.of(Number.of(MetricName.WORST_CLASS_ACCURACY, "worst class"), Number.of(MetricName.BALANCED_ACCURACY, "balanced")));
      case LEARNING_ORDER -> learningOrder(probe);
      case SECOND_LAYER -> secondLayer(probe);
      case FEATURE_SCALES -> new ProbeWords(probe, "Scales of the features",
          "The mean and standard deviation of every feature over the examples that a trial trains on are kept. The number is the"
              + " share of features that are constant there, from which nothing is learned.",
          "", List.of(Number.of(MetricName.CONSTANT_FEATURES, "constant")));
    };
  }

  private static ProbeWords hiddenWeights(Probe probe) {
    return new ProbeWords(probe, "Weights of the first layer",
        "Each image is one unit: the weight of every pixel, blue above zero and orange below. The numbers are the"
            + " correlation of neighbouring weights, averaged over units: about 0 where weights are random, near 1 where"
            + " they form smooth images.",
        "units of the first seed", List.of(
            Number.of(MetricName.WEIGHT_AUTOCORRELATION, "trained"),
            Number.of(MetricName.INITIAL_WEIGHT_AUTOCORRELATION, "before training"),
            Number.of(MetricName.LINEAR_WEIGHT_AUTOCORRELATION, "linear model")));
  }

  private static ProbeWords noiseConfidence(Probe probe) {
    return new ProbeWords(probe, "Confidence on noise",
        "How sure a network is of its answer, from 0 to 1, on the test images and on a thousand images each of uniform"
            + " and of Gaussian noise, which show nothing. The numbers are the shares answered with more than 0.9.",
        "confidence of the first seed", List.of(
            Number.of(MetricName.SURE_OF_TEST_IMAGES, "test images"),
            Number.of(MetricName.SURE_OF_UNIFORM_NOISE, "uniform noise"),
            Number.of(MetricName.SURE_OF_GAUSSIAN_NOISE, "Gaussian noise")));
  }

  private static ProbeWords noiseAnswers(Probe probe) {
    return new ProbeWords(probe, "Answers to noise",
        "One output: the share of images for which exactly one output is above 0.5, so that the network answers instead of"
            + " abstaining. AUROC: the probability that the largest output is larger for a test image than for an image of"
            + " noise, 0.5 where the network is as sure of noise as of digits. Gaussian noise has the mean and variance of the"
            + " training pixels, standard noise 0 and 1.",
        "", List.of(
            Number.of(MetricName.ONE_OUTPUT_ON_TEST_IMAGES, "one output: test images"),
            Number.of(MetricName.ONE_OUTPUT_ON_UNIFORM_NOISE, "one output: uniform noise"),
            Number.of(MetricName.ONE_OUTPUT_ON_GAUSSIAN_NOISE, "one output: Gaussian noise"),
            Number.of(MetricName.ONE_OUTPUT_ON_STANDARD_NOISE, "one output: standard noise"),
            Number.of(MetricName.ONE_OUTPUT_ON_SHUFFLED_DIGITS, "one output: shuffled digits"),
            Number.of(MetricName.AUROC_OF_UNIFORM_NOISE, "AUROC: uniform noise"),
            Number.of(MetricName.AUROC_OF_GAUSSIAN_NOISE, "AUROC: Gaussian noise"),
            Number.of(MetricName.AUROC_OF_STANDARD_NOISE, "AUROC: standard noise"),
            Number.of(MetricName.AUROC_OF_SHUFFLED_DIGITS, "AUROC: shuffled digits")));
  }

  private static ProbeWords learnedWeights(Probe probe) {
    return new ProbeWords(probe, "What the first layer learned",
        "What training changed of the weights, at the pixels that at least 5 % of the training images use, averaged over"
            + " units: the correlation of neighbours, and the share of energy that the best oriented edge explains. Beside"
            + " both, what random combinations of training images have without any learning.",
        "", List.of(
            Number.of(MetricName.CHANGE_AUTOCORRELATION, "correlation"),
            Number.of(MetricName.AUTOCORRELATION_OF_RANDOM_COMBINATIONS, "correlation: random combinations"),
            Number.of(MetricName.EDGE_SHARE, "best edge"),
            Number.of(MetricName.EDGE_SHARE_OF_RANDOM_COMBINATIONS, "best edge: random combinations"),
            Number.of(MetricName.EDGE_EXCESS, "best edge: difference")));
  }

  private static ProbeWords movedDigits(Probe probe) {
    return new ProbeWords(probe, "Accuracy on moved test images",
        "The accuracy on the test images when all are moved by 1 to 4 pixels, averaged over up, down, left and right.",
        "", List.of(
            Number.of(MetricName.ACCURACY_MOVED_1, "1 pixel"),
            Number.of(MetricName.ACCURACY_MOVED_2, "2 pixels"),
            Number.of(MetricName.ACCURACY_MOVED_3, "3 pixels"),
            Number.of(MetricName.ACCURACY_MOVED_4, "4 pixels")));
  }

  private static ProbeWords localMinimum(Probe probe) {
    return new ProbeWords(probe, "Is the end a local minimum?",
        "In a minimum the gradient of the training cost is 0, and no curvature is negative. The gradient is over all"
            + " training examples, also as a share of that before training. The curvatures are the largest and the smallest"
            + " eigenvalue of the Hessian over up to 2,000 training examples; the smallest over so few is lower on average than that"
            + " over all. In its direction the curvature over all is measured too: where that is negative the end is no minimum.",
        "", List.of(
            Number.of(MetricName.GRADIENT_NORM, "gradient"),
            Number.of(MetricName.GRADIENT_NORM_RATIO, "as a share of the start"),
            Number.of(MetricName.LARGEST_CURVATURE, "largest curvature"),
            Number.of(MetricName.SMALLEST_CURVATURE, "smallest curvature"),
            Number.of(MetricName.SMALLEST_CURVATURE_OVER_ALL, "over all examples")));
  }

  private static ProbeWords judgedDrawings(Probe probe) {
    return new ProbeWords(probe, "Drawings, judged by others",
        "For each class an image drawn by a gradient ascent that converges. Own output: what the network itself gives for"
            + " the class. Recognised: the share of drawings whose nearest training image is of the class; that are answered with"
            + " the class by a network that differs in its seed alone; and by a wide one. Distance: to the nearest training"
            + " image, as a multiple of the distance of test images to theirs; that is no measure of likeness, for a black image is near.",
        "drawings of the first seed", List.of(
            Number.of(MetricName.DRAWN_OWN_OUTPUT, "own output"),
            Number.of(MetricName.DRAWN_CONVERGED, "converged"),
            Number.of(MetricName.DRAWN_RECOGNISED_BY_NEAREST, "recognised"),
            Number.of(MetricName.DRAWN_RECOGNISED_BY_OTHER_SEED, "by another seed"),
            Number.of(MetricName.DRAWN_RECOGNISED_BY_WIDE, "by a wide network"),
            Number.of(MetricName.DRAWN_DISTANCE_RATIO, "distance")));
  }

  private static ProbeWords weightNudges(Probe probe) {
    return new ProbeWords(probe, "Nudges of weights",
        "How much more the training cost falls when the 1 % of weights with the largest derivatives are nudged, each by"
            + " 0.0001 against its derivative, than when as many random weights of the same layers are, at pixels in use; and how"
            + " much more the gradient predicts. Far nudges are half a standard deviation of all weights, up and down, and what they"
            + " change is the test cost.",
        "", List.of(
            Number.of(MetricName.NUDGE_RATIO, "measured ratio"),
            Number.of(MetricName.PREDICTED_NUDGE_RATIO, "predicted ratio"),
            Number.of(MetricName.TEST_NUDGE_RATIO, "ratio of far nudges, test cost")));
  }

  private static ProbeWords learningOrder(Probe probe) {
    return new ProbeWords(probe, "What is learned first: the pattern or the wrong labels?",
        "Of the training examples with a true label, the share answered with it. Of those with a wrong label, the share"
            + " answered with their true class, which only the pattern tells, and the share answered with the wrong label,"
            + " which only memory tells. The peak is the first epoch of the highest test accuracy.",
        "by epoch, mean over the seeds", List.of(
            Number.of(MetricName.CLEAN_AT_TEST_PEAK, "true label, at the peak"),
            Number.of(MetricName.WRONG_AS_TRUE_AT_TEST_PEAK, "wrong label: true class, at the peak"),
            Number.of(MetricName.WRONG_AS_TOLD_AT_TEST_PEAK, "wrong label: as told, at the peak"),
            Number.of(MetricName.WRONG_AS_TRUE_AT_END, "wrong label: true class, at the end"),
            Number.of(MetricName.WRONG_AS_TOLD_AT_END, "wrong label: as told, at the end")));
  }

  private static ProbeWords secondLayer(Probe probe) {
    return new ProbeWords(probe, "What excites the second layer",
        "For each unit of the second hidden layer the image that excites it most, by a gradient ascent from near-black. The"
            + " numbers are the share of energy that the best straight line or loop explains, averaged over units. Beside it,"
            + " the same before training, of random combinations of training images made black and white, and of digits.",
        "units of the first seed", List.of(
            Number.of(MetricName.STROKE_SHARE, "best line or loop"),
            Number.of(MetricName.INITIAL_STROKE_SHARE, "before training"),
            Number.of(MetricName.STROKE_SHARE_OF_RANDOM_COMBINATIONS, "random combinations"),
            Number.of(MetricName.STROKE_EXCESS, "difference"),
            Number.of(MetricName.STROKE_SHARE_OF_DIGITS, "digits")));
  }
}
