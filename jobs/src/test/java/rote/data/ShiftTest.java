package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
  private static final Shape COLOURS = new Shape(3, 6, 5);
  private static final int COUNT = 400;
  private static final int[] ALL = IntStream.range(0, COUNT).toArray();
  private static final Examples SET = set();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9}) // the last moves some images out of sight
  void everyPixelComesFromTheDrawnPlaceAndIsBlackWhereThereIsNone(int most) {
    Inputs moved = Shift.of(SET, COLOURS, ALL, most, streams(3));
    UniformRandomProvider draws = streams(3).stream("shift", 0);
    for (int image = 0; image < COUNT; image++) {
      int down = draws.nextInt(2 * most + 1) - most;
      int right = draws.nextInt(2 * most + 1) - most;
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < 6; y++) {
          for (int x = 0; x < 5; x++) {
            boolean isInside = y - down >= 0 && y - down < 6 && x - right >= 0 && x - right < 5;
            int expected = isInside ? pixel(SET.pixels(), image, c, y - down, x - right) : 0;
            assertThat(pixel(moved.pixels(), image, c, y, x)).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void anImageIsMovedAlikeInEverySubset() {
    Inputs all = Shift.of(SET, COLOURS, ALL, 2, streams(3));
    Inputs some = Shift.of(SET, COLOURS, new int[] {399, 7}, 2, streams(3));
    assertThat(decoded(some, 0)).isEqualTo(decoded(all, 399)).isNotEqualTo(decoded(Inputs.of(SET, ALL), 399));
    assertThat(decoded(some, 1)).isEqualTo(decoded(all, 7));
  }

  @Test
  void everyDistanceInEitherDirectionIsAsLikely() {
    int[][] counts = new int[5][5]; // of the bright pixel in the middle
    byte[] pixels = new byte[20_000 * 25];
    IntStream.range(0, 20_000).forEach(image -> pixels[image * 25 + 12] = 1);
    Shape square = new Shape(1, 5, 5);
    int[] rows = IntStream.range(0, 20_000).toArray();
    byte[] moved = Shift.of(new Examples(pixels, new byte[20_000]), square, rows, 2, streams(1)).pixels();
    IntStream.range(0, moved.length).filter(at -> moved[at] == 1).forEach(at -> counts[at % 25 / 5][at % 5]++);
    assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream)).allSatisfy(count ->
        assertThat((double) count).isCloseTo(800, within(140.0))); // five standard deviations
  }

  @Test
  void notMovedTheyAreTheSetItself() {
    Inputs same = Shift.of(SET, COLOURS, new int[] {5, 2}, 0, streams(3));
    assertThat(same.pixels()).isSameAs(SET.pixels());
    assertThat(same.row(1)).isEqualTo(2);
  }

  private static int pixel(byte[] pixels, int image, int channel, int y, int x) {
    return pixels[((image * 3 + channel) * 6 + y) * 5 + x];
  }

  private static float[] decoded(Inputs inputs, int example) {
    float[] values = new float[inputs.width()];
    inputs.decode(example, values, 0);
    return values;
  }

  private static RandomStreams streams(long seed) {
    return (name, index) -> RandomSource.XO_SHI_RO_256_PP.create(seed * 31 + name.hashCode() * 7919L + index);
  }

  private static Examples set() {
    byte[] pixels = new byte[COUNT * COLOURS.size()];
    RandomSource.XO_SHI_RO_256_PP.create(1L).nextBytes(pixels);
    return new Examples(pixels, new byte[COUNT]);
  }
}
