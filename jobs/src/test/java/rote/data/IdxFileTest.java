package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IdxFileTest {
  private static final Shape SHAPE = new Shape(1, 2, 2);
  private static final byte[] IMAGES = idx(0x803, new int[] {2, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 255);
  private static final byte[] LABELS = idx(0x801, new int[] {3}, 0, 9, 4);

  @Test
  void readsImagesAndLabels() {
    assertThat(read(IMAGES).images(SHAPE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 255);
    assertThat(read(IMAGES).shape()).isEqualTo(SHAPE);
    assertThat(read(LABELS).labels(10)).containsExactly(0, 9, 4);
    assertThat(read(LABELS).classes()).isEqualTo(10);
  }

  @Test
  void readsGzipByItsFirstBytes() throws IOException {
    assertThat(read(gzip(IMAGES)).images(SHAPE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 255);
  }

  @Test
  void rejectsAnotherFormat() {
    rejects("PNG, not IDX....".getBytes(), "f: no IDX file: begins with 0x504e472c");
  }

  @Test
  void rejectsValuesThatAreNoBytes() {
    rejects(idx(0xd03, new int[] {1, 1, 1}, 0, 0, 0, 0), "f: holds values of type 0x0d; only unsigned bytes");
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
  void aHeaderThatLiesCostsNoMemory() {
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

  private static void rejects(byte[] file, String message) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(InputException.class).hasMessageStartingWith(message);
  }

  private static IdxFile read(byte[] file) {
    return IdxFile.read(new ByteArrayInputStream(file), "f");
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
