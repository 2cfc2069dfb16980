package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import rote.data.Dataset;
import rote.data.Examples;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.harness.CifarFixtures;
import rote.harness.DamagedRead;
import rote.harness.Mutation;
import rote.harness.TableFixtures;

/** Damaged tables are refused in one line, or read as a table of classes and finite numbers; undamaged ones are read as they are. */
class DamagedTableTest {
  private static final long MOST_BYTES = 60_000_000; // the buffers of the libraries
  private static final byte[] PLAIN = csv();
  private static final byte[] GZIP = CifarFixtures.gzip(PLAIN);
  private static Path folder;
  private static byte[] parquet;
  private static byte[] images;

  @BeforeContainer
  static void prepare() throws IOException {
    folder = Files.createTempDirectory("damaged-table");
    parquet = Files.readAllBytes(TableFixtures.duckDb(folder.resolve("whole.parquet"),
        "select x * 0.5 as a, x % 7 as b, case when x % 3 = 0 then 'p' else 'q' end as y from range(40) t(x)",
        "format parquet, codec 'uncompressed'"));
    images = Files.readAllBytes(TableFixtures.duckDb(folder.resolve("whole.parquet"),
        "select {'bytes': content, 'path': i || '.png'} as a, i % 2 as y from read_blob('"
            + Path.of("src/test/resources/png/palette.png").toAbsolutePath() + "'), range(12) t(i)", "format parquet, codec 'uncompressed'"));
  }

  @AfterContainer
  static void clean() throws IOException {
    for (String name : List.of("whole.parquet", "t.csv", "t.parquet")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }

  @Property(tries = 1_500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void csv(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    isRefusedOrRead("t.csv", Mutation.all(mutations, PLAIN));
  }

  @Property(tries = 700, seed = "2", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void compressed(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    isRefusedOrRead("t.csv", Mutation.all(mutations, GZIP));
  }

  @Property(tries = 1_500, seed = "3", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void parquet(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    isRefusedOrRead("t.parquet", Mutation.all(mutations, parquet));
  }

  @Property(tries = 1_000, seed = "4", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void images(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    isRefusedOrRead("t.parquet", Mutation.all(mutations, images));
  }

  @Example
  void undamagedTablesAreReadAsTheyAre() throws Exception {
    float[] numbers = new float[80];
    byte[] labels = new byte[40];
    for (int row = 0; row < 40; row++) {
      numbers[2 * row] = row * 0.5f;
      numbers[2 * row + 1] = row % 7;
      labels[row] = (byte) (row % 3 == 0 ? 0 : 1);
    }
    for (Examples rows : List.of(read("t.csv", PLAIN).orElseThrow().training(), read("t.csv", GZIP).orElseThrow().training(),
        read("t.parquet", parquet).orElseThrow().training())) {
      assertThat(rows.values()).isEqualTo(numbers);
      assertThat(rows.labels()).isEqualTo(labels);
    }
    Examples pictures = read("t.parquet", images).orElseThrow().training();
    byte[] one = Files.readAllBytes(Path.of("src/test/resources/png/palette.raw"));
    for (int row = 0; row < 12; row++) {
      assertThat(Arrays.copyOfRange(pictures.pixels(), row * one.length, (row + 1) * one.length)).isEqualTo(one);
      assertThat(pictures.labels()[row]).isEqualTo((byte) (row % 2));
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  private static Optional<Dataset> read(String name, byte[] content) throws Exception {
    Files.write(folder.resolve(name), content);
    DataFile asked = new DataFile(name, null, DataFile.formatOf(name), ColumnName.of("y"), List.of(), List.of(), List.of(), true,
        DataFile.CsvForm.USUAL, null);
    return DamagedRead.of(name, InputException.class, MOST_BYTES, () -> TableSet.read(asked, List.of(folder.toString()), new FileSystems()));
  }

  private static void isRefusedOrRead(String name, byte[] content) throws Exception {
    Optional<Dataset> read = read(name, content);
    Statistics.collect(read.isPresent() ? "read" : "refused");
    Statistics.coverage(coverage -> coverage.check("read").count(count -> count > 10));
    Statistics.coverage(coverage -> coverage.check("refused").count(count -> count > 10));
    if (read.isPresent()) {
      Dataset table = read.get();
      Examples rows = table.training();
      assertThat(rows.isReal() ? rows.values().length : rows.pixels().length).isEqualTo(rows.count() * table.shape().size());
      assertThat(IntStream.range(0, rows.isReal() ? rows.values().length : 0).mapToObj(k -> rows.values()[k]))
          .allMatch(value -> !Float.isInfinite(value));
      assertThat(table.names().classes()).hasSizeBetween(2, 256);
    }
  }

  private static byte[] csv() {
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int row = 0; row < 40; row++) {
      text.append(row * 0.5).append(',').append(row % 7).append(',').append(row % 3 == 0 ? "p" : "\"q\"").append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
