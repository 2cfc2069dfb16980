package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.docs.TableMistakes;
import rote.harness.Program;
import rote.harness.TableFixtures;

/** docs/mistakes.md, in a table: each is the line that the program says, exit code 2, and nothing is written. */
class TableMistakesTest {
  @TempDir Path folder;

  static Stream<List<String>> rows() {
    return TableMistakes.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aMistakeInATableGetsItsMessage(List<String> row) throws IOException {
    boolean isSql = row.get(0).startsWith("select ");
    if (isSql) {
      TableFixtures.parquet(folder.resolve("t.parquet"), row.get(0));
    } else {
      Files.writeString(folder.resolve("t.csv"), row.get(0));
    }
    Files.writeString(folder.resolve("tt.csv"), "a,y\n1,p\n2,z\n");
    Path file = Files.writeString(folder.resolve("first.yaml"),
        "name: first\ndata: {file: " + (isSql ? "t.parquet" : "t.csv") + ", label: y, test-share: 0.5"
            + (row.get(1).isEmpty() ? "" : ", ") + row.get(1) + "}\n");
    String line = Program.refused(folder, "run", file.toString(), "--out", folder.resolve("out").toString());
    assertThat(line.replace(folder + "/", "")).isEqualTo("rote: " + row.get(2));
  }

  @Test
  void thereAreTwentyFiveAndMore() {
    assertThat(rows().distinct()).hasSizeGreaterThanOrEqualTo(25);
  }
}
