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
        binary(answers, trained.classes()),
        ProbeItem.bits(Probe.TEST_ANSWERS, "right", right),
        new ProbeItem(Probe.TEST_ANSWERS, "confusion", List.of(trained.classes(), trained.classes()), counts),
        ProbeItem.row(Probe.TEST_ANSWERS, "labels", labels()));
  }

  /** Returns one row of bits per binary digit, highest digit first, so that ten classes need half a byte per image. */
  private static ProbeItem binary(byte[] answers, int classes) {
    int digits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1));
    boolean[] bits = new boolean[digits * answers.length];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = (answers[k % answers.length] >> digits - 1 - k / answers.length & 1) == 1;
    }
    ProbeItem row = ProbeItem.bits(Probe.TEST_ANSWERS, "answers", bits);
    return new ProbeItem(row.probe(), row.name(), List.of(digits, answers.length), row.values(), row.bits());
  }

  private float[] labels() {
    float[] labels = new float[trained.classes()];
    for (int c = 0; c < labels.length; c++) {
      labels[c] = trained.dataset().label(c);
    }
    return labels;
  }
}
