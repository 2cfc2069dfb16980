package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rote.data.ActivePixels;

/** Groups contain every nonzero pixel at its position, and none is all zero. */
class PixelGroupsTest {
  @Property(tries = 100, seed = "1")
  void groupsAreThePixels(
      @ForAll @IntRange(min = 1, max = 6) int images, @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
    Random draws = new Random(seed);
    byte[] pixels = new byte[images * width];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (byte) (draws.nextInt(5) > 0 ? 0 : draws.nextInt(256));
    }
    ActivePixels active = ActivePixels.of(pixels, width);
    Assume.that(active != null); // by chance too many are not zero
    assertThat(decoded(PixelGroups.of(active, size), images, width, size)).isEqualTo(pixels);
  }

  private static byte[] decoded(PixelGroups groups, int images, int width, int size) {
    byte[] pixels = new byte[images * width];
    for (int image = 0; image < images; image++) {
      int last = -1;
      for (int k = groups.start(image); k < groups.start(image + 1); k++) {
        int group = groups.groups()[k];
        assertThat(group).isGreaterThan(last);
        assertThat(groups.bytes()[k]).isNotZero();
        last = group;
        for (int i = 0; i < Integer.BYTES; i++) {
          int at = size * group + i;
          byte pixel = (byte) (groups.bytes()[k] >>> i * Byte.SIZE);
          if (i < size && at < width) {
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
