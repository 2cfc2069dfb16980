package rote.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import rote.data.DatasetInfo;
import rote.data.InputCorruption;
import rote.data.Shape;
import rote.experiment.Experiment;
import rote.files.InputException;
import rote.files.yaml.YamlName;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrialRun;

/**
 * Checks that an experiment asks nothing of its data that it does not have: examples, a test set, pictures, labels.
 *
 * @param file names the experiment in error messages
 */
public record DataFit(String file, Experiment experiment, DatasetInfo data) {
  private static final int MAX_CLASSES_BESIDE_NOISE = 255; // a label is a byte, and noise has one of its own

  /** What is done to bytes that are images, and means nothing for other features. */
  private static final Map<Setting<?>, Predicate<Trial>> OF_IMAGES = ofImages();

  /** The probes that look at pictures or make some. */
  private static final List<Probe> PICTURE_PROBES = List.of(Probe.HIDDEN_WEIGHTS, Probe.NOISE_CONFIDENCE, Probe.DRAWN_DIGITS,
      Probe.CRITICAL_SAMPLE_RATIO, Probe.NOISE_ANSWERS, Probe.LEARNED_WEIGHTS, Probe.MOVED_DIGITS, Probe.JUDGED_DRAWINGS,
      Probe.SECOND_LAYER);

  private static Map<Setting<?>, Predicate<Trial>> ofImages() {
    Map<Setting<?>, Predicate<Trial>> settings = new LinkedHashMap<>();
    settings.put(Setting.CROP_TO, trial -> trial.get(Setting.CROP_TO) != null);
    settings.put(Setting.SCALE_TO, trial -> trial.get(Setting.SCALE_TO) != null);
    settings.put(Setting.SHIFT, trial -> trial.get(Setting.SHIFT) > 0);
    settings.put(Setting.WHITEN, trial -> trial.get(Setting.WHITEN));
    settings.put(Setting.INPUT_CORRUPTION, trial -> trial.get(Setting.INPUT_CORRUPTION) != InputCorruption.NONE);
    settings.put(Setting.NOISE_EXAMPLES, trial -> trial.get(Setting.NOISE_EXAMPLES) > 0);
    return settings;
  }

  /** @throws InputException with the first key that asks for too much */
  public void check() {
    for (Trial trial : experiment.trials()) {
      if (data.isReal()) {
        OF_IMAGES.entrySet().stream().filter(entry -> entry.getValue().test(trial)).findFirst().ifPresent(entry -> {
          throw wrong(key(entry.getKey()), "is for images of bytes, and " + experiment.dataset()
              + " has real features; leave it out");
        });
      }
      checkTestSet(trial);
      checkGroups(trial);
      checkExamples(trial);
      checkLabels(trial);
      Shape cropped = TrialRun.croppedShape(trial, data.shape());
      checkShrinks("data.crop-to", cropped, data.shape());
      checkShrinks("data.scale-to", TrialRun.shape(trial, data.shape()), cropped);
    }
    experiment.probes().stream().filter(probe -> data.isReal() && PICTURE_PROBES.contains(probe)).findFirst().ifPresent(probe -> {
      throw wrong("probes", YamlName.of(probe) + " is for images of bytes, and " + experiment.dataset() + " has real features; leave it out");
    });
  }

  private static String key(Setting<?> setting) {
    return setting.section() + "." + setting.key();
  }

  private InputException wrong(String key, String what) {
    return new InputException(file + ": " + key + ": " + what);
  }

  private void checkTestSet(Trial trial) {
    Integer folds = trial.get(Setting.FOLDS);
    boolean isDrawn = trial.get(Setting.TEST_SHARE) != null || folds != null;
    String key = folds == null ? "data.test-share" : "data.folds";
    if (isDrawn && data.testExamples() > 0) {
      throw wrong(key, "is for data without a test set, but " + experiment.dataset() + " has one of "
          + data.testExamples() + " examples; leave it out");
    }
    if (!isDrawn && data.testExamples() == 0) {
      throw wrong(key, "is missing: " + experiment.dataset()
          + " has no test set; write test-share: 0.2, or folds: 5, or name a second file by test-file");
    }
    int units = data.groups() == null ? data.trainingExamples() : data.groups().count();
    String unit = data.groups() == null ? "example" : "group";
    if (isDrawn && units < 2) {
      throw wrong(key, experiment.dataset() + " has a single " + unit + "; training and test need one each");
    }
    if (folds != null && units < folds) {
      throw wrong(key, "asks for " + folds + ", but " + experiment.dataset() + " has " + units + " " + unit + "s");
    }
  }

  /** Examples that belong together are in no part of the training set beside others of their group. */
  private void checkGroups(Trial trial) {
    if (data.groups() == null) {
      return;
    }
    if (trial.get(Setting.VALIDATION_EXAMPLES) > 0 || trial.get(Setting.TRAINING_EXAMPLES) != null) {
      throw wrong("data.group-column", "keeps rows together, which validation-examples and training-examples would part; leave these out");
    }
    if (trial.isPermuted() && !data.groups().areExchangeable()) {
      throw wrong("permutation-test", data.groups().ofOneLabel() + " of the " + data.groups().count() + " groups of data.group-column have one"
          + " label and the others several: labels are exchanged between groups of one label each, or within groups of several; leave one kind out");
    }
  }

  private void checkExamples(Trial trial) {
    int available = data.trainingExamples() - trial.testOf(data.trainingExamples());
    Integer wanted = trial.get(Setting.TRAINING_EXAMPLES);
    int held = trial.get(Setting.VALIDATION_EXAMPLES);
    if (held >= available || wanted != null && (long) wanted + held > available) {
      throw wrong("data.training-examples", "asks for " + (wanted == null ? "all" : wanted)
          + " and " + held + " validation-examples, but " + experiment.dataset() + " has " + available
          + " training examples together");
    }
  }

  private void checkLabels(Trial trial) {
    if (data.classes() > MAX_CLASSES_BESIDE_NOISE && trial.get(Setting.NOISE_EXAMPLES) > 0) {
      throw wrong("trial.noise-examples", "needs a data set of at most " + MAX_CLASSES_BESIDE_NOISE
          + " classes, but " + experiment.dataset() + " has " + data.classes());
    }
  }

  private void checkShrinks(String key, Shape wanted, Shape images) {
    if (wanted.height() > images.height() || wanted.width() > images.width()) {
      throw wrong(key, "asks for " + wanted.height() + " x " + wanted.width()
          + " pixels, but the images of " + experiment.dataset() + " have " + images.height() + " x " + images.width());
    }
  }
}
