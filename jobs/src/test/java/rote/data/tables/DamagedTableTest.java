package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
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

/** Damaged tables are refused in one line, or read as a table of classes and finite numbers. */
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

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  private static void isRefusedOrRead(String name, byte[] content) throws Exception {
    Files.write(folder.resolve(name), content);
    DataFile asked = new DataFile(name, null, DataFile.formatOf(name), ColumnName.of("y"), List.of(), List.of(), List.of(), true,
        DataFile.CsvForm.USUAL, null);
    Optional<Dataset> read = DamagedRead.of(name, InputException.class, MOST_BYTES,
        () -> TableSet.read(asked, List.of(folder.toString()), new FileSystems()));
    Statistics.collect(read.isPresent() ? "read" : "refused");
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
