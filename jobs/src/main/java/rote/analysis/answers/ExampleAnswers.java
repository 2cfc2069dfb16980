package rote.analysis.answers;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.TrialResult;

/**
 * One trial's answers to the training examples that were drawn, one bit per example.
 *
 * @param right whether the network gives the label that the example has in training
 * @param wrongLabel whether that label is not the true one
 * @param toldLabel the class of that label; empty where examples were left out, and in trials that earlier versions probed
 */
public record ExampleAnswers(ProbeItem trainedOn, ProbeItem right, ProbeItem wrongLabel, Optional<ProbeItem> toldLabel) {

  /** Empty if the probe was not asked for. */
  public static Optional<ExampleAnswers> of(TrialResult result) {
    return item(result, "trained-on").flatMap(trained -> item(result, "right").flatMap(right ->
        item(result, "wrong-label").map(wrong -> new ExampleAnswers(trained, right, wrong, item(result, "told-label")))));
  }

  private static Optional<ProbeItem> item(TrialResult result, String name) {
    return result.item(Probe.EXAMPLE_CORRECTNESS, name).filter(item -> item.bits() != null);
  }

  public int count() {
    return right.shape().get(0);
  }

  /** Returns the share of right answers among examples trained on, or among the others; empty if there are none. */
  public OptionalDouble right(boolean trained) {
    IntPredicate asked = e -> trainedOn.bit(e) == trained;
    return IntStream.range(0, count()).filter(asked).map(e -> right.bit(e) ? 1 : 0).average();
  }
}
