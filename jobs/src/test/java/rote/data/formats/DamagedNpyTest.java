package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import rote.files.InputException;
import rote.harness.DamagedRead;
import rote.harness.Mutation;

/** Damaged arrays and archives of NumPy are refused, or read as exactly what their header and bytes say. */
class DamagedNpyTest {
  private static final int BUFFERS = 1_500_000; // those of streams, entries and of the making of messages, the first of which takes most
  private static final byte[] VALUES = values();
  private static final byte[] PLAIN = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (30, 5, 4), }");

  @Property(tries = 2_000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void array(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, PLAIN);
    Optional<NpyArray> read = DamagedRead.of("some/file", InputException.class, BUFFERS, () -> NpyArray.read(new ByteArrayInputStream(file), "some/file", ArrayMemory.ofHeap()));
    collect(read.isPresent());
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (read.isPresent() && text.contains("'descr': '|u1'") && text.contains("False") && text.contains("(30, 5, 4)")) {
      assertThat(content(read.get())).isEqualTo(Arrays.copyOfRange(file, file.length - VALUES.length, file.length));
    }
  }

  @Property(tries = 1_500, seed = "4", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void reals(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    byte[] file = Mutation.all(mutations, npy("{'descr': '<i4', 'fortran_order': False, 'shape': (50, 3), }"));
    Optional<NpyArray> read = DamagedRead.of("some/file", InputException.class, BUFFERS, () -> NpyArray.read(new ByteArrayInputStream(file), "some/file", ArrayMemory.ofHeap()));
    collect(read.isPresent());
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (read.isPresent() && text.contains("'descr': '<i4'") && text.contains("False") && text.contains("(50, 3)")) {
      ByteBuffer numbers = ByteBuffer.wrap(file, file.length - VALUES.length, VALUES.length).order(ByteOrder.LITTLE_ENDIAN);
      for (float feature : read.get().features()) {
        assertThat(feature).isEqualTo((float) numbers.getInt());
      }
    }
  }

  @Property(tries = 1_500, seed = "2", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void stored(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    archive(mutations, ZipEntry.STORED);
  }

  @Property(tries = 1_500, seed = "3", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void compressed(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    archive(mutations, ZipEntry.DEFLATED);
  }

  /** The checksum of each entry finds what the header does not say, so an array that is read is the whole one. */
  private static void archive(List<Mutation> mutations, int method) throws Exception {
    byte[] file = Mutation.all(mutations, zip(method, PLAIN));
    Optional<NpzFile> read = read(file);
    Optional<NpyArray> array = read.flatMap(npz -> npz.array("x"));
    collect(array.isPresent());
    array.ifPresent(whole -> assertThat(content(whole)).isEqualTo(VALUES));
  }

  @Example
  void anEntryThatUnpacksToMoreThanItsHeaderSaysTakesNoMemory() throws Exception {
    assertThat(read(zip(ZipEntry.DEFLATED, Arrays.copyOf(PLAIN, 100_000_000)))).isEmpty();
    byte[] claim = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (2147483000, ), }");
    assertThat(read(zip(ZipEntry.DEFLATED, claim))).isEmpty();
  }

  @Example
  void anArrayBeyondTheGivenMemoryIsRefused() throws Exception {
    assertThat(DamagedRead.of("some/file", InputException.class, BUFFERS, () -> NpzFile.read(new ByteArrayInputStream(zip(ZipEntry.STORED, PLAIN)),
        "some/file", "x"::equals, new ArrayMemory(VALUES.length - 1)))).isEmpty();
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  private static Optional<NpzFile> read(byte[] file) throws Exception {
    return DamagedRead.of("some/file", InputException.class, BUFFERS,
        () -> NpzFile.read(new ByteArrayInputStream(file), "some/file", "x"::equals, ArrayMemory.ofHeap()));
  }

  private static byte[] content(NpyArray array) {
    return array.examples(array.shape(), new byte[array.count()]).pixels();
  }

  private static void collect(boolean isRead) {
    Statistics.collect(isRead ? "read" : "refused");
    Statistics.coverage(coverage -> coverage.check("read").count(count -> count > 10));
    Statistics.coverage(coverage -> coverage.check("refused").count(count -> count > 10));
  }

  private static byte[] values() {
    byte[] values = new byte[600];
    for (int k = 0; k < values.length; k++) {
      values[k] = (byte) (k * 31);
    }
    return values;
  }

  private static byte[] npy(String header) {
    byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
    file.writeBytes(text);
    file.writeBytes(VALUES);
    return file.toByteArray();
  }

  private static byte[] zip(int method, byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : List.of("other.npy", "x.npy")) {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return file.toByteArray();
  }
}
