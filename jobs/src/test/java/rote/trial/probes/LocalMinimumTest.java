package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rote.data.Dataset;
import rote.data.Shape;
import rote.data.View;
import rote.jobs.verify.ReferenceNetwork;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Network;
import rote.network.Parameters;
import rote.network.WeightInitializer;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrainedTrial;

class LocalMinimumTest {
  private static final Shape PIXEL = new Shape(1, 1, 1);
  private static final Trial SQUARES = TinyTrials.LINEAR.with(Setting.ACTIVATION, Activation.RELU); // linear outputs
  private static final double MEAN = 0.5; // of the pixels 0, 0.2, 0.8 and 1
  private static final double SQUARE = (0.04 + 0.64 + 1) / 4;
  private static final Dataset FOUR = TinyTrials.dataset(PIXEL, new byte[] {0, 51, (byte) 204, (byte) 255}, new byte[1]);

  /** With linear outputs the cost is a mean of squares, whose Hessian is 2 [[mean x^2, mean x], [mean x, 1]] per output. */
  @Test
  void curvaturesOfLeastSquaresAreTheirEigenvalues() {
    List<ProbeItem> items = items(SQUARES, network(0, 0, 0, 0));
    double root = Math.sqrt((SQUARE - 1) * (SQUARE - 1) + 4 * MEAN * MEAN);
    assertThat(number(items, "largest-curvature")).isCloseTo(SQUARE + 1 + root, offset(5e-4));
    assertThat(number(items, "smallest-curvature")).isCloseTo(SQUARE + 1 - root, offset(5e-4));
    List<ProbeItem> decayed = items(SQUARES.with(Setting.WEIGHT_DECAY, 0.4f), network(0, 0, 0, 0));
    double weight = SQUARE + 0.2;
    double other = Math.sqrt((weight - 1) * (weight - 1) + 4 * MEAN * MEAN);
    assertThat(number(decayed, "largest-curvature")).as("decay curves the weights, not the biases")
        .isCloseTo(weight + 1 + other, offset(5e-4));
  }

  /** In the direction found over 2,000 of 3,000 examples; both Hessians are 2 [[mean x^2, mean x], [mean x, 1]] per output. */
  @Test
  void theDirectionFoundOverSomeIsJudgedOverAllExamples() {
    byte[] pixels = new byte[3_000];
    IntStream.range(0, pixels.length).forEach(k -> pixels[k] = (byte) (k * k % 251));
    TrainedTrial trained = TinyTrials.trained(SQUARES, network(0, 0, 0, 0), TinyTrials.dataset(PIXEL, pixels, new byte[1]));
    double[] some = moments(trained, 2_000);
    double[] all = moments(trained, 3_000);
    double lowest = some[1] + 1 - Math.sqrt((some[1] - 1) * (some[1] - 1) + 4 * some[0] * some[0]);
    double weight = lowest - 2; // the eigenvector is (weight, bias), as 2 mean x times weight + 2 times bias = lowest times bias
    double bias = 2 * some[0];
    double overAll = 2 * (all[1] * weight * weight + 2 * all[0] * weight * bias + bias * bias) / (weight * weight + bias * bias);
    List<ProbeItem> items = new LocalMinimum(trained).items();
    assertThat(number(items, "smallest-curvature")).isCloseTo(lowest, offset(2e-5));
    assertThat(number(items, "smallest-curvature-over-all")).isCloseTo(overAll, offset(2e-5)).isNotCloseTo(lowest, offset(1e-4));
    List<ProbeItem> four = items(SQUARES, network(0, 0, 0, 0));
    assertThat(number(four, "smallest-curvature-over-all")).as("of four examples, all are seen")
        .isCloseTo(number(four, "smallest-curvature"), offset(5e-4));
  }

  /** The mean and the mean square of the first pixels. */
  private static double[] moments(TrainedTrial trained, int count) {
    float[] pixel = new float[1];
    double[] moments = new double[2];
    for (int e = 0; e < count; e++) {
      trained.data().training().inputs().decode(e, pixel, 0);
      moments[0] += (double) pixel[0] / count;
      moments[1] += (double) pixel[0] * pixel[0] / count;
    }
    return moments;
  }

