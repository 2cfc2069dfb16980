package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.data.Shape;
import rote.files.InputException;
import rote.harness.DamagedRead;

/** Files of a few kilobytes that unpack to more than there is memory for are refused before they are in memory. */
class ArrayMemoryTest {
  private static final int MEMORY = 40_000_000;
  private static final int MOST = 2 * MEMORY + 2_000_000; // rooms that are thrown away while they grow count too; and the buffers
  private static final String TOO_LARGE = "which take more than the " + MEMORY + " bytes that there is memory for";

  /** Of 1-byte numbers 30 million need 30 million bytes and while they grow 15 million more; of others 4 times as many. */
  @ParameterizedTest
  @CsvSource({"|u1, 30000000", "|u1, 60000000", "|b1, 21000000", "<f8, 8500000", "<i8, 8500000", "<i4, 20000000"})
  void anArrayIsRefusedWithWhatItNeedsWhileItGrowsAndIsCopied(String type, int count) throws Exception {
    byte[] zipped = gzip(npy(type, count / 10, 10), (long) count * (type.charAt(2) - '0'));
    refuses("f.npy: announces " + count + " values, " + TOO_LARGE, () -> {
      NpyArray array = NpyArray.read(new ByteArrayInputStream(zipped), "f.npy", new ArrayMemory(MEMORY));
      return array.examples(array.shape(), new byte[array.count()]);
    });
  }

  @Test
  void theArraysOfAFileShareTheMemory() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : List.of("a", "b", "c", "d")) {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(npy("|u1", 1_500_000, 10));
        zeros(zip, 15_000_000);
      }
    }
    refuses("f.npz!c: announces 15000000 values, " + TOO_LARGE,
        () -> NpzFile.read(new ByteArrayInputStream(file.toByteArray()), "f.npz", name -> true, new ArrayMemory(MEMORY)));
  }

  @Test
  void numbersThatAreNoBytesAtTheirEndNeedFourTimesTheRoom() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(file)) {
      out.write(npy("|i1", 9_000_000));
      zeros(out, 8_999_999);
      out.write(-1);
    }
    refuses("f.npy: announces 9000000 values, " + TOO_LARGE,
        () -> NpyArray.read(new ByteArrayInputStream(file.toByteArray()), "f.npy", new ArrayMemory(MEMORY)));
  }

  @Test
  void filesOfIdxShareTheMemoryToo() throws Exception {
    ArrayMemory memory = new ArrayMemory(MEMORY);
    byte[] header = ByteBuffer.allocate(16).putInt(0x803).putInt(200_000).putInt(10).putInt(10).array();
    byte[] zipped = gzip(header, 20_000_000);
    IdxFile first = IdxFile.read(new ByteArrayInputStream(zipped), "a", memory);
    assertThat(first.images(new Shape(1, 10, 10))).hasSize(20_000_000);
    refuses("b: announces 20000000 bytes, " + TOO_LARGE, () -> IdxFile.read(new ByteArrayInputStream(zipped), "b", memory));
  }

  @Test
  void anArrayThatIsInOrderIsNotCopied() throws Exception {
    byte[] file = gzip(npy("|u1", 1_000_000, 10), 10_000_000);
    ArrayMemory memory = new ArrayMemory(20_000_000);
    NpyArray array = NpyArray.read(new ByteArrayInputStream(file), "f", memory);
    byte[] pixels = array.examples(array.shape(), new byte[array.count()]).pixels();
    assertThat(pixels).hasSize(10_000_000);
    assertThat(array.examples(array.shape(), new byte[array.count()]).pixels()).isSameAs(pixels);
  }

  private static void refuses(String message, Callable<Object> reading) throws Exception {
    Optional<Object> read = DamagedRead.of(message, InputException.class, MOST, reading);
    assertThat(read).isEmpty();
  }

  private static byte[] npy(String type, int... shape) {
    String lengths = String.join(", ", Arrays.stream(shape).mapToObj(String::valueOf).toList());
    byte[] text = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + lengths + ",), }\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}).put(text).array();
  }

  private static byte[] gzip(byte[] start, long zeros) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(file)) {
      out.write(start);
      zeros(out, zeros);
    }
    return file.toByteArray();
  }

  private static void zeros(OutputStream out, long count) throws IOException {
    byte[] chunk = new byte[1 << 16];
    for (long left = count; left > 0; left -= chunk.length) {
      out.write(chunk, 0, (int) Math.min(left, chunk.length));
    }
  }
}
