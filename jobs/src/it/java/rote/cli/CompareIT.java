package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Requests;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;

/** {@code rote compare} on real runs of one experiment. */
@Timeout(300)
class CompareIT {
  private static final List<String> OUTPUTS = List.of("one", "again", "longer", "others", "untrained", "nowhere");
  private static final String YAML = """
      name: compared
      data: {training-examples: 200}
      trial: {epochs: 2, cost: cross-entropy, learning-rate: 0.1}
      grid: {hidden: [[], [8]]}
      seeds: 3
      """;

  @TempDir static Path folder;

  private record Printed(int code, String out, String err) {}

  @BeforeAll
  static void run() throws IOException {
    Files.writeString(folder.resolve("compared.yaml"), YAML);
    run("one");
    run("again");
    run("longer", "trial.epochs=6");
    run("others", "grid={hidden: [[3], [4]]}", "seeds=1");
  }

  private static void run(String out, String... changes) throws IOException {
    String file = folder.resolve("compared.yaml").toString();
    SweepRequest request = Requests.of(file, ExperimentFile.read(file, List.of(changes), new FileSystems()).tree(), List.of(),
        folder.resolve(out).toString(), Map.of("spark.master", "local[2]"), false, false);
    new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run();
  }

  @Test
  void setsEveryRunBesideTheFirst() throws IOException {
    Printed printed = compare("one", "again", "longer", "--out", folder.resolve("pages").toString());
    assertThat(printed.code()).isZero();
    Path page = page(printed);
    assertThat(printed.out()).contains("A  " + folder.resolve("one") + ": 6 trials on pen-digits: 2 groups of 3 seeds",
        "B has 6 trials that the first run has too, in settings, seed and data: the same bits.",
        "C has no trial that the first run has too, in settings, seed and data.",
        "C against A in training accuracy: no significant difference in any of 2 groups", "page: " + page)
        .containsPattern("trial.epochs +2 +2 +6\n");
    assertThat(Files.readString(page)).contains("<h3>test accuracy</h3>", "hidden [8]");
    assertThat(page.getFileName().toString()).matches("compare-one-again-longer-[0-9a-f]{8}\\.html");
  }

  @Test
  void anotherComparisonHasAnotherPageAndAnEditedOneIsKept() throws IOException {
    Path first = page(compare("one", "again", "--out", folder.resolve("kept").toString()));
    String text = Files.readString(first);
    Path second = page(compare("one", "longer", "--out", folder.resolve("kept").toString()));
    Path third = page(compare("one", "again", "--out", folder.resolve("kept").toString(), "--metric", "test_cost , fit_epoch"));
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(first).hasContent(text);
    Files.writeString(first, text.replace("What differs", "My note"));
    Printed again = compare("one", "again", "--out", folder.resolve("kept").toString());
    assertThat(again.err()).contains(first + " was edited: kept as " + first + ".edited");
    assertThat(Path.of(first + ".edited")).content().contains("My note");
    assertThat(first).content().doesNotContain("My note");
  }

  private static Path page(Printed printed) {
    return Path.of(printed.out().lines().filter(line -> line.startsWith("page: ")).findFirst().orElseThrow().substring(6));
  }

  @Test
  void itsDifferencesAreThoseOfTheTables() throws SQLException {
    String text = compare("one", "longer", "--metric", "test_cost").out();
    List<Double> printed = Pattern.compile("hidden \\[8?] .*  ([+-][0-9.]+) ").matcher(text).results()
        .map((MatchResult row) -> Double.valueOf(row.group(1))).toList();
    List<Double> computed = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery("select avg(b.final_test_cost - a.final_test_cost) from '"
            + folder.resolve("one/trials/trials.parquet") + "' a join '" + folder.resolve("longer/trials/trials.parquet")
            + "' b using (seed, hidden) group by len(hidden) order by len(hidden)")) {
      while (rows.next()) {
        computed.add(rows.getDouble(1));
      }
    }
    assertThat(printed).hasSize(2).zipSatisfy(computed, (one, other) -> assertThat(one).isCloseTo(other, within(1e-3)));
  }

  @Test
  void refusesInOneLineWhatCannotBeCompared() throws IOException {
    Files.createDirectory(folder.resolve("untrained"));
    Files.copy(folder.resolve("one/manifest.json"), folder.resolve("untrained/manifest.json"));
    assertRefused("nowhere: no such folder", "one", "nowhere");
    assertRefused("have nothing to compare: hidden is [], [8] in the one and [3], [4] in the other", "one", "others");
    assertRefused("are one output; a run is compared with others", "one", folder.resolve("again/../one/").toString());
    assertRefused("OUT: must be the outputs of 2 to 26 runs, was 1", "one");
    assertRefused("Missing required parameter: 'OUT'");
    assertRefused("untrained holds no recorded trials", "one", "untrained");
    assertRefused("--metric: must be a numeric column", "one", "again", "--metric", "beauty");
    assertRefused("--metric: must be names of columns with a comma between", "one", "again", "--metric", "test_cost,,fit_epoch");
    assertRefused("--metric: must be names of columns with a comma between", "one", "again", "--metric", " ");
    String file = folder.resolve("one/manifest.json").toString();
    assertRefused("manifest.json is a file, not a folder", "one", "again", "--out", file);
  }

  private static void assertRefused(String line, String... arguments) {
    Printed printed = compare(arguments);
    assertThat(printed.err().lines()).singleElement().asString().contains(line);
    assertThat(printed.code()).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
  }

  /** Runs the command; without {@code --out} its page goes to a folder of the test. */
  private static Printed compare(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    List.of(arguments).forEach(argument ->
        all.add(OUTPUTS.contains(argument) ? folder.resolve(argument).toString() : argument));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder.resolve("pages").toString()));
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(all.toArray(String[]::new));
      return new Printed(code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
