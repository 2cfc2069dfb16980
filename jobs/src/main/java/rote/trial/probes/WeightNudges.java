package rote.trial.probes;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rote.data.View;
import rote.network.CostGradient;
import rote.network.Measure;
import rote.network.Network;
import rote.network.Parameters;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Asks whether the gradient tells which weights matter: weights are nudged, and the change of the cost is measured.
 *
 * <p>The share {@value #SHARE} of the weights with the largest derivatives of the training cost is moved along the signs of
 * these; then as many random weights, {@value #DRAWS} times. Random ones are drawn layer by layer, as many as are among the
 * largest, and in the first layer at {@linkplain PixelsInUse pixels in use}: otherwise nearly all of them would be first-layer
 * weights, half of them at pixels that are hardly ever white, and nobody needs a gradient to know that these matter less. A
 * small nudge of {@value #NUDGE} against the signs shows that the gradient is right: to first order the training cost changes
 * by minus the nudge times the sum of the sizes of the derivatives. A large one, {@value #LARGE} standard deviations of all
 * weights, shows what the gradient is worth where it need not be right: on the test images, and so far away that the cost is
 * curved. That is measured in both directions, and the sizes of the changes are averaged. Gradient and costs are over all
 * images, without weight decay. Biases stay as they are.
 */
record WeightNudges(TrainedTrial trained) {
  static final double SHARE = 0.01;
  static final double NUDGE = 1e-4;
  static final double LARGE = 0.5;
  static final int DRAWS = 3;

  List<ProbeItem> items() {
    View training = trained.data().training();
    int[] weights = Parameters.weights(trained.network().architecture());
    Nudge nudge = new Nudge(Parameters.of(trained.network()),
        CostGradient.of(trained.kernels(), trained.network(), training, training.count(), 0), cost(trained.network(), training));
    int count = Math.max(1, (int) Math.round(SHARE * weights.length));
    int[] largest = largest(weights, nudge.gradient, count);
    Matched random = new Matched(trained.network().architecture(), inUse(), largest);
    double large = LARGE * deviation(nudge.at, weights);
    double testCost = cost(trained.network(), trained.data().test());
    ToDoubleFunction<int[]> onTest = some -> nudge.sizeOnTest(some, large, testCost);
    return List.of(
        number("largest-change", nudge.change(largest)), number("largest-predicted", nudge.predicted(largest)),
        number("matched-change", random(random, nudge::change)),
        number("matched-predicted", random(random, nudge::predicted)),
        number("largest-test-change", onTest.applyAsDouble(largest)),
        number("matched-test-change", random(random, onTest)));
  }

  /** The mean over draws. */
  private double random(Matched random, ToDoubleFunction<int[]> of) {
    return IntStream.range(0, DRAWS).mapToDouble(draw -> of.applyAsDouble(random.draw(trained.seeds(), draw))).average()
        .orElseThrow();
  }

  private PixelsInUse inUse() {
    return PixelsInUse.of(trained.data().training().inputs(), trained.shape());
  }

  private static ProbeItem number(String name, double value) {
    return ProbeItem.number(Probe.WEIGHT_NUDGES, name, value);
  }

  private double cost(Network network, View images) {
    return Measure.of(trained.kernels(), network, images).cost();
  }

  static double deviation(double[] at, int[] weights) {
    double mean = Arrays.stream(weights).mapToDouble(k -> at[k]).average().orElseThrow();
    return Math.sqrt(Arrays.stream(weights).mapToDouble(k -> (at[k] - mean) * (at[k] - mean)).average().orElseThrow());
  }

  /** Returns so many of the weights with the largest derivatives; of equal ones the first. */
  static int[] largest(int[] weights, double[] gradient, int count) {
    double[] sizes = Arrays.stream(weights).mapToDouble(k -> Math.abs(gradient[k])).sorted().toArray();
    double least = sizes[sizes.length - count];
    IntStream above = Arrays.stream(weights).filter(k -> Math.abs(gradient[k]) > least);
    IntStream equal = Arrays.stream(weights).filter(k -> Math.abs(gradient[k]) == least);
    return IntStream.concat(above, equal).limit(count).toArray();
  }

  /** Moves weights along the signs of their derivatives, or against them. */
  private final class Nudge {
    private final double[] at;
    private final double[] gradient;
    private final double trainingCost;

    Nudge(double[] at, double[] gradient, double trainingCost) {
      this.at = at;
      this.gradient = gradient;
      this.trainingCost = trainingCost;
    }

    double change(int[] weights) {
      return cost(moved(weights, -NUDGE), trained.data().training()) - trainingCost;
    }

    double predicted(int[] weights) {
      double sum = 0;
      for (int k : weights) {
        sum += Math.abs(gradient[k]);
      }
      return -NUDGE * sum;
    }

    double sizeOnTest(int[] weights, double by, double testCost) {
      View test = trained.data().test();
      return (Math.abs(cost(moved(weights, by), test) - testCost) + Math.abs(cost(moved(weights, -by), test) - testCost)) / 2;
    }

    private Network moved(int[] weights, double by) {
      double[] moved = at.clone();
      for (int k : weights) {
        moved[k] += by * Math.signum(gradient[k]);
      }
      return Parameters.network(trained.network().architecture(), moved);
    }
  }
}
