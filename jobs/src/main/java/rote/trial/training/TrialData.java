package rote.trial.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.data.CorruptedInputs;
import rote.data.CorruptedLabels;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.View;
import rote.data.Whitening;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The data as one trial sees it. Only training labels are ever corrupted.
 *
 * @param validation null if no examples are held out
 * @param changedLabels the share of training labels that are not the true ones
 */
public record TrialData(View training, View validation, View test, double changedLabels) {

  public static TrialData of(Trial trial, Dataset whole) {
    Dataset data = TrialRun.shaped(trial, whole);
    DrawnExamples drawn = DrawnExamples.of(trial, data);
    CorruptedLabels labels = drawn.labels().at(drawn.share());
    int[] order = DrawnExamples.order(trial, data);
    int[] held = Arrays.copyOfRange(order, order.length - trial.get(Setting.VALIDATION_EXAMPLES), order.length);
    return new TrialData(
        new View(trainingInputs(trial, data, drawn.trainedRows()), labels.labels()),
        held.length == 0 ? null : trueView(trial, data, data.training(), "training", held),
        trueView(trial, data, data.test(), "test", IntStream.range(0, data.test().count()).toArray()),
        labels.changed());
  }

  /** The same inputs with the labels of another trial of the same seeds, subset and input corruption. */
  TrialData relabelled(Trial trial, Dataset data) {
    DrawnExamples drawn = DrawnExamples.of(trial, data);
    CorruptedLabels labels = drawn.labels().at(drawn.share());
    return new TrialData(new View(training.inputs(), labels.labels()), validation, test, labels.changed());
  }

  /** Examples of the training set as the trial sees them, also those that it does not train on. */
  public static Inputs trainingInputs(Trial trial, Dataset shaped, int[] rows) {
    return inputs(trial, shaped, shaped.training(), "training", rows);
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
        DrawnExamples.seeds(trial));
    return trial.get(Setting.WHITEN) ? Whitening.of(inputs) : inputs;
  }
}
