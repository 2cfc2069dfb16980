package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Shape;
import rote.network.Cost;
import rote.network.Network;
import rote.trial.ProbeItem;

class NoiseAnswersTest {
  private static final List<String> NOISE = List.of("uniform", "gaussian", "standard", "shuffled");
  private static final Shape SHAPE = new Shape(1, 2, 2);
  private static final Dataset WHITE_FIRST =
      TinyTrials.dataset(SHAPE, TinyTrials.times(10, 255, 0, 255, 0), TinyTrials.times(2_000, 255, 0, 0, 0));

  @Test
  void aurocCountsPairsOfImages() {
    // 0.1 is above none of the others; 0.4 above one and level with one, twice; 0.9 above two
    float[] scores = {0.9f, 0.4f, 0.1f, 0.4f};
    assertThat(NoiseAnswers.auroc(scores, new float[] {0.4f, 0.95f, 0.3f})).isEqualTo(5 / 12.0);
    assertThat(NoiseAnswers.auroc(new float[] {2, 3}, new float[] {1})).isEqualTo(1);
    assertThat(NoiseAnswers.auroc(new float[] {1}, new float[] {2, 3})).isZero();
    assertThat(NoiseAnswers.auroc(new float[] {0, -0f}, new float[] {-0f, 0})).isEqualTo(0.5);
  }

  @Test
  void anImageIsAnsweredIfExactlyOneOutputIsAboveOneHalf() {
    for (String images : List.of("test", "uniform", "gaussian", "standard", "shuffled")) {
      assertThat(number(items(biased(2, -2), WHITE_FIRST), images + "-one-output")).isEqualTo(1);
      assertThat(number(items(biased(2, 2), WHITE_FIRST), images + "-one-output")).as("two").isZero();
      assertThat(number(items(biased(-2, -3), WHITE_FIRST), images + "-one-output")).as("none").isZero();
      assertThat(number(items(biased(0, -3), WHITE_FIRST), images + "-one-output")).as("not above").isZero();
      assertThat(number(items(biased(-2, -3), WHITE_FIRST), images + "-largest-output"))
          .isCloseTo(1 / (1 + Math.exp(2)), offset(1e-6));
    }
  }

  @Test
  void aNetworkThatIsEquallySureOfAllHasAnAurocOfOneHalf() {
    for (String noise : NOISE) {
      assertThat(number(items(biased(2, -2), WHITE_FIRST), noise + "-auroc")).isEqualTo(0.5);
    }
  }

  @Test
  void uniformNoiseLiesBetweenZeroAndOne() {
    Dataset grey = TinyTrials.dataset(SHAPE, new byte[8], TinyTrials.times(3, 178, 0, 0, 0));
    List<ProbeItem> items = items(firstPixelAbove(0.5f), grey);
    assertThat(number(items, "uniform-one-output")).isCloseTo(0.5, offset(0.05));
    assertThat(number(items, "uniform-auroc")).as("the share of noise below the test images' pixel")
        .isCloseTo(178 / 255.0, offset(0.05));
    assertThat(number(items(firstPixelAbove(0), WHITE_FIRST), "uniform-one-output")).isEqualTo(1);
    assertThat(number(items(firstPixelAbove(1), WHITE_FIRST), "uniform-one-output")).isZero();
  }

  @Test
  void gaussianNoiseHasTheMomentsOfTheTrainingSetAndIsNotClipped() {
    List<ProbeItem> items = items(firstPixelAbove(1), WHITE_FIRST); // mean and deviation 0.5: one deviation above the mean
    assertThat(number(items, "gaussian-one-output")).isCloseTo(0.1587, offset(0.04));
    assertThat(number(items(firstPixelAbove(0.5f), WHITE_FIRST), "gaussian-one-output")).isCloseTo(0.5, offset(0.05));
  }

  @Test
  void standardNoiseHasMeanZeroAndVarianceOneWhateverTheTrainingSet() {
    assertThat(number(items(firstPixelAbove(1), WHITE_FIRST), "standard-one-output")).isCloseTo(0.1587, offset(0.04));
    assertThat(number(items(firstPixelAbove(0), WHITE_FIRST), "standard-one-output")).isCloseTo(0.5, offset(0.05));
  }

  @Test
  void shuffledDigitsHaveTheGreyValuesOfTheTestImagesInAnOrderOfTheirOwn() {
    List<ProbeItem> items = items(firstPixelAbove(0.5f), WHITE_FIRST);
    assertThat(number(items, "test-one-output")).isEqualTo(1);
    assertThat(number(items, "shuffled-one-output")).isCloseTo(0.25, offset(0.05));
    float[] all = {1, 1, 1, 1};
    assertThat(number(items(TinyTrials.network(Cost.QUADRATIC, new float[][] {all, new float[4]}, 0, 0), WHITE_FIRST),
        "shuffled-auroc")).as("of the sum of all pixels").isEqualTo(0.5);
  }

  @Test
  void withSoftmaxTheLargestOutputIsTheLargestShare() {
    Network network = TinyTrials.network(Cost.CROSS_ENTROPY, new float[2][4], 3, 0);
    assertThat(number(items(network, WHITE_FIRST), "uniform-largest-output"))
        .isCloseTo(1 / (1 + Math.exp(-3)), offset(1e-6));
  }

  private static Network biased(float... biases) {
    return TinyTrials.network(Cost.QUADRATIC, new float[2][4], biases);
  }

  /** One output is above 0.5 if the first pixel is above so much, the other never. */
  private static Network firstPixelAbove(float bound) {
    return TinyTrials.network(Cost.QUADRATIC, new float[][] {{10, 0, 0, 0}, new float[4]}, -10 * bound, -9);
  }

  private static List<ProbeItem> items(Network network, Dataset dataset) {
    return new NoiseAnswers(TinyTrials.trained(TinyTrials.LINEAR, network, dataset)).items();
  }
}
