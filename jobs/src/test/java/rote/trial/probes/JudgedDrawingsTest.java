package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static rote.trial.probes.TinyTrials.item;
import static rote.trial.probes.TinyTrials.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.Shape;
import rote.experiment.MetricName;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.InputGradients;
import rote.network.Network;
import rote.network.Parameters;
import rote.network.ReferenceKernels;
import rote.trial.Curve;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;

class JudgedDrawingsTest {
  private static final Shape SHAPE = new Shape(1, 2, 2);

  /** Pixel 0 speaks for class 0, pixel 1 half as loud for class 1, the others for none. */
  private static final Network NETWORK =
      TinyTrials.network(Cost.CROSS_ENTROPY, new float[][] {{1, 0, 0, 0}, {0, 0.5f, 0, 0}}, 0, 0);

  @Test
  void theNearestImageIsThatOfTheSmallestDistanceAndOfEqualOnesTheFirst() {
    float[] set = {0, 0, 3, 4, 1, 1, 1, 1, -1, 0};
    Inputs inputs = Inputs.ofFloats(set, 2, new int[] {0, 1, 2, 3, 4});
    float[][] images = {{3, 0}, {1, 2}, {-1, 0}};
    assertThat(NearestImage.of(images, inputs, 5)).containsExactly(
        new NearestImage(2, Math.sqrt(5)), new NearestImage(2, 1), new NearestImage(4, 0));
    assertThat(NearestImage.of(images, inputs, 2)).as("among the first two").containsExactly(
        new NearestImage(0, 3), new NearestImage(0, Math.sqrt(5)), new NearestImage(0, 1));
  }

  @Test
  void theNearestOfImagesWithManyPixelsIsThatOfAllPixels() {
    float[] set = new float[2 * 200]; // the first is far in its last pixel, the second near in all
    set[199] = 10;
    for (int k = 200; k < 400; k++) {
      set[k] = 0.5f;
    }
    assertThat(NearestImage.of(new float[1][200], Inputs.ofFloats(set, 200, new int[] {0, 1}), 2))
        .containsExactly(new NearestImage(1, Math.sqrt(50)));
  }

  @Test
  void anAscentGoesToTheEdgeOfTheBoxWhereTheOutputRises() {
    Ascent drawn = Ascent.of(new InputGradients(new ReferenceKernels(), NETWORK), 2, 4);
    assertThat(drawn.pixels()[0]).containsExactly(1, 0, Ascent.GREY, Ascent.GREY);
    assertThat(drawn.pixels()[1]).containsExactly(0, 1, Ascent.GREY, Ascent.GREY);
    assertThat((double) drawn.outputs()[0]).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-6));
    assertThat((double) drawn.outputs()[1]).isCloseTo(1 / (1 + Math.exp(-0.5)), offset(1e-6));
    assertThat(drawn.converged()).containsExactly(true, true);
  }

  /** The output for class 0 is -9 |x - 0.5|, whose slope stays steep up to its peak; that for class 1 is flat. */
  @Test
  void anAscentThatStillSwingsHasNotConverged() {
    Network tent = Parameters.network(new Architecture(List.of(1, 2, 2), Activation.RELU, Cost.QUADRATIC),
        new double[] {1, -1, -0.5, 0.5, -9, 0, -9, 0, 0, 0.25});
    Ascent drawn = Ascent.of(new InputGradients(new ReferenceKernels(), tent), 2, 1);
    assertThat((double) drawn.pixels()[0][0]).isCloseTo(0.5, offset(0.05));
    assertThat(drawn.pixels()[1]).containsExactly(Ascent.GREY);
    assertThat(drawn.outputs()[1]).isEqualTo(0.25f);
    assertThat(drawn.converged()).containsExactly(false, true);
  }

  @Test
  void drawingsAreJudgedByTheTrueLabelOfTheNearestTrainingImage() {
    byte white = (byte) 255;
    byte[] images = {white, 0, 0, 0, 0, white, 0, 0, 0, 0, white, white};
    byte[] test = {white, 0, 0, 51, white, 0, 51, 0}; // each 0.2 from the first
    for (float corruption : new float[] {0, 1}) {
      Dataset dataset = new Dataset(
          "tiny", SHAPE, 2, new Examples(images, new byte[] {0, 0, 1}), new Examples(test, new byte[2]));
      Trial trial = TinyTrials.LINEAR.with(Setting.LABEL_CORRUPTION, corruption);
      List<ProbeItem> items = new JudgedDrawings(TinyTrials.trained(trial, NETWORK, dataset)).items();
      assertThat(item(items, "class-1").values()).containsExactly(0, 1, Ascent.GREY, Ascent.GREY);
      assertThat(item(items, "class-1").shape()).containsExactly(2, 2);
      assertThat(item(items, "nearest-class").values()).containsExactly(0, 0);
      assertThat(item(items, "recognised").values()).containsExactly(1, 0);
      double distance = Math.sqrt(2 * Ascent.GREY * Ascent.GREY);
      assertThat((double) item(items, "nearest-distance").values()[1]).isCloseTo(distance, offset(1e-6));
      assertThat(number(items, "test-distance")).isCloseTo(0.2, offset(1e-6));
      assertThat(metric(MetricName.DRAWN_RECOGNISED_BY_NEAREST, items)).isEqualTo(0.5);
      assertThat(metric(MetricName.DRAWN_DISTANCE_RATIO, items)).isCloseTo(distance / 0.2, offset(1e-5));
      assertThat(metric(MetricName.DRAWN_CONVERGED, items)).isEqualTo(1);
      assertThat(metric(MetricName.DRAWN_OWN_OUTPUT, items))
          .isCloseTo((1 / (1 + Math.exp(-1)) + 1 / (1 + Math.exp(-0.5))) / 2, offset(1e-6));
    }
  }

  private static double metric(MetricName name, List<ProbeItem> items) {
    TrialResult result = new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, items);
    return Metric.of(name).reader().of(result).orElseThrow();
  }
}
