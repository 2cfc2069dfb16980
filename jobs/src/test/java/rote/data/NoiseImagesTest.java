package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NoiseImagesTest {
  @Test
  void everyGreyValueIsEquallyLikely() {
    int[] counts = new int[256];
    for (byte pixel : noise(100, 2560).pixels()) {
      counts[pixel & 0xff]++;
    }
    assertThat(Arrays.stream(counts).allMatch(count -> count > 800 && count < 1200)).as("1000 is expected").isTrue();
  }

  @Test
  void fewAreTheFirstOfMany() {
    assertThat(noise(7, 5).pixels()).startsWith(noise(3, 5).pixels());
  }

  @Test
  void imagesAndNoiseAreOneSetInTheirOrder() {
    Examples images = new Examples(new byte[] {1, 2, 3, 4, 5, 6}, new byte[3]);
    Inputs bytes = Inputs.of(images, new int[] {2, 0}).and(noise(4, 2));
    assertThat(bytes.pixels()).startsWith((byte) 5, (byte) 6, (byte) 1, (byte) 2).endsWith(noise(4, 2).pixels()).hasSize(12);
    Inputs floats = Inputs.ofFloats(new float[] {9, 8, 7, 6}, 2, new int[] {1, 0}).and(noise(4, 2));
    assertThat(floats.pixels()).isNull();
    assertThat(row(floats, 0)).containsExactly(7, 6);
    assertThat(row(floats, 1)).containsExactly(9, 8);
    for (int e = 2; e < 6; e++) {
      assertThat(row(floats, e)).isEqualTo(row(bytes, e));
    }
    assertThat(IntStream.range(0, 6).map(bytes::row)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private static float[] row(Inputs inputs, int example) {
    float[] row = new float[inputs.width()];
    inputs.decode(example, row, 0);
    return row;
  }

  private static Inputs noise(int count, int width) {
    return NoiseImages.of(count, width, RandomSource.XO_SHI_RO_256_PP.create(1));
  }
}
