package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.CifarFixtures.gzip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import rote.data.Shape;
import rote.files.InputException;
import rote.harness.DamagedRead;
import rote.harness.Mutation;

/** Damaged IDX files are refused, or read as exactly what their header and bytes say. */
class DamagedIdxTest {
  private static final int[] DIMENSIONS = {30, 5, 4};
  private static final byte[] PLAIN = idx(DIMENSIONS);
  private static final byte[] GZIP = gzip(PLAIN);
  private static final int BUFFERS = 600_000; // those of the streams, and of the making of messages, the first of which takes most

  @Property(tries = 2_000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void plain(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, PLAIN);
    isReadAs(file, file);
  }

  @Property(tries = 1_500, seed = "2", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void compressed(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, GZIP);
    isReadAs(file, plain(file));
  }

  @Property(tries = 1_500, seed = "3", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void compressedAfterTheDamage(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, PLAIN);
    isReadAs(gzip(file), file);
  }

  @Example
  void aHeaderThatClaimsAllMemoryGetsNone() throws Exception {
    byte[] header = ByteBuffer.allocate(16).putInt(0x803).putInt(Integer.MAX_VALUE / 784).putInt(28).putInt(28).array();
    assertThat(read(header, BUFFERS)).isEmpty();
    assertThat(read(gzip(header), BUFFERS)).isEmpty();
    assertThat(read(ByteBuffer.allocate(16).putInt(0x803).putInt(1 << 31).putInt(1).putInt(1).array(), BUFFERS)).isEmpty();
  }

  /** A hundred megabytes of zeros behind a header that announces 600 bytes. */
  @Example
  void aBombTakesNoMoreThanItsHeaderAnnounces() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(PLAIN);
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    assertThat(read(bomb.toByteArray(), BUFFERS)).isEmpty();
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  /** @param plain the file without its compression, null where that is damaged */
  private static void isReadAs(byte[] file, byte[] plain) throws Exception {
    Optional<IdxFile> read = read(file, BUFFERS + 3L * (plain == null ? PLAIN.length : plain.length));
    Statistics.collect(read.isPresent() ? "read" : "refused");
    Statistics.coverage(coverage -> coverage.check("read").count(count -> count > 10));
    Statistics.coverage(coverage -> coverage.check("refused").count(count -> count > 10));
    if (read.isPresent()) {
      Shape shape = read.get().shape();
      int header = shape.channels() == 1 && plain[3] == 3 ? 16 : 20;
      ByteBuffer said = ByteBuffer.wrap(plain, 4, header - 4);
      assertThat(said.getInt()).isEqualTo(read.get().count());
      assertThat(header == 16 ? 1 : said.getInt()).isEqualTo(shape.channels());
      assertThat(said.getInt()).isEqualTo(shape.height());
      assertThat(said.getInt()).isEqualTo(shape.width());
      assertThat(read.get().images(shape)).isEqualTo(Arrays.copyOfRange(plain, header, plain.length));
    }
  }

  /** The file, if it holds images. */
  private static Optional<IdxFile> read(byte[] file, long mostBytes) throws Exception {
    return DamagedRead.of("some/file", InputException.class, mostBytes, () -> {
      IdxFile idx = IdxFile.read(new ByteArrayInputStream(file), "some/file", ArrayMemory.ofHeap());
      idx.shape();
      return idx;
    });
  }

  private static byte[] plain(byte[] file) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      return file.length > 1 && file[0] == GZIP[0] && file[1] == GZIP[1] ? null : file;
    }
  }

  private static byte[] idx(int[] dimensions) {
    int size = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + size).putInt(0x800 | dimensions.length);
    Arrays.stream(dimensions).forEach(file::putInt);
    for (int k = 0; k < size; k++) {
      file.put((byte) (k * 31));
    }
    return file.array();
  }
}
