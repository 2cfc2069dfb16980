package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Inputs;
import rote.data.Normals;
import rote.data.Shape;
import rote.network.Layer;
import rote.network.Network;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialRun;

/** What training changed of the first layer, over the pixels in use. */
class LearnedWeightsTest {
  private static final Shape DIGIT = new Shape(1, 28, 28);
  private static final Shape SMALL = new Shape(1, 7, 6);
  private static final Trial TRIAL = Trial.defaults(3).with(Setting.HIDDEN, List.of(2));

  @Test
  void aPixelIsInUseIfOneImageInTwentyHasIt() {
    byte[] images = new byte[40 * 4];
    images[0] = 1; // pixel 0 in one image of 40, pixel 1 in two, pixel 2 in all
    images[1] = 1;
    images[5] = 1;
    IntStream.range(0, 40).forEach(e -> images[4 * e + 2] = (byte) 200);
    Inputs inputs = TinyTrials.trained(TRIAL, null, TinyTrials.dataset(new Shape(1, 2, 2), images, new byte[4]))
        .data().training().inputs();
    PixelsInUse used = PixelsInUse.of(inputs, new Shape(1, 2, 2));
    assertThat(IntStream.range(0, 4).mapToObj(used::has)).containsExactly(false, true, true, false);
    assertThat(used.count()).isEqualTo(2);
  }

  @Test
  void autocorrelationIsMoransIOverThePixelsInUse() {
    boolean[] used = some(SMALL);
    float[] image = image(SMALL);
    double mean = 0;
    int n = 0;
    for (int k = 0; k < used.length; k++) {
      mean += used[k] ? image[k] : 0;
      n += used[k] ? 1 : 0;
    }
    mean /= n;
    double numerator = 0;
    double denominator = 0;
    int links = 0;
    for (int a = 0; a < used.length; a++) {
      denominator += used[a] ? (image[a] - mean) * (image[a] - mean) : 0;
      for (int b = 0; b < used.length; b++) {
        if (used[a] && used[b] && Math.abs(a / 6 - b / 6) + Math.abs(a % 6 - b % 6) == 1) {
          numerator += (image[a] - mean) * (image[b] - mean);
          links++;
        }
      }
    }
    assertThat(new PixelsInUse(SMALL, used).autocorrelation(image))
        .isCloseTo((double) n / links * numerator / denominator, offset(1e-12));
    assertThat(all(SMALL).autocorrelation(image)).isCloseTo(HiddenWeights.autocorrelation(image, SMALL), offset(1e-12));
    assertThat(all(SMALL).autocorrelation(new float[42])).isNaN();
  }

  /** Over many directions, each by the squared correlation with its filter. */
  @Test
  void theBestEdgeIsTheBestOfAllDirectionsPlacesAndScales() {
    boolean[] used = some(SMALL);
    float[] image = image(SMALL);
    double best = 0;
    for (int scale : new int[] {1, 2, 4}) {
      for (int place = 0; place < used.length; place++) {
        for (int degrees = 0; used[place] && degrees < 180; degrees++) {
          float[] edge = edge(SMALL, place % 6, place / 6, Math.toRadians(degrees), scale, u -> u);
          best = Math.max(best, squaredCorrelation(image, edge, used));
        }
      }
    }
    double share = new OrientedEdges(new PixelsInUse(SMALL, used)).shares(List.of(image))[0];
    assertThat(share).isBetween(best - 1e-6, best + 1e-3); // directions between whole degrees
  }

  @Test
  void aMadeUpEdgeIsNearlyAllExplainedWhateverItsDirection() {
    for (int degrees = 0; degrees < 360; degrees += 35) {
      double angle = Math.toRadians(degrees);
      assertThat(share(edge(DIGIT, 15, 11, angle, 2, u -> u))).isBetween(0.995, 1.0000001);
      assertThat(share(edge(DIGIT, 14.3, 12.6, angle, 2.5, Math::signum))).as("a step").isGreaterThan(0.65);
    }
  }

  @Test
  void whiteNoiseIsHardlyExplained() {
    Normals normals = new Normals(new Seeds(5).stream("noise", 0));
    for (int image = 0; image < 5; image++) {
      float[] noise = new float[784];
      IntStream.range(0, 784).forEach(k -> noise[k] = (float) normals.next());
      assertThat(share(noise)).isBetween(0.005, 0.05);
    }
    assertThat(share(new float[784])).isNaN();
  }

  @Test
  void channelsHaveEdgesOfOnePlace() {
    float[] one = edge(SMALL, 2, 3, 0.4, 1, u -> u);
    float[] other = edge(SMALL, 2, 3, 2, 1, u -> u);
    float[] elsewhere = edge(SMALL, 4, 5, 2, 1, u -> u);
    Shape two = new Shape(2, 7, 6);
    double[] shares = new OrientedEdges(all(two)).shares(List.of(joined(one, other), joined(one, elsewhere)));
    assertThat(shares[0]).isGreaterThan(0.98);
    assertThat(shares[1]).isLessThan(0.9);
  }

