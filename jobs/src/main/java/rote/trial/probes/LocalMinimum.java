package rote.trial.probes;

import java.util.List;
import rote.data.Normals;
import rote.data.View;
import rote.network.CostGradient;
import rote.network.HessianProduct;
import rote.network.Network;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/**
 * Asks whether training has ended in a local minimum: is the gradient zero, and does the cost curve up in every direction?
 *
 * <p>The gradient is that of the mean cost over all training examples with the labels told, weight decay included, by all
 * weights and biases; its norm stands beside that before training. The curvatures are the extreme eigenvalues of the Hessian
 * over up to {@value #EXAMPLES} training examples, by {@value #STEPS} {@linkplain Lanczos steps of Lanczos}. The true
 * extremes lie at or beyond these estimates. But the smallest eigenvalue over few examples is on average lower than that over all,
 * so it judges nothing. In the direction in which it is found the curvature over all training examples is measured as well: no
 * smallest eigenvalue over all is larger. Where that is negative the end is no minimum; a positive one does not prove that it is.
 */
record LocalMinimum(TrainedTrial trained) {
  static final int EXAMPLES = 2_000; // the first that the trial trained on, which are in random order
  static final int STEPS = 50;

  List<ProbeItem> items() {
    Network initial = TrialRun.initial(trained.trial(), trained.network().architecture());
    Lanczos curvature = Lanczos.of(direction -> product(direction, EXAMPLES), start(), STEPS);
    return List.of(
        number("gradient-norm", Lanczos.norm(gradient(trained.network()))),
        number("initial-gradient-norm", Lanczos.norm(gradient(initial))),
        number("largest-curvature", curvature.largest()),
        number("smallest-curvature", curvature.smallest()),
        number("smallest-curvature-over-all", overAll(curvature.lowest())));
  }

  private static ProbeItem number(String name, double value) {
    return ProbeItem.number(Probe.LOCAL_MINIMUM, name, value);
  }

  private double[] gradient(Network network) {
    View training = trained.data().training();
    return CostGradient.of(
        trained.kernels(), network, training, training.count(), trained.trial().get(Setting.WEIGHT_DECAY));
  }

  private double[] start() {
    Normals normals = new Normals(trained.seeds().stream("local-minimum", 0));
    double[] start = new double[(int) trained.network().architecture().parameters()];
    for (int k = 0; k < start.length; k++) {
      start[k] = normals.next();
    }
    return start;
  }

  /** Returns the curvature over all training examples in a direction of any length. */
  private double overAll(double[] direction) {
    double[] product = product(direction, Integer.MAX_VALUE);
    return Lanczos.product(direction, product) / Lanczos.product(direction, direction);
  }

  /** Returns the Hessian over at most so many examples, times a direction. */
  private double[] product(double[] direction, int most) {
    View training = trained.data().training();
    return HessianProduct.of(trained.kernels(), trained.network(), direction, training,
        Math.min(most, training.count()), trained.trial().get(Setting.WEIGHT_DECAY));
  }
}
