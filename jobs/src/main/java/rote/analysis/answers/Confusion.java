package rote.analysis.answers;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.TrialResult;

/**
 * One trial's answers to the test examples: how many images of each class get each answer, and which are answered right.
 *
 * @param counts [classes][classes], the true class first
 * @param right one bit per test image, in the order of the test set
 * @param labels [classes], as in the files of the data set
 */
public record Confusion(ProbeItem counts, ProbeItem right, ProbeItem labels) {

  /** Empty if the probe was not asked for. */
  public static Optional<Confusion> of(TrialResult result) {
    return item(result, "confusion").flatMap(counts -> item(result, "right").filter(right -> right.bits() != null)
        .flatMap(right -> item(result, "labels").map(labels -> new Confusion(counts, right, labels))));
  }

  private static Optional<ProbeItem> item(TrialResult result, String name) {
    return result.item(Probe.TEST_ANSWERS, name);
  }

  public int classes() {
    return labels.values().length;
  }

  public String label(int c) {
    return String.valueOf((int) labels.values()[c]);
  }

  public double count(int trueClass, int answer) {
    return counts.values()[trueClass * classes() + answer];
  }

  /** Returns the share of a class's images that are answered right, 0 to 1; empty if it has none. */
  public OptionalDouble accuracy(int c) {
    double images = IntStream.range(0, classes()).mapToDouble(answer -> count(c, answer)).sum();
    return images == 0 ? OptionalDouble.empty() : OptionalDouble.of(count(c, c) / images);
  }

  /** Returns the lowest accuracy of a class, 0 to 1. */
  public OptionalDouble worst() {
    return IntStream.range(0, classes()).mapToObj(this::accuracy).flatMapToDouble(OptionalDouble::stream).min();
  }

  /** Returns the mean accuracy of the classes that have test examples: large ones count no more than small ones. */
  public OptionalDouble balanced() {
    return IntStream.range(0, classes()).mapToObj(this::accuracy).flatMapToDouble(OptionalDouble::stream).average();
  }

  /** Returns for each test image whether it is answered right. */
  public boolean[] rightByImage() {
    boolean[] images = new boolean[right.shape().get(0)];
    for (int e = 0; e < images.length; e++) {
      images[e] = right.bit(e);
    }
    return images;
  }
}
