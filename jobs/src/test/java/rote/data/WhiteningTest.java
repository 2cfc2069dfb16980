package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.catalog.Catalog;

class WhiteningTest {
  @Test
  void anImageGetsMeanZeroAndDeviationOne() {
    // Three pixels of 0 to one of 1: mean 1/4, deviation sqrt(3)/4, so that 0 becomes -1/sqrt(3) and 1 becomes sqrt(3).
    float third = (float) -Math.sqrt(1 / 3.0);
    float one = (float) Math.sqrt(3);
    assertThat(whitened(8, 0, 0, 255, 0, 0, 0, 255, 0)).containsExactly(third, third, one, third, third, third, one, third);
    // 0, 51, 204, 255 are 0, 0.2, 0.8 and 1: mean 0.5, deviation sqrt((0.25 + 0.09) / 2) = 0.412311.
    assertThat(whitened(8, 0, 51, 204, 255, 255, 204, 51, 0)).usingComparatorWithPrecision(1e-5f)
        .containsExactly(-1.212678f, -0.727607f, 0.727607f, 1.212678f, 1.212678f, 0.727607f, -0.727607f, -1.212678f);
  }

  @Test
  void anImageOfLowContrastIsDividedByTheFloor() {
    // 100 and 101 of 255 by turns: the deviation, 0.5 / 255, is less than 1 / sqrt(4), by which is divided instead.
    assertThat(whitened(4, 100, 101, 100, 101)).usingComparatorWithPrecision(1e-7f)
        .containsExactly(-1 / 255f, 1 / 255f, -1 / 255f, 1 / 255f);
    assertThat(whitened(4, 77, 77, 77, 77)).usingComparatorWithPrecision(1e-7f).containsExactly(0, 0, 0, 0);
  }

  @Test
  void eachImageIsWhitenedByItself() {
    assertThat(whitened(4, 0, 255, 0, 255, 0, 0, 0, 0, 255, 255, 0, 0))
        .containsExactly(-1, 1, -1, 1, 0, 0, 0, 0, 1, 1, -1, -1);
  }

  @Test
  void rowsKeepTheirOrderAndFloatsAreWhitenedToo() {
    Inputs floats = Inputs.ofFloats(new float[] {9, 9, -1, 3}, 2, new int[] {1, 0});
    float[] values = new float[4];
    Inputs white = Whitening.of(floats);
    white.decode(0, values, 0);
    white.decode(1, values, 2);
    assertThat(values).containsExactly(-1, 1, 0, 0);
  }

  @Test
  void digitsHaveMeanZeroAndVarianceOneByAnotherFormula() {
    Examples digits = Catalog.load("pen-digits", List.of()).test();
    Inputs white = Whitening.of(Inputs.of(digits, new int[] {3, 1_000}));
    for (int e = 0; e < white.count(); e++) {
      float[] values = new float[white.width()];
      white.decode(e, values, 0);
      double mean = IntStream.range(0, values.length).mapToDouble(k -> values[k]).average().orElseThrow();
      double square = IntStream.range(0, values.length).mapToDouble(k -> values[k] * values[k]).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(1e-6));
      assertThat(square - mean * mean).isCloseTo(1, within(1e-6));
    }
  }

  private static float[] whitened(int width, int... bytes) {
    byte[] pixels = new byte[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      pixels[k] = (byte) bytes[k];
    }
    int count = bytes.length / width;
    Examples images = new Examples(pixels, new byte[count]);
    Inputs white = Whitening.of(Inputs.of(images, IntStream.range(0, count).toArray()));
    float[] values = new float[bytes.length];
    for (int e = 0; e < count; e++) {
      white.decode(e, values, e * width);
    }
    return values;
  }
}