  @Test
  void theGradientIsThatOfTheEndBesideThatOfTheStart() {
    // outputs 0, so 2 (0 - 1) x and 2 (0 - 1) for class 0, of which all examples are
    assertThat(number(items(SQUARES, network(0, 0, 0, 0)), "gradient-norm"))
        .isCloseTo(2 * Math.sqrt(MEAN * MEAN + 1), offset(1e-6));
    List<ProbeItem> minimum = items(SQUARES, network(0, 0, 1, 0));
    assertThat(number(minimum, "gradient-norm")).as("every output is right").isZero();
    double[] start = Parameters.of(WeightInitializer.XAVIER.draw(form(), new Seeds(1).stream("weights", 0)));
    double[] gradient = { // of weights and biases to both classes
      2 * (start[0] * SQUARE + (start[2] - 1) * MEAN), 2 * (start[1] * SQUARE + start[3] * MEAN),
      2 * (start[0] * MEAN + start[2] - 1), 2 * (start[1] * MEAN + start[3])};
    assertThat(number(minimum, "initial-gradient-norm")).isCloseTo(
        Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum()), offset(1e-6));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void curvaturesAreThoseOfTheExactHessian(Activation activation) {
    for (Cost cost : Cost.values()) {
      Architecture form = new Architecture(List.of(4, 3, 2), activation, cost);
      Network network = WeightInitializer.STANDARD_NORMAL.draw(form, new Seeds(9).stream("any", 0));
      byte[] images = new byte[4 * 20];
      for (int k = 0; k < images.length; k++) {
        images[k] = (byte) (k * k * 37 % 251);
      }
      Dataset dataset = TinyTrials.dataset(new Shape(1, 2, 2), images, new byte[4]);
      TrainedTrial trained = TinyTrials.trained(TinyTrials.LINEAR, network, dataset);
      double[] eigenvalues = eigenvalues(hessian(form, Parameters.of(network), trained.data().training()));
      List<ProbeItem> items = new LocalMinimum(trained).items();
      double largest = eigenvalues[eigenvalues.length - 1];
      assertThat(number(items, "largest-curvature")).isCloseTo(largest, offset(2e-3 * largest));
      assertThat(number(items, "smallest-curvature")).isCloseTo(eigenvalues[0], offset(5e-4));
      assertThat(eigenvalues[0]).as("no minimum").isLessThan(-0.002);
    }
  }

  /** By differences of exact gradients. */
  private static double[][] hessian(Architecture form, double[] at, View view) {
    double[][] hessian = new double[at.length][at.length];
    for (int p = 0; p < at.length; p++) {
      double[] ahead = at.clone();
      double[] behind = at.clone();
      ahead[p] += 1e-4;
      behind[p] -= 1e-4;
      double[] above = new ReferenceNetwork(form, ahead).gradient(view);
      double[] below = new ReferenceNetwork(form, behind).gradient(view);
      int row = p;
      Arrays.setAll(hessian[row], q -> (above[q] - below[q]) / 2e-4);
    }
    return hessian;
  }

  /** Ascending, by Jacobi's rotations, which make a symmetric matrix diagonal. */
  private static double[] eigenvalues(double[][] matrix) {
    int n = matrix.length;
    for (int sweep = 0; sweep < 50; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          double angle = 0.5 * Math.atan2(2 * matrix[p][q], matrix[q][q] - matrix[p][p]);
          for (int k = 0; k < n; k++) {
            rotate(matrix[k], p, q, angle);
          }
          double[] row = matrix[p].clone();
          for (int k = 0; k < n; k++) {
            double below = matrix[q][k];
            matrix[p][k] = Math.cos(angle) * row[k] - Math.sin(angle) * below;
            matrix[q][k] = Math.sin(angle) * row[k] + Math.cos(angle) * below;
          }
        }
      }
    }
    double[] eigenvalues = new double[n];
    Arrays.setAll(eigenvalues, k -> matrix[k][k]);
    Arrays.sort(eigenvalues);
    return eigenvalues;
  }

  private static void rotate(double[] row, int p, int q, double angle) {
    double left = row[p];
    row[p] = Math.cos(angle) * left - Math.sin(angle) * row[q];
    row[q] = Math.sin(angle) * left + Math.cos(angle) * row[q];
  }

  private static Architecture form() {
    return new Architecture(List.of(1, 2), Activation.RELU, Cost.QUADRATIC);
  }

  /** Two weights, then two biases. */
  private static Network network(double... parameters) {
    return Parameters.network(form(), parameters);
  }

  private static List<ProbeItem> items(Trial trial, Network network) {
    return new LocalMinimum(TinyTrials.trained(trial, network, FOUR)).items();
  }
}
