package rote.trial.probes;

import java.util.List;
import rote.data.View;
import rote.network.Measure;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Keeps the network's answer to every test image, in the order of the test set: a class from 0, in binary.
 *
 * <p>Beside the answers stands what a report needs in the place of the data set: which are right, how many images of each
 * class get each answer, and the labels of the classes.
 */
record TestAnswers(TrainedTrial trained) {
  List<ProbeItem> items() {
    View test = trained.data().test();
    byte[] answers = Measure.answers(trained.kernels(), trained.network(), test);
    boolean[] right = new boolean[answers.length];
    float[] counts = new float[trained.classes() * trained.classes()];
    for (int e = 0; e < answers.length; e++) {
      int answer = answers[e] & 0xff;
      right[e] = answer == test.label(e);
      counts[test.label(e) * trained.classes() + answer]++;
    }
    return List.of(
        ProbeItem.classes(Probe.TEST_ANSWERS, "answers", answers, trained.classes()),
        ProbeItem.bits(Probe.TEST_ANSWERS, "right", right),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(trained.classes(), trained.classes()), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", labels()));
  }

  private float[] labels() {
    float[] labels = new float[trained.classes()];
    for (int c = 0; c < labels.length; c++) {
      labels[c] = trained.dataset().label(c);
    }
    return labels;
  }
}
