package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import rote.data.Dataset;
import rote.data.Examples;
import rote.files.Gzip;
import rote.files.InputException;
import rote.harness.CifarFixtures;
import rote.harness.DamagedRead;
import rote.harness.Mutation;

/** Damaged CIFAR files and archives are refused, or read as exactly what their bytes say. */
class DamagedCifarTest {
  private static final int ROWS = 2;
  private static final byte[] PLAIN = CifarFixtures.batch(ROWS, 1);
  private static final byte[] TAR = tar();
  private static final byte[] ARCHIVE = CifarFixtures.gzip(TAR);
  private static final int BUFFERS = 700_000; // those of the streams and of rows, and of a message's first making

  @Property(tries = 2_000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void file(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, PLAIN);
    boolean isGood = file.length == ROWS * 3073 && file[0] >= 0 && file[0] < 10 && file[3073] >= 0 && file[3073] < 10;
    Optional<byte[]> read = rows(file);
    assertThat(read.isPresent()).isEqualTo(isGood);
    read.ifPresent(rows -> assertThat(rows).isEqualTo(file));
    collect(isGood);
  }

  @Property(tries = 500, seed = "2", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void archive(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    collect(set(Mutation.all(mutations, ARCHIVE), BUFFERS).isPresent());
  }

  @Property(tries = 500, seed = "3", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void archiveCompressedAfterTheDamage(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] tar = Mutation.all(mutations, TAR);
    Optional<Dataset> read = set(CifarFixtures.gzip(tar), BUFFERS);
    collect(read.isPresent());
    if (read.isPresent()) {
      String all = new String(tar, StandardCharsets.ISO_8859_1);
      for (Examples set : List.of(read.get().training(), read.get().test())) {
        for (int batch = 0; batch < set.count() / ROWS; batch++) {
          assertThat(all.contains(new String(rows(set, batch), StandardCharsets.ISO_8859_1))).isTrue();
        }
      }
    }
  }

  /** Twenty megabytes of zeros behind the rows, and behind the archive. */
  @Example
  void aBombTakesNoMoreThanTheRowsDo() throws Exception {
    assertThat(rows(bomb(PLAIN))).isEmpty();
    assertThat(set(bomb(TAR), BUFFERS + (4 << 20))).isEmpty();
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  private static void collect(boolean isRead) {
    Statistics.collect(isRead ? "read" : "refused");
    Statistics.coverage(coverage -> coverage.check("read").count(count -> count > 5));
    Statistics.coverage(coverage -> coverage.check("refused").count(count -> count > 5));
  }

  private static Optional<byte[]> rows(byte[] file) throws Exception {
    return DamagedRead.of("some/file", InputException.class, BUFFERS, () -> read(file));
  }

  private static byte[] read(byte[] file) {
    ByteBuffer labels = ByteBuffer.allocate(ROWS);
    ByteBuffer pixels = ByteBuffer.allocate(ROWS * 3072);
    Gzip.read(new ByteArrayInputStream(file), "some/file", plain -> {
      CifarFile.read(CifarForm.CIFAR_10, plain, "some/file", labels, pixels);
      return null;
    });
    return rows(new Examples(pixels.array(), labels.array()), 0);
  }

  private static Optional<Dataset> set(byte[] archive, long mostBytes) throws Exception {
    return DamagedRead.of("some/file", InputException.class, mostBytes,
        () -> new CifarBatches(CifarForm.CIFAR_10.withRows(ROWS, ROWS)).readArchive(new ByteArrayInputStream(archive), "some/file").dataset("some/file"));
  }

  private static byte[] rows(Examples set, int batch) {
    ByteBuffer rows = ByteBuffer.allocate(ROWS * 3073);
    for (int row = batch * ROWS; row < (batch + 1) * ROWS; row++) {
      rows.put(set.labels()[row]).put(set.pixels(), row * 3072, 3072);
    }
    return rows.array();
  }

  private static byte[] bomb(byte[] content) throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(content);
      for (int megabyte = 0; megabyte < 20; megabyte++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    return bomb.toByteArray();
  }

  private static byte[] tar() {
    try {
      return CifarFixtures.tar(ROWS);
    } catch (IOException e) {
      throw new AssertionError("memory takes everything", e);
    }
  }
}
