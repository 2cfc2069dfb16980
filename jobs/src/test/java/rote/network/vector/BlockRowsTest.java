package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rote.network.PixelRows;

/** Blocks contain every nonzero pixel at its position, and none is all zero. */
class BlockRowsTest {
  @Property(tries = 100, seed = "1")
  void blocksAreThePixels(
      @ForAll @IntRange(min = 1, max = 6) int images, @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
    Random draws = new Random(seed);
    byte[] pixels = new byte[images * width];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (byte) (draws.nextInt(5) > 0 ? 0 : draws.nextInt(256));
    }
    Optional<PixelRows> rows = PixelRows.of(pixels, width);
    Assume.that(rows.isPresent()); // by chance too many are not zero
    assertThat(decoded(new BlockRows(rows.get(), size), images, width, size)).isEqualTo(pixels);
  }

  private static byte[] decoded(BlockRows blocks, int images, int width, int size) {
    byte[] pixels = new byte[images * width];
    for (int image = 0; image < images; image++) {
      int last = -1;
      for (int k = blocks.start(image); k < blocks.start(image + 1); k++) {
        int block = blocks.blocks()[k];
        assertThat(block).isGreaterThan(last);
        assertThat(blocks.bytes()[k]).isNotZero();
        last = block;
        for (int i = 0; i < Integer.BYTES; i++) {
          int at = size * block + i;
          byte pixel = (byte) (blocks.bytes()[k] >>> i * Byte.SIZE);
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
