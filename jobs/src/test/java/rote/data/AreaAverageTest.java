package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaAverageTest {
  @Test
  void wholePixelsAreAveraged() {
    assertThat(averaged(2, 4, 1, 2, 10, 20, 0, 0, 30, 41, 0, 255)).containsExactly(25, 64); // 101 / 4 and 255 / 4, rounded
  }

  @Test
  void partsOfPixelsCountByTheirArea() {
    assertThat(averaged(1, 3, 1, 2, 0, 90, 255)).containsExactly(30, 200); // (0 + 90/2) / 1.5 and (90/2 + 255) / 1.5
    assertThat(averaged(3, 3, 2, 2, 36, 36, 36, 36, 72, 36, 36, 36, 36)).containsExactly(40, 40, 40, 40); // 36 + 36 / 9
  }

  @Test
  void theSameSizeChangesNothing() {
    byte[] pixels = new byte[28 * 28];
    new Random(1).nextBytes(pixels);
    Shape shape = new Shape(1, 28, 28);
    assertThat(new AreaAverage(shape, shape).of(new Examples(pixels, new byte[1])).pixels()).isEqualTo(pixels);
  }

  @Test
  void channelsAndImagesDoNotMix() {
    byte[] pixels = {1, 3, 5, 7, 9, 11, 13, 15}; // two images of two channels of 1 x 2
    byte[] means = new AreaAverage(new Shape(2, 1, 2), new Shape(2, 1, 1)).of(new Examples(pixels, new byte[2])).pixels();
    assertThat(means).containsExactly(2, 6, 10, 14);
  }

  @Test
  void keepsTheMeanOfAnImage() {
    byte[] pixels = new byte[28 * 28];
    new Random(2).nextBytes(pixels);
    byte[] means = new AreaAverage(new Shape(1, 28, 28), new Shape(1, 10, 10)).of(new Examples(pixels, new byte[1])).pixels();
    assertThat(mean(means)).isBetween(mean(pixels) - 0.5, mean(pixels) + 0.5);
  }

  @Test
  void imagesDoNotGrow() {
    assertThatThrownBy(() -> new AreaAverage(new Shape(1, 2, 2), new Shape(1, 3, 2))).isInstanceOf(IllegalArgumentException.class);
  }

  private static double mean(byte[] pixels) {
    double sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum / pixels.length;
  }

  private static int[] averaged(int height, int width, int newHeight, int newWidth, int... values) {
    byte[] pixels = new byte[values.length];
    for (int k = 0; k < values.length; k++) {
      pixels[k] = (byte) values[k];
    }
    byte[] means = new AreaAverage(new Shape(1, height, width), new Shape(1, newHeight, newWidth))
        .of(new Examples(pixels, new byte[1])).pixels();
    int[] all = new int[means.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = means[k] & 0xff;
    }
    return all;
  }
}
