package rote.trial.training;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import rote.data.CorruptedInputs;
import rote.data.CorruptedLabels;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.InputCorruption;
import rote.data.Inputs;
import rote.data.NoiseImages;
import rote.data.Shift;
import rote.data.Standardisation;
import rote.data.View;
import rote.data.Whitening;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The data as one trial sees it. Only training labels are ever corrupted.
 *
 * @param training what is measured as the training set
 * @param trainedOn the same, then images of noise, whose label is the number of classes
 * @param validation null if no examples are held out
 * @param changedLabels the share of training labels that are not the true ones
 * @param standardisation of the features, fitted on the training examples; null for bytes that are not standardised
 */
public record TrialData(
    View training, View trainedOn, View validation, View test, double changedLabels, Standardisation standardisation) {

  public static TrialData of(Trial trial, Dataset whole) {
    Dataset data = TrialRun.shaped(trial, whole);
    DrawnExamples drawn = DrawnExamples.of(trial, data);
    CorruptedLabels labels = drawn.labels().at(drawn.share());
    int[] order = DrawnExamples.order(trial, data);
    int[] held = Arrays.copyOfRange(order, order.length - trial.get(Setting.VALIDATION_EXAMPLES), order.length);
    Inputs inputs = preparedInputs(trial, data, drawn.trainedRows());
    Standardisation fitted = isStandardised(trial, data) ? Standardisation.fitted(inputs) : null;
    View training = new View(standardised(trial, fitted, inputs), labels.labels());
    return new TrialData(
        training,
        trainedOn(training, withNoise(trial, fitted, training.inputs()), data.classes()),
        held.length == 0 ? null : trueView(trial, data, fitted, data.training(), "training", held),
        trueView(trial, data, fitted, data.test(), "test", IntStream.range(0, data.test().count()).toArray()),
        labels.changed(), fitted);
  }

  /** The same inputs with the labels of another trial that draws the same inputs. */
  public TrialData relabelled(Trial trial, Dataset whole) {
    Dataset data = TrialRun.shaped(trial, whole);
    DrawnExamples drawn = DrawnExamples.of(trial, data);
    CorruptedLabels labels = drawn.labels().at(drawn.share());
    View relabelled = new View(training.inputs(), labels.labels());
    return new TrialData(relabelled, trainedOn(relabelled, trainedOn.inputs(), data.classes()), validation, test,
        labels.changed(), standardisation);
  }

  /** Whether features are measured: they are standardised, or the means of some stand in for missing values. */
  private static boolean isStandardised(Trial trial, Dataset data) {
    Boolean standardise = trial.get(Setting.STANDARDISE);
    return standardise == null ? data.isReal() : standardise || data.training().hasMissing() || data.test().hasMissing();
  }

  private static Inputs standardised(Trial trial, Standardisation fitted, Inputs inputs) {
    return fitted == null ? inputs
        : Objects.equals(trial.get(Setting.STANDARDISE), false) ? fitted.filled(inputs) : fitted.of(inputs);
  }

  private static Inputs withNoise(Trial trial, Standardisation fitted, Inputs images) {
    int count = trial.get(Setting.NOISE_EXAMPLES);
    if (count == 0) {
      return images;
    }
    Inputs noise = NoiseImages.of(count, images.width(), Seeds.ofData(trial).stream("noise-examples", 0));
    return images.and(standardised(trial, fitted, whitened(trial, noise)));
  }

  /** @param inputs those of the training set, then noise */
  private static View trainedOn(View training, Inputs inputs, int classes) {
    if (inputs.count() == training.count()) {
      return training;
    }
    byte[] labels = new byte[inputs.count()];
    for (int e = 0; e < labels.length; e++) {
      labels[e] = (byte) (e < training.count() ? training.label(e) : classes);
    }
    return new View(inputs, labels);
  }

  /** Examples of the training set as the trial sees them, also those that it does not train on. */
  public static Inputs trainingInputs(Trial trial, Dataset shaped, int[] rows) {
    Inputs inputs = preparedInputs(trial, shaped, rows);
    return isStandardised(trial, shaped) ? standardised(trial,
        Standardisation.fitted(preparedInputs(trial, shaped, DrawnExamples.of(trial, shaped).trainedRows())), inputs) : inputs;
  }

  /** Examples of the training set before features are standardised: moved, then corrupted, then whitened. */
  private static Inputs preparedInputs(Trial trial, Dataset shaped, int[] rows) {
    Seeds seeds = Seeds.ofData(trial);
    Examples set = shaped.training();
    Inputs images = Shift.of(set, shaped.shape(), rows, trial.get(Setting.SHIFT), seeds);
    Float share = trial.get(Setting.INPUT_CORRUPTION_SHARE);
    if (share != null && share == 0) {
      return whitened(trial, images);
    }
    IntPredicate chosen = share == null ? image -> true : CorruptedInputs.chosen(set.count(), share, seeds);
    return whitened(trial,
        CorruptedInputs.of(images, rows, trial.get(Setting.INPUT_CORRUPTION), chosen, "training", set, seeds));
  }

  private static View trueView(Trial trial, Dataset data, Standardisation fitted, Examples set, String name, int[] rows) {
    byte[] labels = new byte[rows.length];
    for (int e = 0; e < rows.length; e++) {
      labels[e] = set.labels()[rows[e]];
    }
    return new View(standardised(trial, fitted, trueInputs(trial, data, Inputs.of(set, rows), name, rows)), labels);
  }

  /** Images to test on are never moved, and corrupted only where no share of the training images is named. */
  private static Inputs trueInputs(Trial trial, Dataset data, Inputs images, String name, int[] rows) {
    InputCorruption corruption =
        trial.get(Setting.INPUT_CORRUPTION_SHARE) == null ? trial.get(Setting.INPUT_CORRUPTION) : InputCorruption.NONE;
    return whitened(trial,
        CorruptedInputs.of(images, rows, corruption, image -> true, name, data.training(), Seeds.ofData(trial)));
  }

  private static Inputs whitened(Trial trial, Inputs inputs) {
    return trial.get(Setting.WHITEN) ? Whitening.of(inputs) : inputs;
  }
}
