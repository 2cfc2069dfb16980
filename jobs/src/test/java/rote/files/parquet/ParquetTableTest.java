package rote.files.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.harness.DamagedRead;
import rote.harness.TableFixtures;

/** Of a table as DuckDB writes it, only what is wanted comes into memory, one row group after another. */
class ParquetTableTest {
  private static final int ROWS = 6_000;
  private static final String QUERY = "select x as id, repeat(md5(x::varchar), 400)::blob as image, x + 0.5 as a from range(" + ROWS + ") t(x) order by x";
  private static final String OPTIONS = "format parquet, row_group_size 2048, codec 'uncompressed'"; // about 26 MB of images in a row group

  @TempDir Path folder;

  /** Loads the libraries, which takes memory too. */
  @BeforeEach
  void readOnce() throws Exception {
    assertThat(read(new boolean[] {true, false, true}, Long.MAX_VALUE, Long.MAX_VALUE)).isPresent();
  }

  @Test
  void columnsThatAreNotWantedAreNotRead() throws Exception {
    List<Double> read = read(new boolean[] {true, false, true}, Long.MAX_VALUE, 15_000_000).orElseThrow();
    assertThat(read).hasSize(2 * ROWS).startsWith(0.0, 0.5, 1.0, 1.5).endsWith(ROWS - 1.0, ROWS - 0.5);
  }

  @Test
  void aRowGroupBeyondTheMemoryIsRefusedBeforeItIsRead() throws Exception {
    assertThat(read(new boolean[] {true, true, true}, 20_000_000, 10_000_000)).isEmpty();
    assertThat(read(new boolean[] {true, false, true}, 1_000_000, 15_000_000)).isPresent();
  }

  private Optional<List<Double>> read(boolean[] isWanted, long most, long mostBytes) throws Exception {
    NamedFile file = new NamedFile(TableFixtures.duckDb(folder.resolve("t.parquet"), QUERY, OPTIONS).toString(), new FileSystems());
    return DamagedRead.of("t.parquet: row group 1 of 3 has ", InputException.class, mostBytes, () -> {
      List<Double> numbers = new ArrayList<>();
      ParquetTable.read(file, new ParquetTable.Reader() {
        @Override
        public boolean[] fields(List<ParquetTable.Field> fields) {
          return isWanted;
        }

        @Override
        public void row(ParquetTable.Values values) {
          numbers.add(values.number(0));
          numbers.add(values.number(2));
        }
      }, most);
      return numbers;
    });
  }
}
