package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Measure;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.DrawnExamples;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/**
 * Asks epoch by epoch how the training examples are answered, those with a true label and those with a wrong one apart.
 *
 * <p>The trial is trained once more, to the same bits, and answers all examples that it trains on before the first epoch and
 * after each. Three rows have a number per epoch: of the examples with a true label, the share answered with it; of those with
 * a wrong label, the share answered with their true class, and the share answered as told. A row without examples is left out.
 */
record LearningOrder(TrainedTrial trained) {
  List<ProbeItem> items() {
    View view = trained.data().training();
    int[] truth = truth();
    int wrong = 0;
    for (int e = 0; e < truth.length; e++) {
      wrong += truth[e] == view.label(e) ? 0 : 1;
    }
    float[][] rows = rows(view, truth, wrong);
    List<ProbeItem> items = new ArrayList<>();
    if (wrong < truth.length) {
      items.add(ProbeItem.row(Probe.LEARNING_ORDER, "clean", rows[0]));
    }
    if (wrong > 0) {
      items.add(ProbeItem.row(Probe.LEARNING_ORDER, "wrong-as-true", rows[1]));
      items.add(ProbeItem.row(Probe.LEARNING_ORDER, "wrong-as-told", rows[2]));
    }
    return items;
  }

  /** The true classes of the examples that the trial trains on. */
  private int[] truth() {
    Dataset data = TrialRun.shaped(trained.trial(), trained.dataset());
    int[] rows = DrawnExamples.of(trained.trial(), data).trainedRows();
    int[] truth = new int[rows.length];
    for (int e = 0; e < truth.length; e++) {
      truth[e] = data.training().labels()[rows[e]] & 0xff;
    }
    return truth;
  }

  private float[][] rows(View view, int[] truth, int wrong) {
    float[][] rows = new float[3][trained.epochs() + 1];
    TrialRun run =
        new TrialRun(trained.trial(), trained.dataset(), trained::data, none -> List.of(), trained.kernels(), () -> 0);
    for (int epoch = 0; epoch <= trained.epochs(); epoch++) {
      if (epoch > 0) {
        run.trainEpoch();
      }
      int[] right = right(Measure.answers(trained.kernels(), run.network(), view), view, truth);
      rows[0][epoch] = (float) right[0] / (truth.length - wrong);
      rows[1][epoch] = (float) right[1] / wrong;
      rows[2][epoch] = (float) right[2] / wrong;
    }
    return rows;
  }

  /** Counts clean examples that are right, and wrong labels answered with the true class and as told. */
  private static int[] right(byte[] answers, View view, int[] truth) {
    int[] right = new int[3];
    for (int e = 0; e < truth.length; e++) {
      int answer = answers[e] & 0xff;
      boolean isClean = view.label(e) == truth[e];
      right[0] += isClean && answer == truth[e] ? 1 : 0;
      right[1] += !isClean && answer == truth[e] ? 1 : 0;
      right[2] += !isClean && answer == view.label(e) ? 1 : 0;
    }
    return right;
  }
}
