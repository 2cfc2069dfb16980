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
  void groupsOfOneLabelBesideGroupsOfSeveralHaveNoPermutationTest() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a,g,y\n1,s,p\n2,s,q\n3,t,p\n4,t,p\n5,u,q\n");
    String yaml = "name: first\ndata: {file: t.csv, label: y, group-column: g, test-share: 0.5}\n";
    Path file = Files.writeString(folder.resolve("first.yaml"), yaml + "permutation-test: {permutations: 19}\n");
    String line = Program.refused(folder, "run", file.toString(), "--out", folder.resolve("out").toString());
    assertThat(line.replace(folder + "/", "")).isEqualTo("rote: first.yaml: permutation-test: 2 of the 3 groups of data.group-column have one label"
        + " and the others several: labels are exchanged between groups of one label each, or within groups of several; leave one kind out");
    Files.writeString(file, yaml);
    assertThat(Program.here("plan", file.toString(), "--out", folder.resolve("out").toString()).code()).as("without the test").isZero();
  }

  @Test
  void thereAreTwentyFiveAndMore() {
    assertThat(rows().distinct()).hasSizeGreaterThanOrEqualTo(25);
  }
}
