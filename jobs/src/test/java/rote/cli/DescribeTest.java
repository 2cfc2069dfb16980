package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.IdxFixtures;
import rote.harness.Program;

/** {@code rote describe}: text, page, and the ways to name data. */
class DescribeTest {
  private static final Path IRIS = Path.of("../experiments/iris.csv").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void aTableIsDescribedAsTextAndAsAPage() throws IOException {
    Path page = folder.resolve("below/iris.html");
    Program.Ended ended = Program.here("describe", IRIS.toString(), "--label", "species", "--html", page.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("iris.csv: 150 rows without a test set, 4 features, 3 classes", "setosa        50  0.333", "page: " + page);
    assertThat(Files.readString(page)).contains("150 rows without a test set, 4 features, 3 classes", "versicolor");
    assertThat(Program.files(folder)).containsExactly("below", "below/iris.html");
    Files.writeString(page, Files.readString(page).replace("versicolor", "my own word"));
    assertThat(Program.here("describe", IRIS.toString(), "--label", "species", "--html", page.toString()).err()).contains("iris.html was edited: kept as ");
    assertThat(Files.readString(folder.resolve("below/iris.html.edited"))).contains("my own word");
  }

  @Test
  void anExperimentsDataIsReadAsTheExperimentReadsIt() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {0, 1}, new int[] {0, 1});
    Path file = Files.writeString(folder.resolve("e.yaml"), "{name: mine, data: {dataset: idx, transpose: true}}");
    String turned = Program.here("describe", file.toString(), "--data", folder.resolve("data").toString()).out();
    String plain = Program.here("describe", "idx", "--data", folder.resolve("data").toString()).out();
    assertThat(turned).contains("2 classes");
    assertThat(turned.replaceAll("SHA-256 .*", "")).isEqualTo(plain.replaceAll("SHA-256 .*", ""));
    assertThat(turned).isNotEqualTo(plain);
  }

  @Test
  void groupsAreCountedWithTheirRowsInTextAndPage() throws IOException {
    String table = Files.writeString(folder.resolve("t.csv"), "a,who,y\n1,s,p\n2,t,q\n3,s,p\n4,s,q\n5,t,p\n6,u,q\n").toString();
    Path page = folder.resolve("t.html");
    String[] grouped = {"describe", table, "--label", "y", "--set", "group-column=who", "--html", page.toString()};
    assertThat(Program.here(grouped).out().lines()).contains("Groups: 3, of 1 to 3 rows");
    assertThat(Files.readString(page)).contains("<p>Groups: 3, of 1 to 3 rows.</p>");
    Files.writeString(folder.resolve("t.csv"), "a,who,y\n1,s,p\n2,t,q\n3,t,p\n4,s,q\n");
    assertThat(Program.here(grouped).out().lines()).contains("Groups: 2, of 2 rows each");
    assertThat(Program.here("describe", table, "--label", "y", "--set", "ignore=[who]").out()).doesNotContain("Groups");
    assertThat(Program.refused(folder, "describe", table, "--label", "y"))
        .endsWith("one-hot: [who], or keep rows with the same value together by group-column: who");
  }

  @Test
  void whatAMessageSaysToWriteIsRead() throws IOException {
    String table = Files.writeString(folder.resolve("t.csv"), "a;sex;y\n1,5;m;p\n2,5;f;q\n3,5;m;p\n").toString();
    String[] right = {"describe", table, "--label", "y", "--set", "separator=;", "--set", "decimal=\",\"", "--set", "one-hot=[sex]"};
    assertThat(Program.here(right).out()).contains("3 rows without a test set, 3 features, 2 classes");
    assertThat(Program.refused(folder, "describe", table, "--label", "y", "--set", "separator=;", "--set", "decimal=,"))
        .endsWith("--set decimal=,: \",\" is no YAML value; write --set 'decimal=\",\"'");
    assertThat(Program.refused(folder, "describe", table, "--label", "y", "--set", "one-hot: [sex]"))
        .endsWith("--set one-hot: [sex]: must be KEY=VALUE; write --set 'one-hot=[sex]'");
  }

  @Test
  void mistakesAreLines() throws IOException {
    assertThat(Program.refused(folder, "describe", IRIS.toString(), "--label", "species", "--html", IRIS.toString()))
        .contains("--html " + IRIS + ": must be the name of a page, such as data.html");
    assertThat(Program.refused(folder, "describe", IRIS.toString(), "--label", "specie")).contains("there is no column \"specie\" among its 5; did you mean \"species\"?");
    assertThat(Program.refused(folder, "describe", IRIS.toString())).contains("which column is the label? Name it by --label;");
    assertThat(Program.refused(folder, "describe", IRIS.toString(), "--label", "species", "--html", IRIS + "/x.html")).contains("is a file, not a folder");
  }

  @Test
  @Timeout(60)
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("t.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(Program.refused(folder, "describe", pipe.toString(), "--label", "y")).contains("t.csv", "is not a regular file");
    assertThat(Program.refused(folder, "init", "x", "--data", pipe.toString(), "--label", "y")).contains("t.csv", "is not a regular file");
  }

  @Test
  void aPathHasNoNul() throws IOException {
    for (String key : List.of("data.file", "data.test-file")) {
      assertThat(Program.refused(folder, "plan", IRIS.resolveSibling("your-own-data.yaml").toString(), "--set", key + "=\"t\\0.csv\""))
          .contains(key, "has a NUL character, which no path has; name a file, such as iris.csv");
    }
  }
}
