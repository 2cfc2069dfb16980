package rote.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.CorruptedInputs;
import rote.data.CorruptedLabels;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.View;
import rote.data.Whitening;

/**
 * What one trial sees of the data.
 *
 * @param training the first examples of one permutation of the training set, their labels corrupted as the trial asks
 * @param validation the last examples of that permutation, their labels true; null where none are held out
 * @param test the whole test set, its labels true
 * @param changedLabels the share of training labels that are not the true ones
 */
record TrialData(View training, View validation, View test, double changedLabels) {

  static TrialData of(Trial trial, Dataset whole) {
    Dataset data = TrialRun.shaped(trial, whole);
    Seeds seeds = new Seeds(trial.seed());
    int[] order = seeds.permutation(data.training().count(), "subset", 0);
    int[] rows = rows(trial, data);
    int[] held = Arrays.copyOfRange(order, order.length - trial.get(Setting.VALIDATION_EXAMPLES), order.length);
    CorruptedLabels labels = labels(trial, data, rows);
    return new TrialData(
        new View(inputs(trial, data, data.training(), "training", rows), labels.labels()),
        held.length == 0 ? null : trueView(trial, data, data.training(), "training", held),
        trueView(trial, data, data.test(), "test", IntStream.range(0, data.test().count()).toArray()),
        labels.changed());
  }

  /** The same inputs with the labels that another trial is told, which shares seed, subset and input corruption. */
  TrialData relabelled(Trial trial, Dataset data) {
    CorruptedLabels labels = labels(trial, data, rows(trial, data));
    return new TrialData(new View(training.inputs(), labels.labels()), validation, test, labels.changed());
  }

  private static int[] rows(Trial trial, Dataset data) {
    int[] order = new Seeds(trial.seed()).permutation(data.training().count(), "subset", 0);
    return Arrays.copyOf(order, trainingExamples(trial, order.length));
  }

  private static CorruptedLabels labels(Trial trial, Dataset data, int[] rows) {
    return CorruptedLabels.of(data.training(), data.classes(), rows, trial.get(Setting.LABEL_CORRUPTION),
        trial.get(Setting.LABEL_NOISE), new Seeds(trial.seed()));
  }

  /** How many examples a trial trains on, out of a training set of the given size. */
  static int trainingExamples(Trial trial, int available) {
    Integer wanted = trial.get(Setting.TRAINING_EXAMPLES);
    return wanted == null ? available - trial.get(Setting.VALIDATION_EXAMPLES) : wanted;
  }

  private static View trueView(Trial trial, Dataset data, Examples set, String name, int[] rows) {
    byte[] labels = new byte[rows.length];
    for (int e = 0; e < rows.length; e++) {
      labels[e] = set.labels()[rows[e]];
    }
    return new View(inputs(trial, data, set, name, rows), labels);
  }

  private static Inputs inputs(Trial trial, Dataset data, Examples set, String name, int[] rows) {
    Inputs inputs = CorruptedInputs.of(set, rows, trial.get(Setting.INPUT_CORRUPTION), name, data.training(),
        new Seeds(trial.seed()));
    return trial.get(Setting.WHITEN) ? Whitening.of(inputs) : inputs;
  }
}
