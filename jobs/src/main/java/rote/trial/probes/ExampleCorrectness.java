package rote.trial.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Measure;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.DrawnExamples;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;
import rote.trial.training.TrialRun;

/**
 * Answers every drawn training example, also those outside the trial's share.
 *
 * <p>Gives three rows of bits, one bit per example in the order of the data set: whether the trial trained on it, whether the
 * network answers the label that was told, and whether that label is wrong. Many trials together show what is memorised. Where
 * no example is left out, the label that was told is kept too: examples are then compared within their classes.
 */
record ExampleCorrectness(TrainedTrial trained) {
  List<ProbeItem> items() {
    Dataset shaped = TrialRun.shaped(trained.trial(), trained.dataset());
    DrawnExamples drawn = DrawnExamples.of(trained.trial(), shaped).inOrderOfRows();
    boolean[] share = new boolean[drawn.rows().length];
    boolean[] changed = new boolean[share.length];
    Arrays.stream(drawn.share()).forEach(e -> share[e] = true);
    for (int e = 0; e < changed.length; e++) {
      changed[e] = drawn.labels().isChanged(e);
    }
    View view = new View(TrialData.trainingInputs(trained.trial(), shaped, drawn.rows()), drawn.labels().labels());
    List<ProbeItem> items = new ArrayList<>(List.of(
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "trained-on", share),
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "right", Measure.right(trained.kernels(), trained.network(), view)),
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "wrong-label", changed)));
    if (drawn.share().length == share.length) {
      items.add(ProbeItem.classes(Probe.EXAMPLE_CORRECTNESS, "told-label", drawn.labels().labels(), trained.classes()));
    }
    return items;
  }
}
