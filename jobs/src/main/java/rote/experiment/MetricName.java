package rote.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists the metrics: the numbers that claims and published figures are about. */
public enum MetricName {
  FINAL_TRAINING_ACCURACY(Kind.ACCURACY, true, "Accuracy on the training examples after the last epoch."),
  FINAL_VALIDATION_ACCURACY(Kind.ACCURACY, true, "Accuracy on the validation examples after the last epoch."),
  FINAL_TEST_ACCURACY(Kind.ACCURACY, true, "Accuracy on the test set after the last epoch."),
  FINAL_TRAINING_COST(Kind.COST, true, "Cost on the training examples after the last epoch."),
  FINAL_VALIDATION_COST(Kind.COST, true, "Cost on the validation examples after the last epoch."),
  FINAL_TEST_COST(Kind.COST, true, "Cost on the test set after the last epoch."),
  BEST_TRAINING_ACCURACY(Kind.ACCURACY, false, "Highest accuracy on the training examples over the epochs."),
  BEST_VALIDATION_ACCURACY(Kind.ACCURACY, true, "Highest accuracy on the validation examples over the epochs."),
  BEST_TEST_ACCURACY(Kind.ACCURACY, true, "Highest accuracy on the test set over the epochs."),
  BEST_TRAINING_COST(Kind.COST, false, "Lowest cost on the training examples over the epochs."),
  BEST_VALIDATION_COST(Kind.COST, false, "Lowest cost on the validation examples over the epochs."),
  BEST_TEST_COST(Kind.COST, true, "Lowest cost on the test set over the epochs."),
  GENERALISATION_GAP(Kind.ACCURACY, true, "Final training accuracy minus final test accuracy."),
  FIT_EPOCH(Kind.EPOCH, true, "First epoch with a training accuracy of 0.99 or more; a trial that never gets there has none."),
  INITIAL_TEST_ACCURACY(Kind.ACCURACY, false, "Accuracy on the test set before training."),
  FITTED(Kind.ACCURACY, false, "1 for a trial that fitted its training set, 0 for one that did not; of a group, the share that did."),
  BEST_TEST_EPOCH(Kind.EPOCH, false, "First epoch with the highest test accuracy."),
  EPOCHS_RUN(Kind.EPOCH, true, "Epochs that were trained."),
  CHANGED_LABELS(Kind.ACCURACY, true, "Share of training labels that are not the true ones."),
  CRITICAL_SAMPLE_RATIO(Kind.ACCURACY, true, "Share of test images with an image of another answer within 0.01 in every pixel."),
  SECONDS(Kind.SECONDS, true, "Time of the trial in its task, measuring included."),
  TEST_ACCURACY_DROP(Kind.ACCURACY, false, "Highest test accuracy over the epochs minus the final one."),
  PROBE_ITEMS(Kind.COUNT, false, "How many items the probes recorded."),
  WEIGHT_AUTOCORRELATION(Kind.ACCURACY, Scope.TRIAL, "correlation", false,
      "Correlation of neighbouring first-layer weights, averaged over units."),
  INITIAL_WEIGHT_AUTOCORRELATION(Kind.ACCURACY, Scope.TRIAL, "correlation", false, "The same before training."),
  LINEAR_WEIGHT_AUTOCORRELATION(Kind.ACCURACY, Scope.TRIAL, "correlation", false, "The same of a linear model trained alike."),
  SURE_OF_TEST_IMAGES(Kind.ACCURACY, false, "Share of test images answered with a confidence above 0.9."),
  SURE_OF_UNIFORM_NOISE(Kind.ACCURACY, false, "Share of images of uniform noise answered with a confidence above 0.9."),
  SURE_OF_GAUSSIAN_NOISE(Kind.ACCURACY, false, "Share of images of Gaussian noise answered with a confidence above 0.9."),
  DRAWN_DIGIT_OUTPUT(Kind.ACCURACY, Scope.TRIAL, "output", false,
      "Output for the class of an image drawn by gradient ascent, averaged over classes."),
  RIGHT_ON_TRAINED(Kind.ACCURACY, false, "Share of the examples trained on that are answered with the label told."),
  RIGHT_ON_LEFT_OUT(Kind.ACCURACY, false, "Share of the examples left out that are answered with the label told."),
  ONE_OUTPUT_ON_TEST_IMAGES(Kind.ACCURACY, false, "Share of test images for which exactly one output is above 0.5."),
  ONE_OUTPUT_ON_UNIFORM_NOISE(Kind.ACCURACY, false, "The same of images of uniform noise."),
  ONE_OUTPUT_ON_GAUSSIAN_NOISE(Kind.ACCURACY, false, "The same of images of Gaussian noise."),
  ONE_OUTPUT_ON_STANDARD_NOISE(Kind.ACCURACY, false, "The same of images of Gaussian noise with mean 0 and variance 1."),
  ONE_OUTPUT_ON_SHUFFLED_DIGITS(Kind.ACCURACY, false, "The same of test images with their pixels in random order."),
  LARGEST_OUTPUT_ON_TEST_IMAGES(Kind.ACCURACY, Scope.TRIAL, "output", false,
      "Largest output, averaged over the test images."),
  LARGEST_OUTPUT_ON_UNIFORM_NOISE(Kind.ACCURACY, Scope.TRIAL, "output", false, "The same over images of uniform noise."),
  LARGEST_OUTPUT_ON_GAUSSIAN_NOISE(Kind.ACCURACY, Scope.TRIAL, "output", false, "The same over images of Gaussian noise."),
  LARGEST_OUTPUT_ON_STANDARD_NOISE(Kind.ACCURACY, Scope.TRIAL, "output", false,
      "The same over images of Gaussian noise with mean 0 and variance 1."),
  LARGEST_OUTPUT_ON_SHUFFLED_DIGITS(Kind.ACCURACY, Scope.TRIAL, "output", false,
      "The same over test images with their pixels in random order."),
  AUROC_OF_UNIFORM_NOISE(Kind.ACCURACY, Scope.TRIAL, "probability", false,
      "Probability that the largest output is larger for a test image than for an image of uniform noise."),
  AUROC_OF_GAUSSIAN_NOISE(Kind.ACCURACY, Scope.TRIAL, "probability", false, "The same against Gaussian noise."),
  AUROC_OF_STANDARD_NOISE(Kind.ACCURACY, Scope.TRIAL, "probability", false,
      "The same against Gaussian noise with mean 0 and variance 1."),
  AUROC_OF_SHUFFLED_DIGITS(Kind.ACCURACY, Scope.TRIAL, "probability", false,
      "The same against test images with their pixels in random order."),
  CHANGE_AUTOCORRELATION(Kind.ACCURACY, Scope.TRIAL, "correlation", false,
      "Correlation of neighbours in what training changed of the first-layer weights, averaged over units."),
  EDGE_SHARE(Kind.ACCURACY, false,
      "Share of that change's energy that the best oriented edge explains, averaged over units."),
  AUTOCORRELATION_OF_RANDOM_COMBINATIONS(Kind.ACCURACY, Scope.TRIAL, "correlation", false,
      "Correlation of neighbours in random combinations of training images."),
  EDGE_SHARE_OF_RANDOM_COMBINATIONS(Kind.ACCURACY, false, "Share of their energy that the best oriented edge explains."),
  EDGE_EXCESS(Kind.ACCURACY, false, "edge_share minus edge_share_of_random_combinations."),
  ACCURACY_MOVED_1(Kind.ACCURACY, false, "Accuracy on the test images moved by 1 pixel, averaged over four directions."),
  ACCURACY_MOVED_2(Kind.ACCURACY, false, "The same by 2 pixels."),
  ACCURACY_MOVED_3(Kind.ACCURACY, false, "The same by 3 pixels."),
  ACCURACY_MOVED_4(Kind.ACCURACY, false, "The same by 4 pixels."),
  GRADIENT_NORM(Kind.COST, false, "Norm of the gradient of the training cost by all weights and biases, at the end."),
  GRADIENT_NORM_RATIO(Kind.COST, Scope.TRIAL, "ratio", false, "The same as a share of that before training."),
  LARGEST_CURVATURE(Kind.COST, false,
      "Largest eigenvalue of the Hessian of the training cost, at the end, over up to 2,000 training examples."),
  SMALLEST_CURVATURE(Kind.COST, false, "Smallest eigenvalue of the same."),
  SMALLEST_CURVATURE_OVER_ALL(Kind.COST, false,
      "Curvature over all training examples in the direction in which that is found; below 0 the end is no minimum."),
  DRAWN_OWN_OUTPUT(Kind.ACCURACY, Scope.TRIAL, "output", false,
      "Output for the class of an image drawn by an ascent that converges, averaged over classes."),
  DRAWN_CONVERGED(Kind.ACCURACY, false, "Share of classes for which that ascent converged."),
  DRAWN_RECOGNISED_BY_NEAREST(Kind.ACCURACY, false,
      "Share of classes whose drawing has a training image of its class nearest."),
  DRAWN_RECOGNISED_BY_OTHER_SEED(Kind.ACCURACY, false,
      "Share of classes whose drawing is recognised by a network that differs in its seed alone."),
  DRAWN_RECOGNISED_BY_WIDE(Kind.ACCURACY, false, "Share of classes whose drawing is recognised by a network of 256 units."),
  DRAWN_DISTANCE_RATIO(Kind.ACCURACY, Scope.TRIAL, "ratio", false,
      "Distance of a drawing to the nearest training image, divided by that of test images; means over classes and images."),
  NUDGE_RATIO(Kind.COST, Scope.TRIAL, "ratio", false,
      "Change of the training cost when weights with the largest derivatives are nudged, by that when random ones of the same layers are."),
  PREDICTED_NUDGE_RATIO(Kind.COST, Scope.TRIAL, "ratio", false, "The same as the gradient predicts it."),
  TEST_NUDGE_RATIO(Kind.COST, Scope.TRIAL, "ratio", false,
      "Change of the test cost when weights with the largest derivatives are moved far, by that when random ones of the same layers are."),
  WORST_CLASS_ACCURACY(Kind.ACCURACY, false, "Accuracy on the test examples of the class that is answered right least often."),
  BALANCED_ACCURACY(Kind.ACCURACY, false, "Accuracy on the test examples of each class, averaged over the classes."),
  CONSTANT_FEATURES(Kind.ACCURACY, false, "Share of features that are constant over the examples that the trial trains on."),
  CLEAN_AT_TEST_PEAK(Kind.ACCURACY, false,
      "Share of the training examples with a true label that are answered with it, at the first epoch of the highest test accuracy."),
  WRONG_AS_TRUE_AT_TEST_PEAK(Kind.ACCURACY, false,
      "Share of the training examples with a wrong label that are answered with their true class, at that epoch."),
  WRONG_AS_TOLD_AT_TEST_PEAK(Kind.ACCURACY, false, "Share of them that are answered with the wrong label, at that epoch."),
  TRUE_LEAD_AT_TEST_PEAK(Kind.ACCURACY, false, "wrong_as_true_at_test_peak minus wrong_as_told_at_test_peak."),
  WRONG_AS_TRUE_AT_END(Kind.ACCURACY, false,
      "Share of the training examples with a wrong label that are answered with their true class, after the last epoch."),
  WRONG_AS_TOLD_AT_END(Kind.ACCURACY, false, "Share of them that are answered with the wrong label, after the last epoch."),
  TRUE_LEAD_AT_END(Kind.ACCURACY, false, "wrong_as_true_at_end minus wrong_as_told_at_end."),
  STROKE_SHARE(Kind.ACCURACY, false,
      "Share of the energy that the best line or loop explains in the image that excites a second-layer unit most, averaged over units."),
  INITIAL_STROKE_SHARE(Kind.ACCURACY, false, "The same before training."),
  STROKE_SHARE_OF_RANDOM_COMBINATIONS(Kind.ACCURACY, false,
      "The same of random combinations of training images, made black and white."),
  STROKE_SHARE_OF_DIGITS(Kind.ACCURACY, false, "The same of training images."),
  STROKE_EXCESS(Kind.ACCURACY, false, "stroke_share minus stroke_share_of_random_combinations."),
  TEST_COST_SPREAD(Kind.COST, Scope.GROUP, "cost per example", false,
      "Standard deviation of the final test cost over the seeds."),
  COST_CORRELATION(Kind.ACCURACY, Scope.GROUP, "correlation", false,
      "Pearson correlation of final training cost and final test cost over the seeds."),
  MEMORISATION_AUC(Kind.ACCURACY, Scope.GROUP, "probability", false,
      "Probability that an example with a wrong label has a higher memorisation score than one with a true label."),
  EXAMPLE_VARIABILITY(Kind.ACCURACY, Scope.GROUP, "ratio", false,
      "How much the share of networks that are right varies over the training examples of a class, as a multiple of a binomial of its mean."),
  NOISY_TEST_ACCURACY(Kind.ACCURACY, Scope.GROUP, "share", false,
      "Test accuracy expected on labels as noisy as the training labels."),
  PERMUTATION_P(Kind.ACCURACY, Scope.GROUP, "probability", false,
      "Exact p of the permutation test: the share of permutations of the labels with a test accuracy as high, the true labels counted in.");

