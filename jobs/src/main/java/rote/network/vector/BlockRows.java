package rote.network.vector;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import rote.network.PixelRows;

/**
 * The blocks of neighbouring pixels of {@link PixelRows} that are not all zero, image after image in ascending order: block
 * compressed sparse rows. With a size of 2, block g is pixels 2 g and 2 g + 1.
 */
final class BlockRows {
  private static final Map<PixelRows, BlockRows> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private final int size; // pixels of a block
  private final int[] starts; // [images + 1], where each image's blocks begin
  private final char[] blocks; // of all images
  private final int[] bytes; // of each block, the first pixel's byte lowest

  /** Returns the blocks of the size that first layers use, made once per JVM. */
  static BlockRows of(PixelRows rows) {
    return MADE.computeIfAbsent(rows, made -> new BlockRows(made, BlockColumns.SIZE));
  }

  /**
   * Lists the blocks; a char is enough to number the blocks of any image.
   *
   * @param size pixels per block, at most 4
   */
  BlockRows(PixelRows rows, int size) {
    int images = rows.images();
    this.size = size;
    starts = new int[images + 1];
    for (int image = 0; image < images; image++) {
      int last = -1;
      int count = 0;
      for (int k = rows.start(image); k < rows.start(image + 1); k++) {
        int block = block(rows, k);
        count += block == last ? 0 : 1;
        last = block;
      }
      starts[image + 1] = starts[image] + count;
    }
    blocks = new char[starts[images]];
    bytes = new int[starts[images]];
    for (int image = 0; image < images; image++) {
      fill(rows, rows.start(image), rows.start(image + 1), starts[image] - 1);
    }
  }

  /** @param before the position before the image's first block */
  private void fill(PixelRows rows, int from, int to, int before) {
    int at = before;
    for (int k = from; k < to; k++) {
      int block = block(rows, k);
      if (at == before || blocks[at] != block) {
        blocks[++at] = (char) block;
      }
      int pixel = rows.entries()[k] >>> PixelRows.PIXEL_SHIFT;
      bytes[at] |= (rows.entries()[k] & PixelRows.BYTE) << pixel % size * Byte.SIZE;
    }
  }

  private int block(PixelRows rows, int k) {
    return (rows.entries()[k] >>> PixelRows.PIXEL_SHIFT) / size;
  }

  /** Returns where an image's blocks begin; they end where the next image's begin. */
  int start(int image) {
    return starts[image];
  }

  /** Returns the number of each block within its image; shared, so not to be changed. */
  char[] blocks() {
    return blocks;
  }

  /** Returns the bytes of each block, the first pixel's lowest; shared, so not to be changed. */
  int[] bytes() {
    return bytes;
  }
}