  @Test
  void onlyTheChangeCountsAndUnitsThatDidNotLearnAreLeftOut() {
    float[] edge = edge(SMALL, 2, 3, 0.4, 1, u -> u);
    List<ProbeItem> items = new LearnedWeights(trained(edge, SMALL)).items();
    assertThat(number(items, "edge-share")).isCloseTo(
        new OrientedEdges(all(SMALL)).shares(List.of(edge))[0], offset(1e-4));
    assertThat(number(items, "autocorrelation")).isCloseTo(all(SMALL).autocorrelation(edge), offset(1e-4));
    assertThat(number(items, "pixels-in-use")).isEqualTo(1);
    assertThat(new LearnedWeights(trained(new float[42], SMALL)).items()).extracting(ProbeItem::name)
        .containsExactly("pixels-in-use", "combined-autocorrelation", "combined-edge-share");
  }

  /** All training images are one, so every combination is a multiple of it. */
  @Test
  void theNullIsCombinationsOfTrainingImages() {
    float[] image = new float[42];
    IntStream.range(0, 42).forEach(k -> image[k] = 1 + k * k * 31 % 17);
    List<ProbeItem> items = new LearnedWeights(trained(new float[42], SMALL)).items();
    assertThat(number(items, "combined-autocorrelation")).isCloseTo(all(SMALL).autocorrelation(image), offset(1e-4));
    assertThat(number(items, "combined-edge-share")).isCloseTo(
        new OrientedEdges(all(SMALL)).shares(List.of(image))[0], offset(1e-4));
  }

  /** The first of two units has moved by an image, the other not at all. */
  private static TrainedTrial trained(float[] change, Shape shape) {
    int[] pixels = IntStream.range(0, shape.size()).map(k -> 1 + k * k * 31 % 17).toArray();
    Dataset dataset = TinyTrials.dataset(shape, TinyTrials.times(30, pixels), TinyTrials.times(2, pixels));
    Network network = TrialRun.initial(TRIAL, TrialRun.architecture(TRIAL, shape, 2));
    Layer first = network.layers().get(0);
    for (int k = 0; k < change.length; k++) {
      first.weights().set(k, 0, first.weights().get(k, 0) + change[k]);
    }
    return TinyTrials.trained(TRIAL, network, dataset);
  }

  private static double share(float[] image) {
    return new OrientedEdges(all(DIGIT)).shares(List.of(image))[0];
  }

  private static PixelsInUse all(Shape shape) {
    boolean[] used = new boolean[shape.size()];
    Arrays.fill(used, true);
    return new PixelsInUse(shape, used);
  }

  private static boolean[] some(Shape shape) {
    boolean[] used = new boolean[shape.size()];
    IntStream.range(0, used.length).forEach(k -> used[k] = k % 5 != 2 && k != 20);
    return used;
  }

  private static float[] image(Shape shape) {
    float[] image = new float[shape.size()];
    IntStream.range(0, image.length).forEach(k -> image[k] = (k * k * 31 % 17 - 8) / 4f);
    return image;
  }

  private static float[] joined(float[] one, float[] other) {
    float[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** @param profile what is on the line across the edge, at a distance from it */
  private static float[] edge(Shape shape, double atX, double atY, double angle, double scale, DoubleUnaryOperator profile) {
    float[] edge = new float[shape.size()];
    for (int k = 0; k < edge.length; k++) {
      double x = k % shape.width() - atX;
      double y = k / shape.width() - atY;
      boolean cut = Math.abs(x) > 3 * scale || Math.abs(y) > 3 * scale;
      edge[k] = cut ? 0 : (float) (profile.applyAsDouble(x * Math.cos(angle) + y * Math.sin(angle))
          * Math.exp(-(x * x + y * y) / (2 * scale * scale)));
    }
    return edge;
  }

  private static double squaredCorrelation(float[] a, float[] b, boolean[] used) {
    double n = 0;
    double[] sums = new double[5]; // of a, b, aa, bb, ab
    for (int k = 0; k < a.length; k++) {
      if (used[k]) {
        n++;
        double[] terms = {a[k], b[k], (double) a[k] * a[k], (double) b[k] * b[k], (double) a[k] * b[k]};
        Arrays.setAll(sums, t -> sums[t] + terms[t]);
      }
    }
    double covariance = sums[4] - sums[0] * sums[1] / n;
    return covariance * covariance / (sums[2] - sums[0] * sums[0] / n) / (sums[3] - sums[1] * sums[1] / n);
  }
}
