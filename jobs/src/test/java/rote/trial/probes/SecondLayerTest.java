package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.item;
import static rote.trial.probes.TinyTrials.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Inputs;
import rote.data.Normals;
import rote.data.Shape;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.InputGradients;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrialRun;

/** What excites the units of the second hidden layer, and how much of it a line or a loop explains. */
class SecondLayerTest {
  private static final Shape DIGIT = new Shape(1, 28, 28);
  private static final Shape SMALL = new Shape(1, 5, 4);

  private interface Form {
    double at(double x, double y);
  }

  @Test
  void aLineAndALoopAreExplainedWhereverTheyAre() {
    assertThat(share((x, y) -> Math.abs(x - 9) <= 4 ? bell(y - 12, 1) : 0)).as("a level line").isCloseTo(1, offset(0.01));
    assertThat(share((x, y) -> Math.abs(y - 17) <= 8 ? bell(x - 20, 2) : 0)).as("an upright line").isCloseTo(1, offset(0.01));
    assertThat(share((x, y) -> bell(Math.hypot(x - 13, y - 10) - 4, 1))).as("a loop").isCloseTo(1, offset(0.01));
    assertThat(share((x, y) -> Math.abs(Math.hypot(x - 13.4, y - 10.3) - 5.2) < 1.5 ? 1 : 0)).as("a rough loop").isGreaterThan(0.7);
  }

  @Test
  void darkLinesEdgesAndNoiseAreNot() {
    assertThat(share((x, y) -> Math.abs(x - 14) <= 4 ? 1 - bell(y - 14, 1) : 1)).as("a dark line").isLessThan(0.2);
    assertThat(share((x, y) -> x < 14 ? 1 : 0)).as("an edge").isLessThan(0.35);
    Normals normals = new Normals(new Seeds(5).stream("noise", 0));
    assertThat(share((x, y) -> normals.next())).as("noise").isLessThan(0.05);
    assertThat(share((x, y) -> 3)).isNaN();
  }

  @Test
  void channelsHaveOneFormAtOnePlaceWithStrengthsOfTheirOwn() {
    float[] line = image((x, y) -> Math.abs(x - 9) <= 4 ? bell(y - 12, 1) : 0);
    float[] both = Arrays.copyOf(line, 2 * line.length);
    IntStream.range(0, line.length).forEach(k -> both[line.length + k] = 3 * line[k]);
    assertThat(new Strokes(all(new Shape(2, 28, 28))).shares(List.of(both))[0]).isCloseTo(1, offset(0.01));
  }

  /** Hidden unit 0 sees pixel 2 and unit 1 dislikes pixel 5; unit 0 of the second layer adds them, unit 1 takes unit 0 away. */
  @Test
  void theImageOfAUnitIsWhiteWhereItRaisesTheUnitsSumAndBlackWhereItLowersIt() {
    Network network = Network.zeros(new Architecture(List.of(20, 2, 2, 2), Activation.SIGMOID, Cost.CROSS_ENTROPY));
    network.layers().get(0).weights().set(2, 0, 1f);
    network.layers().get(0).weights().set(5, 1, -1f);
    network.layers().get(1).weights().set(0, 0, 1f);
    network.layers().get(1).weights().set(1, 0, 1f);
    network.layers().get(1).weights().set(0, 1, -1f);
    List<ProbeItem> items = new SecondLayer(TinyTrials.trained(trial(List.of(2, 2)), network, dots())).items();
    float[] first = image(1, 0);
    float[] second = image(0, Ascent.GREY);
    assertThat(item(items, "unit-0").values()).containsExactly(first);
    assertThat(item(items, "unit-1").values()).containsExactly(second);
    assertThat(item(items, "unit-1").shape()).containsExactly(5, 4);
    assertThat(number(items, "converged")).isEqualTo(1);
    double[] shares = new Strokes(all(SMALL)).shares(List.of(first, second));
    assertThat(number(items, "stroke-share")).isCloseTo((shares[0] + shares[1]) / 2, offset(1e-6));
  }

  @Test
  void atMost64UnitsAreAskedAndTheirSumsAreThoseOfTheNetwork() {
    Trial trial = Trial.defaults(1).with(Setting.HIDDEN, List.of(3, 70));
    Network network = TrialRun.initial(
        trial, TrialRun.architecture(trial, SMALL, 2));
    Network part = SecondLayer.upToSecondLayer(network);
    assertThat(part.architecture().widths()).containsExactly(20, 3, 64);
    float[] image = new float[20];
    image[3] = 0.7f;
    float[] units = new InputGradients(new ReferenceKernels(), part).outputs(Inputs.ofFloats(image, 20, new int[] {0}))[0];
    double[] hidden = new double[3];
    for (int h = 0; h < 3; h++) {
      hidden[h] = sigmoid(0.7f * network.layers().get(0).weights().get(3, h));
    }
    double sum = 0;
    for (int h = 0; h < 3; h++) {
      sum += hidden[h] * network.layers().get(1).weights().get(h, 63);
    }
    assertThat((double) units[63]).isCloseTo(sigmoid(sum), offset(1e-6));
  }

  @Test
  void withoutASecondHiddenLayerOnlyDigitsAreMeasured() {
    Trial trial = trial(List.of(3));
    Network network = TrialRun.initial(
        trial, TrialRun.architecture(trial, SMALL, 2));
    List<ProbeItem> items = new SecondLayer(TinyTrials.trained(trial, network, dots())).items();
    assertThat(items).extracting(ProbeItem::name).as("combinations of one image are all black or all white")
        .containsExactly("digit-stroke-share");
    float[] dot = new float[20];
    IntStream.range(0, 20).forEach(k -> dot[k] = (1 + k * 7 % 20) / 255f);
    assertThat(number(items, "digit-stroke-share")).isCloseTo(new Strokes(all(SMALL)).shares(List.of(dot))[0], offset(1e-5));
  }

  private static Trial trial(List<Integer> hidden) {
    return Trial.defaults(3).with(Setting.HIDDEN, hidden).with(Setting.COST, Cost.CROSS_ENTROPY);
  }

  /** Every pixel is in use. */
  private static Dataset dots() {
    int[] pixels = IntStream.range(0, 20).map(k -> 1 + k * 7 % 20).toArray();
    return TinyTrials.dataset(SMALL, TinyTrials.times(30, pixels), TinyTrials.times(2, pixels));
  }

  /** Grey but for pixels 2 and 5. */
  private static float[] image(float atTwo, float atFive) {
    float[] image = new float[20];
    Arrays.fill(image, Ascent.GREY);
    image[2] = atTwo;
    image[5] = atFive;
    return image;
  }

  private static double share(Form form) {
    return new Strokes(all(DIGIT)).shares(List.of(image(form)))[0];
  }

  private static float[] image(Form form) {
    float[] image = new float[784];
    IntStream.range(0, 784).forEach(k -> image[k] = (float) form.at(k % 28, k / 28));
    return image;
  }

  private static double bell(double distance, double width) {
    return Math.exp(-distance * distance / (2 * width * width));
  }

  private static double sigmoid(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  private static PixelsInUse all(Shape shape) {
    boolean[] used = new boolean[shape.size()];
    Arrays.fill(used, true);
    return new PixelsInUse(shape, used);
  }
}
