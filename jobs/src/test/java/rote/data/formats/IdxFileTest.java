package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import rote.data.Classes;
import rote.data.Shape;
import rote.files.InputException;

class IdxFileTest {
  private static final Shape SHAPE = new Shape(1, 2, 2);
  private static final byte[] IMAGES = idx(0x803, new int[] {2, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 255);
  private static final byte[] LABELS = idx(0x801, new int[] {3}, 0, 9, 4);

  @Test
  void readsImagesAndLabels() {
    assertThat(read(IMAGES).images(SHAPE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 255);
    assertThat(read(IMAGES).shape()).isEqualTo(SHAPE);
    assertThat(read(LABELS).labels(10)).containsExactly(0, 9, 4);
    assertThat(Classes.in(read(LABELS).labels())).hasToString("0, 4, 9");
  }

  @Test
  void readsGzipByItsFirstBytes() throws IOException {
    assertThat(read(gzip(IMAGES)).images(SHAPE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 255);
  }

  @Test
  void rejectsAnotherFormat() {
    rejects("PNG, not IDX....".getBytes(), "f: not an IDX file: begins with 0x504e472c");
  }

  @Test
  void rejectsValuesThatAreNotBytes() {
    rejects(idx(0xd03, new int[] {1, 1, 1}, 0, 0, 0, 0), "f: holds values of type 0x0d (32-bit floats); only unsigned bytes");
    rejects(idx(0xc01, new int[] {1}, 0, 0, 0, 0), "f: holds values of type 0x0c (32-bit integers); only unsigned bytes, 0x08");
  }

  @Test
  void rejectsTruncatedHeader() {
    rejects(Arrays.copyOf(IMAGES, 9), "f: too short: ends within its header");
  }

  @Test
  void rejectsTruncatedFile() {
    rejects(Arrays.copyOf(IMAGES, IMAGES.length - 1), "f: too short: its header announces 8 bytes, 7 follow");
  }

  @Test
  void rejectsLongFile() {
    rejects(Arrays.copyOf(IMAGES, IMAGES.length + 1), "f: too long: more than the 8 bytes");
  }

  @Test
  void aFalseHeaderCostsNoMemory() {
    rejects(idx(0x803, new int[] {2_000_000, 28, 28}, 1), "f: too short: its header announces 1568000000 bytes, 1 follow");
    rejects(idx(0x803, new int[] {Integer.MAX_VALUE, 28, 28}, 1), "f: impossible shape: 2147483647...");
    rejects(idx(0x803, new int[] {0, 28, 28}), "f: impossible shape: 0...");
  }

  @Test
  void rejectsDamagedGzip() throws IOException {
    byte[] damaged = gzip(IMAGES);
    damaged[damaged.length - 6] ^= 1; // in the checksum
    rejects(damaged, "f: damaged gzip: ");
    rejects(Arrays.copyOf(gzip(IMAGES), 20), "f: too short");
  }

  @Test
  void rejectsImagesOfAnotherShape() {
    assertThatThrownBy(() -> read(IMAGES).images(new Shape(1, 28, 28))).isInstanceOf(InputException.class)
        .hasMessage("f: wrong shape: images of 1x2x2; they must be 1x28x28");
    assertThatThrownBy(() -> read(LABELS).images(SHAPE)).isInstanceOf(InputException.class)
        .hasMessage("f: wrong shape: 3; images have 3 or 4 dimensions");
    assertThatThrownBy(() -> read(IMAGES).labels(10)).isInstanceOf(InputException.class)
        .hasMessage("f: wrong shape: 2x2x2; labels have 1 dimension");
  }

  @Test
  void rejectsLabelOutOfRange() {
    assertThatThrownBy(() -> read(LABELS).labels(9)).isInstanceOf(InputException.class)
        .hasMessage("f: label 1 is 9; labels are 0 to 8");
  }

  @Test
  void theFewChannelsAreFoundBesideASquare() {
    assertShape(new Shape(3, 5, 5), 3, 5, 5);
    assertShape(new Shape(3, 5, 5), 5, 5, 3);
    assertShape(new Shape(1, 5, 5), 5, 5, 1);
    assertShape(new Shape(4, 6, 5), 6, 5, 4);
    assertShape(new Shape(4, 6, 5), 4, 6, 5);
    assertShape(new Shape(3, 3, 5), 3, 3, 5);
    assertShape(new Shape(8, 5, 5), 8, 5, 5);
    assertShape(new Shape(3, 4, 4), 3, 4, 4);
    assertShape(new Shape(1, 5, 3), 1, 5, 3);
    for (int[] doubtful : new int[][] {{3, 5, 3}, {3, 3, 4}, {8, 4, 4}}) {
      assertThatThrownBy(() -> image(doubtful).shape()).isInstanceOf(InputException.class).hasMessage(
          "f: images of %1$dx%2$dx%3$d: are they %1$d channels of %2$dx%3$d or %3$d channels of %1$dx%2$d? Write them with the "
              .formatted(doubtful[0], doubtful[1], doubtful[2]) + "channels at the other end, where that leaves no doubt");
    }
  }

  @Test
  void channelsLastBecomeChannelsFirst() {
    byte[] two = idx(0x804, new int[] {2, 1, 2, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(read(two).shape()).isEqualTo(new Shape(1, 2, 3)); // one channel, first
    byte[] last = idx(0x804, new int[] {1, 2, 3, 1}, 1, 2, 3, 4, 5, 6);
    assertThat(read(last).images(new Shape(1, 2, 3))).containsExactly(1, 2, 3, 4, 5, 6);
    byte[] colours = new byte[6 * 5 * 3 * 2];
    for (int k = 0; k < colours.length; k++) {
      colours[k] = (byte) k;
    }
    byte[] file = ByteBuffer.allocate(20 + colours.length).putInt(0x804).putInt(2).putInt(6).putInt(5).putInt(3)
        .put(colours).array();
    byte[] pixels = read(file).images(new Shape(3, 6, 5));
    for (int k = 0; k < pixels.length; k++) {
      int image = k / 90;
      int channel = k % 90 / 30;
      int place = k % 30;
      assertThat(pixels[k]).isEqualTo(colours[(image * 30 + place) * 3 + channel]);
    }
  }

  private static void assertShape(Shape expected, int... extents) {
    assertThat(image(extents).shape()).isEqualTo(expected);
  }

  private static IdxFile image(int... extents) {
    return read(idx(0x804, new int[] {1, extents[0], extents[1], extents[2]}, new int[extents[0] * extents[1] * extents[2]]));
  }

  private static void rejects(byte[] file, String message) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(InputException.class).hasMessageStartingWith(message);
  }

  private static IdxFile read(byte[] file) {
    return IdxFile.read(new ByteArrayInputStream(file), "f", ArrayMemory.ofHeap());
  }

  private static byte[] idx(int magic, int[] dimensions, int... content) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + content.length).putInt(magic);
    Arrays.stream(dimensions).forEach(file::putInt);
    Arrays.stream(content).forEach(value -> file.put((byte) value));
    return file.array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
