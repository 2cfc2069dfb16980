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
  TEST_COST_SPREAD(Kind.COST, Scope.GROUP, "cost per example", false,
      "Standard deviation of the final test cost over the seeds."),
  COST_CORRELATION(Kind.ACCURACY, Scope.GROUP, "correlation", false,
      "Pearson correlation of final training cost and final test cost over the seeds."),
  MEMORISATION_AUC(Kind.ACCURACY, Scope.GROUP, "probability", false,
      "Probability that an example with a wrong label has a higher memorisation score than one with a true label."),
  NOISY_TEST_ACCURACY(Kind.ACCURACY, Scope.GROUP, "share", false,
      "Test accuracy expected on labels as noisy as the training labels.");

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
    return this != MEMORISATION_AUC && this != NOISY_TEST_ACCURACY;
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
