package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.number;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.data.Shape;
import rote.data.View;
import rote.experiment.MetricName;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Network;
import rote.network.Parameters;
import rote.network.WeightInitializer;
import rote.trial.Curve;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Status;
import rote.trial.TrialResult;
import rote.trial.training.TrainedTrial;

class WeightNudgesTest {
  private static final Architecture FORM = new Architecture(List.of(100, 5, 2), Activation.TANH, Cost.QUADRATIC);

  @Test
  void theWeightsWithTheLargestDerivativesAreNudgedAndOfEqualOnesTheFirst() {
    double[] gradient = {9, -3, 1, 2, -2, 2, 0};
    int[] weights = {1, 2, 3, 4, 5, 6}; // not the first: a bias
    assertThat(WeightNudges.largest(weights, gradient, 1)).containsExactly(1);
    assertThat(WeightNudges.largest(weights, gradient, 2)).containsExactly(1, 3);
    assertThat(WeightNudges.largest(weights, gradient, 3)).containsExactly(1, 3, 4);
    assertThat(WeightNudges.largest(weights, gradient, 6)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
  }

  /** 4 pixels, 2 units, 3 classes: weights 0 to 7 and 10 to 15, after the biases 8 and 9. Pixels 1 and 3 are in use: weights 2, 3, 6, 7. */
  @Test
  void randomWeightsAreAsManyOfEachLayerAsTheLargestAndAtPixelsInUse() {
    Architecture form = new Architecture(List.of(4, 2, 3), Activation.TANH, Cost.QUADRATIC);
    PixelsInUse inUse = new PixelsInUse(new Shape(1, 2, 2), new boolean[] {false, true, false, true});
    Matched random = new Matched(form, inUse, new int[] {0, 7, 12, 13, 15});
    Set<Integer> first = new HashSet<>();
    Set<Integer> second = new HashSet<>();
    for (int draw = 0; draw < 50; draw++) {
      List<Integer> drawn = Arrays.stream(random.draw(new Seeds(1), draw)).boxed().toList();
      assertThat(drawn).doesNotHaveDuplicates().hasSize(5);
      first.addAll(drawn.subList(0, 2));
      second.addAll(drawn.subList(2, 5));
    }
    assertThat(first).containsExactlyInAnyOrder(2, 3, 6, 7);
    assertThat(second).containsExactlyInAnyOrder(10, 11, 12, 13, 14, 15);
    assertThat(new Matched(form, inUse, new int[] {0, 1, 2, 3, 4}).draw(new Seeds(1), 0)).as("too few are at pixels in use")
        .hasSize(5).satisfies(drawn -> assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThan(8));
  }

  /** The network has 510 weights, so 5 of them are nudged. */
  @Test
  void theCostChangesAsItDoesInDoublePrecision() {
    TrainedTrial trained = trained();
    View training = trained.data().training();
    double[] at = Parameters.of(trained.network());
    double[] gradient = new ReferenceNetwork(FORM, at).gradient(training);
    double[] moved = at.clone();
    double predicted = 0;
    for (int k : WeightNudges.largest(Parameters.weights(FORM), gradient, 5)) {
      moved[k] -= 1e-4 * Math.signum(gradient[k]);
      predicted -= 1e-4 * Math.abs(gradient[k]);
    }
    double change = new ReferenceNetwork(FORM, moved).cost(training) - new ReferenceNetwork(FORM, at).cost(training);
    List<ProbeItem> items = new WeightNudges(trained).items();
    assertThat(number(items, "largest-predicted")).isCloseTo(predicted, offset(1e-3 * Math.abs(predicted)));
    assertThat(number(items, "largest-change")).isCloseTo(change, offset(0.02 * Math.abs(change)));
    assertThat(number(items, "matched-change")).isBetween(number(items, "largest-change"), 0.0);
    assertThat(number(items, "matched-predicted"))
        .isCloseTo(number(items, "matched-change"), offset(0.02 * Math.abs(predicted)));
    assertThat(metric(MetricName.NUDGE_RATIO, items)).isGreaterThan(1.5)
        .isEqualTo(number(items, "largest-change") / number(items, "matched-change"));
  }

  /** Ranked on the training images, measured on the test images, both ways. */
  @Test
  void farNudgesChangeTheTestCostAsInDoublePrecision() {
    TrainedTrial trained = trained();
    double[] at = Parameters.of(trained.network());
    double[] gradient = new ReferenceNetwork(FORM, at).gradient(trained.data().training());
    int[] weights = Parameters.weights(FORM);
    double by = 0.5 * WeightNudges.deviation(at, weights);
    double size = 0;
    for (int direction : new int[] {-1, 1}) {
      double[] moved = at.clone();
      for (int k : WeightNudges.largest(weights, gradient, 5)) {
        moved[k] += direction * by * Math.signum(gradient[k]);
      }
      size += Math.abs(new ReferenceNetwork(FORM, moved).cost(trained.data().test())
          - new ReferenceNetwork(FORM, at).cost(trained.data().test())) / 2;
    }
    List<ProbeItem> items = new WeightNudges(trained).items();
    assertThat(number(items, "largest-test-change")).isCloseTo(size, offset(1e-3 * size)).isPositive();
    assertThat(number(items, "matched-test-change")).isPositive();
    assertThat(metric(MetricName.TEST_NUDGE_RATIO, items))
        .isEqualTo(number(items, "largest-test-change") / number(items, "matched-test-change"));
  }

  @Test
  void theDeviationIsThatOfTheWeightsAlone() {
    assertThat(WeightNudges.deviation(new double[] {1, 99, 3, 1, 3}, new int[] {0, 2, 3, 4})).isEqualTo(1);
  }

  @Test
  void withoutAChangeThereIsNoRatio() {
    List<ProbeItem> items = List.of(ProbeItem.number(Probe.WEIGHT_NUDGES, "largest-change", 0),
        ProbeItem.number(Probe.WEIGHT_NUDGES, "matched-change", 0));
    assertThat(Metric.of(MetricName.NUDGE_RATIO).reader().of(result(items))).isEmpty();
  }

  private static TrainedTrial trained() {
    byte[] images = new byte[100 * 30];
    IntStream.range(0, images.length).forEach(k -> images[k] = (byte) (k * k * 37 % 251));
    Network network = WeightInitializer.XAVIER.draw(FORM, new Seeds(9).stream("any", 0));
    byte[] test = new byte[100 * 20];
    IntStream.range(0, test.length).forEach(k -> test[k] = (byte) (k * k * 53 % 241));
    return TinyTrials.trained(TinyTrials.LINEAR, network, TinyTrials.dataset(new Shape(1, 10, 10), images, test));
  }

  private static double metric(MetricName name, List<ProbeItem> items) {
    return Metric.of(name).reader().of(result(items)).orElseThrow();
  }

  private static TrialResult result(List<ProbeItem> items) {
    return new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, items);
  }
}