  /** How values are written. */
  public enum Kind {
    ACCURACY("share"), COST("cost per example"), EPOCH("epochs"), COUNT("items"), SECONDS("s");

    private final String unit; // unless a metric has another

    Kind(String unit) {
      this.unit = unit;
    }
  }

  /** What has a value: a single trial, or only all trials of a group together. */
  public enum Scope { TRIAL, GROUP }

  private static final String FINAL = "final_";

  private final Kind kind;
  private final Scope scope;
  private final String unit;
  private final boolean onPage;
  private final String meaning;

  MetricName(Kind kind, boolean onPage, String meaning) {
    this(kind, Scope.TRIAL, kind.unit, onPage, meaning);
  }

  MetricName(Kind kind, Scope scope, String unit, boolean onPage, String meaning) {
    this.kind = kind;
    this.scope = scope;
    this.unit = unit;
    this.onPage = onPage;
    this.meaning = meaning;
  }

  public static Optional<MetricName> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.names().contains(name)).findFirst();
  }

  public static List<String> allNames() {
    return Arrays.stream(values()).flatMap(metric -> metric.names().stream()).toList();
  }

  /** The names in a file: such as {@code final_test_accuracy}, and {@code test_accuracy} for the same. */
  public List<String> names() {
    return column().startsWith(FINAL) ? List.of(column(), column().substring(FINAL.length())) : List.of(column());
  }

  /** The name, and that of the column of the trials table, if it has one. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  public Scope scope() {
    return scope;
  }

  /** Whether two groups can be compared by it, seed by seed. */
  public boolean isPaired() {
    return !isOfExamples() && this != NOISY_TEST_ACCURACY && this != PERMUTATION_P;
  }

  /** Whether its interval is over training examples, and not over seeds. */
  public boolean isOfExamples() {
    return this == MEMORISATION_AUC || this == EXAMPLE_VARIABILITY;
  }

  /** Whether it is a statistic that trials have only together, and so no interval of its own. */
  public boolean isJoint() {
    return this == TEST_COST_SPREAD || this == COST_CORRELATION;
  }

  public String unit() {
    return unit;
  }

  /** Whether the page's charts and tables offer it. */
  public boolean isOnPage() {
    return onPage;
  }

  public String meaning() {
    return meaning;
  }
}
