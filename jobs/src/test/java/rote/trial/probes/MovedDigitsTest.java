package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.trial.probes.TinyTrials.number;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.Shape;
import rote.network.Cost;
import rote.network.Network;
import rote.trial.ProbeItem;

class MovedDigitsTest {
  @Test
  void pixelsGoWhereTheyAreMovedAndZerosComeIn() {
    Shape shape = new Shape(1, 2, 3);
    assertThat(moved(shape, 0, 0)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(moved(shape, 1, 0)).containsExactly(0, 0, 0, 1, 2, 3);
    assertThat(moved(shape, -1, 0)).containsExactly(4, 5, 6, 0, 0, 0);
    assertThat(moved(shape, 0, 1)).containsExactly(0, 1, 2, 0, 4, 5);
    assertThat(moved(shape, 0, -2)).containsExactly(3, 0, 0, 6, 0, 0);
    assertThat(moved(shape, 0, 3)).containsOnly(0);
    assertThat(moved(shape, -4, 0)).containsOnly(0);
  }

  @Test
  void noPixelGoesIntoAnotherChannel() {
    Shape shape = new Shape(3, 2, 1);
    assertThat(moved(shape, 1, 0)).containsExactly(0, 1, 0, 3, 0, 5);
    assertThat(moved(shape, -1, 0)).containsExactly(2, 0, 4, 0, 6, 0);
  }

  /** A bar across the middle is right as long as it covers the middle pixel. */
  @Test
  void accuracyIsAveragedOverFourDirections() {
    Shape shape = new Shape(1, 5, 5);
    int[] bar = new int[25];
    Arrays.fill(bar, 10, 15, 255);
    float[] middle = new float[25];
    middle[12] = 10;
    Network network = TinyTrials.network(Cost.CROSS_ENTROPY, new float[][] {middle, new float[25]}, -5, 0);
    List<ProbeItem> items = new MovedDigits(TinyTrials.trained(TinyTrials.LINEAR, network,
        TinyTrials.dataset(shape, new byte[25], TinyTrials.times(700, bar)))).items(); // more than are moved at once
    assertThat(items).extracting(ProbeItem::name).containsExactly("moved-1", "moved-2", "moved-3", "moved-4");
    assertThat(number(items, "moved-1")).as("left and right").isEqualTo(0.5);
    assertThat(number(items, "moved-2")).isEqualTo(0.5);
    assertThat(number(items, "moved-3")).isZero();
    assertThat(number(items, "moved-4")).isZero();
  }

  private static float[] moved(Shape shape, int down, int across) {
    float[] into = new float[8];
    MovedDigits.move(new float[] {1, 2, 3, 4, 5, 6}, shape, down, across, into, 1);
    assertThat(into[0]).isZero();
    assertThat(into[7]).isZero();
    return Arrays.copyOfRange(into, 1, 7);
  }
}
