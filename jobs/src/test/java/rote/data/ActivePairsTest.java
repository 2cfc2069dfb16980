package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pairs hold every pixel that is not zero, in its place, and no pair of zeros. */
class ActivePairsTest {
  @Property(tries = 100, seed = "1")
  void pairsAreThePixels(
      @ForAll @IntRange(min = 1, max = 6) int images, @ForAll @IntRange(min = 1, max = 90) int width, @ForAll long seed) {
    Random draws = new Random(seed);
    byte[] pixels = new byte[images * width];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (byte) (draws.nextInt(5) > 0 ? 0 : draws.nextInt(256));
    }
    ActivePixels active = ActivePixels.of(pixels, width);
    Assume.that(active != null); // by chance too many are not zero
    assertThat(decoded(active.pairs(), images, width)).isEqualTo(pixels);
  }

  private static byte[] decoded(ActivePairs pairs, int images, int width) {
    byte[] pixels = new byte[images * width];
    for (int image = 0; image < images; image++) {
      int last = -1;
      for (int k = pairs.start(image); k < pairs.start(image + 1); k++) {
        int entry = pairs.entries()[k];
        int pair = entry >>> ActivePairs.PAIR_SHIFT;
        assertThat(pair).isGreaterThan(last);
        assertThat(entry & 0xffff).isNotZero();
        last = pair;
        for (int i = 0; i < 2; i++) {
          int at = 2 * pair + i;
          byte pixel = (byte) (entry >>> i * Byte.SIZE);
          if (at < width) {
            pixels[image * width + at] = pixel;
          } else {
            assertThat(pixel).isZero();
          }
        }
      }
    }
    return pixels;
  }
}
