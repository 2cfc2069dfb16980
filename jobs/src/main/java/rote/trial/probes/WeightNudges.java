package rote.trial.probes;

import java.util.Arrays;
import java.util.List;
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
 * Asks whether the gradient tells which weights matter: weights are nudged, and the change of the training cost is measured.
 *
 * <p>The share {@value #SHARE} of the weights with the largest derivatives is moved, each weight by {@value #NUDGE} against
 * the sign of its derivative; then as many random weights, {@value #DRAWS} times. To first order the cost changes by minus
 * the nudge times the sum of the sizes of the derivatives. Gradient and cost are those of all training examples, without
 * weight decay. Biases stay as they are.
 */
record WeightNudges(TrainedTrial trained) {
  static final double SHARE = 0.01;
  static final double NUDGE = 1e-4;
  static final int DRAWS = 3;

  List<ProbeItem> items() {
    View training = trained.data().training();
    Nudge nudge = new Nudge(Parameters.of(trained.network()),
        CostGradient.of(trained.kernels(), trained.network(), training, training.count(), 0), cost(trained.network()));
    int[] weights = Parameters.weights(trained.network().architecture());
    int count = Math.max(1, (int) Math.round(SHARE * weights.length));
    int[] largest = largest(weights, nudge.gradient, count);
    double change = 0;
    double predicted = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] order = trained.seeds().permutation(weights.length, "weight-nudges", draw);
      int[] random = Arrays.stream(order).limit(count).map(k -> weights[k]).toArray();
      change += nudge.change(random) / DRAWS;
      predicted += nudge.predicted(random) / DRAWS;
    }
    return List.of(
        number("largest-change", nudge.change(largest)), number("largest-predicted", nudge.predicted(largest)),
        number("random-change", change), number("random-predicted", predicted));
  }

  private static ProbeItem number(String name, double value) {
    return ProbeItem.number(Probe.WEIGHT_NUDGES, name, value);
  }

  private double cost(Network network) {
    return Measure.of(trained.kernels(), network, trained.data().training()).cost();
  }

  /** Returns so many of the weights with the largest derivatives; of equal ones the first. */
  static int[] largest(int[] weights, double[] gradient, int count) {
    double[] sizes = Arrays.stream(weights).mapToDouble(k -> Math.abs(gradient[k])).sorted().toArray();
    double least = sizes[sizes.length - count];
    IntStream above = Arrays.stream(weights).filter(k -> Math.abs(gradient[k]) > least);
    IntStream equal = Arrays.stream(weights).filter(k -> Math.abs(gradient[k]) == least);
    return IntStream.concat(above, equal).limit(count).toArray();
  }

  /** Moves weights against the gradient. */
  private final class Nudge {
    private final double[] at;
    private final double[] gradient;
    private final double cost;

    Nudge(double[] at, double[] gradient, double cost) {
      this.at = at;
      this.gradient = gradient;
      this.cost = cost;
    }

    double change(int[] weights) {
      double[] moved = at.clone();
      for (int k : weights) {
        moved[k] -= NUDGE * Math.signum(gradient[k]);
      }
      return cost(Parameters.network(trained.network().architecture(), moved)) - cost;
    }

    double predicted(int[] weights) {
      double sum = 0;
      for (int k : weights) {
        sum += Math.abs(gradient[k]);
      }
      return -NUDGE * sum;
    }
  }
}
