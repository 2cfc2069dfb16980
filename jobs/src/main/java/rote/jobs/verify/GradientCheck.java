package rote.jobs.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.View;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Network;
import rote.network.WeightInitializer;

/**
 * How far an architecture's gradients are off, on a random network, as shares of the largest derivative in the layer.
 *
 * @param exact backpropagation in double precision against central differences of the cost
 * @param rounded training's own float32 gradient against the exact one
 */
public record GradientCheck(Architecture form, double exact, double rounded) {
  private static final double MAX_EXACT = 1e-5;
  private static final double MAX_ROUNDED = 1e-4;
  /** Smaller derivatives count as this one, so that nothing is divided by zero. */
  private static final double MIN_DERIVATIVE = 1e-5;
  /** Two, because near ReLU's kink the smaller one fails a tenth as often. */
  private static final double[] STEPS = {1e-5, 1e-6};
  private static final int DRAWS = 3;
  private static final long MULTIPLICATIONS = 2_000_000; // for one layer and example
  private static final float RATE = 1 << 20; // so large that the old weight does not matter

  /**
   * Checks random derivatives of every layer against differences, and all of training's.
   *
   * <p>A ReLU network that fails is drawn again: near the kink neither differences nor float32 need agree, and a real error fails
   * on all networks.
   */
  public static GradientCheck of(Architecture form, View view, Kernels kernels) {
    GradientCheck check = of(form, view, kernels, 1);
    for (int draw = 2; draw <= DRAWS && form.activation() == Activation.RELU && !check.isGood(); draw++) {
      check = of(form, view, kernels, draw);
    }
    return check;
  }

  static GradientCheck of(Architecture form, View view, Kernels kernels, long seed) {
    double[] gradient = new ReferenceNetwork(form, ReferenceNetwork.parameters(network(form, seed))).gradient(view);
    double exact = 0;
    double rounded = 0;
    double[] plain = plain(network(form, seed), view, kernels);
    double[] summed = summed(network(form, seed), view, kernels);
    double[] parameters = ReferenceNetwork.parameters(network(form, seed));
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed + DRAWS);
    for (int l = 0, from = 0, to; l < form.depth(); l++, from = to) {
      to = from + (form.widths().get(l) + 1) * form.widths().get(l + 1);
      double largest = Arrays.stream(gradient, from, to).map(Math::abs).reduce(MIN_DERIVATIVE, Math::max);
      for (int p : sample(from, to, form.parameters(), draws)) {
        exact = worse(exact, differences(form, parameters, view, p, gradient[p]) / largest);
      }
      for (int p = from; p < to; p++) {
        rounded = worse(rounded, Math.abs(plain[p] - gradient[p]) / largest);
        rounded = worse(rounded, Math.abs(summed[p] - gradient[p]) / largest);
      }
    }
    return new GradientCheck(form, exact, rounded);
  }

  /** NaN is worse than any number. */
  private static double worse(double a, double b) {
    return Math.max(a, b);
  }

  private static Network network(Architecture form, long seed) {
    return WeightInitializer.UNIFORM.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  private static int[] sample(int from, int to, long parameters, UniformRandomProvider draws) {
    long most = Math.max(20, Math.min(200, MULTIPLICATIONS / parameters));
    return to - from <= most
        ? IntStream.range(from, to).toArray()
        : IntStream.generate(() -> draws.nextInt(from, to)).limit(most).toArray();
  }

  /** Returns how far a derivative is from the nearest of its differences. */
  private static double differences(Architecture form, double[] parameters, View view, int p, double derivative) {
    double before = parameters[p];
    double distance = Double.POSITIVE_INFINITY;
    for (double step : STEPS) {
      parameters[p] = before + step;
      double above = new ReferenceNetwork(form, parameters).cost(view);
      parameters[p] = before - step;
      double below = new ReferenceNetwork(form, parameters).cost(view);
      distance = Math.min(distance, Math.abs((above - below) / (2 * step) - derivative));
    }
    parameters[p] = before;
    return distance;
  }

  /** Returns the gradient by which plain descent changes the weights. */
  private static double[] plain(Network network, View view, Kernels kernels) {
    double[] before = ReferenceNetwork.parameters(network);
    train(new GradientDescent(kernels, network, null, view.count(), 0, 0), view, RATE);
    double[] after = ReferenceNetwork.parameters(network);
    return IntStream.range(0, before.length).mapToDouble(p -> (before[p] - after[p]) / RATE).toArray();
  }

  /** Returns the gradient that momentum adds up: the velocity after one step from rest. */
  private static double[] summed(Network network, View view, Kernels kernels) {
    Network velocity = Network.zeros(network.architecture());
    train(new GradientDescent(kernels, network, velocity, view.count(), 0.5f, 0), view, 1);
    return ReferenceNetwork.parameters(velocity);
  }

  private static void train(GradientDescent descent, View view, float rate) {
    descent.epoch(view, IntStream.range(0, view.count()).toArray(), rate);
  }

  public boolean isGood() {
    return exact <= MAX_EXACT && rounded <= MAX_ROUNDED;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s: off by %.1e in double precision, by %.1e in float32", form,
        (form.activation() + " " + form.cost()).toLowerCase(Locale.ROOT).replace('_', '-'), exact, rounded);
  }
}
