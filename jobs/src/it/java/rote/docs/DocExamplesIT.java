package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.yaml.YamlName;
import rote.harness.DuckDbForPython;
import rote.harness.Program;
import rote.trial.Probe;

/**
 * Runs the examples of README.md and docs/ from top to bottom, as a reader would: experiments are saved, commands and queries
 * run, in a folder of their own and at a tiny size.
 */
class DocExamplesIT {
  /** Words after which a command names what it writes. */
  private static final Set<String> WRITING = Set.of("init", "--html", "--csv", "--mlflow");

  /** Debian has no Parquet reader for pandas, so DuckDB reads instead. */
  private static final String PRELUDE = """
      import pandas
      try:
          import pyarrow
      except ImportError:
          import duckdb
          pandas.read_parquet = lambda file: duckdb.sql(f"select * from '{file}'").df()
      """;

  private static final Document RESULTS = Document.of("docs/results.md");

  @TempDir static Path folder;
  private static String home;

  @BeforeAll
  static void prepare() throws IOException {
    home = System.getProperty("rote.home");
    System.setProperty("rote.home", folder.toString());
    Files.createDirectory(folder.resolve("experiments"));
    try (Stream<Path> files = Files.list(Document.PROJECT.resolve("experiments"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).toList()) {
        save("experiments/" + file.getFileName(), file);
      }
    }
    for (String place : List.of("experiments/iris.csv", "iris.csv")) {
      Files.copy(Document.PROJECT.resolve("experiments/iris.csv"), folder.resolve(place));
    }
  }

  @AfterAll
  static void restore() {
    if (home == null) {
      System.clearProperty("rote.home");
    } else {
      System.setProperty("rote.home", home);
    }
  }

  /** In order: later examples use the files of earlier ones. */
  @TestFactory
  Stream<DynamicTest> everyExampleRunsAndLeavesWhatResultsLists() {
    return Stream.of(examples(), Stream.of("trials", "curves", "probes", "memorisation").map(DocExamplesIT::columns),
        Stream.of(DynamicTest.dynamicTest("items of probes", DocExamplesIT::items),
            DynamicTest.dynamicTest("manifest.json", DocExamplesIT::manifest))).flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> examples() {
    List<String> run = ShellCommand.all().stream().filter(ShellCommand::isRun).flatMap(command -> command.arguments().stream()).toList();
    return Document.all().stream().flatMap(document -> document.blocks().stream()).flatMap(block -> switch (block.language()) {
      case "yaml" -> Stream.of(DynamicTest.dynamicTest(block.place() + " yaml", () -> experiment(block, run)));
      case "sh" -> ShellCommand.of(block).stream().filter(ShellCommand::isRun)
          .map(command -> DynamicTest.dynamicTest(command.toString(), () -> command(command)));
      case "sql" -> Stream.of(DynamicTest.dynamicTest(block.place() + " sql", () -> sql(block)));
      case "java" -> Stream.of(DynamicTest.dynamicTest(block.place() + " java", () -> java(block)));
      case "python" -> Stream.of(DynamicTest.dynamicTest(block.place() + " python", () -> python(block)));
      default -> Stream.empty();
    });
  }

  /** Saves it for later commands, or runs it if no command does. */
  private static void experiment(Document.Block block, List<String> run) throws IOException {
    Path file = Files.writeString(folder.resolve("example.yaml"), block.text());
    String name = ExperimentFile.read(file.toString(), List.of(), new FileSystems()).tree().get("name") + ".yaml";
    save(name, file);
    if (!run.contains(name)) {
      command(new ShellCommand(block.place(), List.of("./rote", "run", name)));
    }
  }

  private static void command(ShellCommand command) throws IOException {
    List<String> arguments = new ArrayList<>();
    String before = "";
    for (String argument : command.arguments()) {
      boolean isHere = WRITING.contains(before) || argument.startsWith("notebooks-out/")
          || argument.matches("[a-z].*") && Files.exists(folder.resolve(argument));
      arguments.add(isHere ? folder.resolve(argument).toString() : argument.replaceFirst("^trial.epochs=.*", "trial.epochs=2"));
      before = argument;
    }
    if (arguments.get(0).equals("bench")) {
      arguments = List.of("bench", "W5-25", "--seconds", "0.05");
    }
    Program.Ended ended = Program.here(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(command + "\n" + ended.err()).isZero();
    assertThat(ended.out()).isNotBlank();
    if (arguments.get(0).equals("init")) { // to be run at a tiny size
      String file = arguments.get(1).replaceFirst(".*/", "") + ".yaml";
      save(file, folder.resolve(file));
    }
  }

  private static void sql(Document.Block block) throws SQLException {
    try (Connection duck = duck()) {
      for (String query : block.text().split(";\\s*\n")) {
        try (ResultSet rows = duck.createStatement().executeQuery(query)) {
          assertThat(rows.next()).as(block.place() + ": " + query).isTrue();
        }
      }
    }
  }

  private static Connection duck() throws SQLException {
    Connection duck = DriverManager.getConnection("jdbc:duckdb:");
    duck.createStatement().execute("set file_search_path = '" + folder + "'");
    return duck;
  }

  /** A program of its own, which Java compiles as it starts it. */
  private static void java(Document.Block block) throws Exception {
    Path source = Files.writeString(folder.resolve("Example.java"), block.text());
    List<String> command = new ArrayList<>(Program.in(folder).builder().command());
    command.set(command.size() - 1, source.toString()); // in place of the main class
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("java.log").toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as(block.place() + "\n" + Files.readString(folder.resolve("java.log"))).isZero();
  }

  /** CI installs pandas; elsewhere these are skipped without it. */
  private static void python(Document.Block block) throws Exception {
    boolean isThere = python(Map.of(), "import numpy, pandas") == 0;
    assertThat(isThere || System.getenv("CI") == null).as("pandas of Debian").isTrue();
    if (!isThere) {
      System.err.println("NOT TESTED: the Python examples of the documents, which need pandas");
    }
    Assumptions.assumeTrue(isThere, "pandas of Debian");
    try (DuckDbForPython duck = new DuckDbForPython(folder, folder)) {
      assertThat(python(Map.of("DUCKDB", duck.address(), "PYTHONPATH", folder.toString()), PRELUDE + block.text()))
          .as(block.place()).isZero();
    }
  }

  private static int python(Map<String, String> environment, String code) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-c", code).directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  /** The columns in docs/results.md are those of a table that an example has written. */
  private static DynamicTest columns(String table) {
    String file = "'notebooks-out/by-heart/" + table + "/" + table + ".parquet'";
    return DynamicTest.dynamicTest(table, () -> {
      List<List<String>> listed = RESULTS.table("column of " + table, "type", "meaning");
      try (Connection duck = duck()) {
        assertThat(listed.stream().map(row -> row.get(0) + " " + row.get(1)).toList()).isEqualTo(texts(duck,
            "select '`' || column_name || '` ' || column_type from (describe from " + file + ")").stream().map(DocExamplesIT::typed).toList());
        assertThat(listed.stream().filter(row -> row.get(2).matches(".*; null .*")).map(row -> row.get(0)).toList()).isEqualTo(texts(duck,
            "select '`' || name || '`' from parquet_schema(" + file + ") where repetition_type = 'OPTIONAL'"));
      }
    });
  }

  private static List<String> texts(Connection duck, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = duck.createStatement().executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** A column with its Parquet type. */
  private static String typed(String column) {
    String[] parts = column.split(" ", 2);
    return parts[0] + " " + switch (parts[1]) {
      case "VARCHAR" -> "text";
      case "INTEGER" -> "int32";
      case "BIGINT" -> "int64";
      case "INTEGER[]" -> "list<int32>";
      case "FLOAT[]" -> "list<float>";
      case "BLOB" -> "bytes";
      default -> parts[1].toLowerCase(Locale.ROOT);
    };
  }

  /** Numbered items are listed by the first of them, with three dots. */
  private static void items() throws SQLException {
    List<String> listed = new ArrayList<>();
    for (List<String> row : RESULTS.table("probe", "item", "holds")) {
      if (row.get(2).contains("Left out where a `training-share`")) {
        continue; // the experiment that is looked at has one
      }
      Document.code(row.get(1)).forEach(item -> listed.add(Document.code(row.get(0)).get(0) + " "
          + (row.get(1).endsWith("…") ? item.replaceFirst("[0-9]+$", "N") : item)));
    }
    try (Connection duck = duck()) {
      assertThat(texts(duck, "select distinct probe || ' ' || regexp_replace(item, '^(unit|class)-[0-9]+$', '\\1-N')"
          + " from 'notebooks-out/by-heart/probes/probes.parquet'")).containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  private static void manifest() throws IOException {
    List<String> keys = new ArrayList<>();
    new ObjectMapper().readTree(folder.resolve("notebooks-out/by-heart/manifest.json").toFile()).fieldNames().forEachRemaining(keys::add);
    List<String> listed = RESULTS.table("key of the manifest", "holds").stream().filter(row -> !row.get(1).contains("left out"))
        .map(row -> Document.code(row.get(0)).get(0)).toList();
    assertThat(keys).isEqualTo(listed);
  }

  /** The experiment with few examples, one epoch and few trials; its sweep and claims stay. */
  private static void save(String name, Path file) throws IOException {
    Map<String, Object> tree = ExperimentFile.read(file.toString(), List.of(), new FileSystems()).tree();
    Map<String, Object> data = map(tree, "data");
    data.put("training-examples", 60);
    data.computeIfPresent("validation-examples", (key, count) -> 20);
    map(tree, "trial").put("epochs", 1);
    tree.computeIfPresent("seeds", (key, seeds) -> seeds instanceof List ? seeds : (Object) Math.min(2, (Integer) seeds));
    tree.computeIfPresent("grid", (key, grid) -> grid instanceof List<?> products
        ? products.stream().map(DocExamplesIT::shrunk).toList() : shrunk(grid));
    tree.computeIfPresent("permutation-test", (key, test) -> Map.of("permutations", 2));
    if (tree.containsKey("sample")) {
      map(tree, "sample").put("trials", 2);
    }
    if (tree.containsKey("then")) {
      map(tree, "then").put("seeds", 2);
    }
    if (tree.containsKey("probes") && data.containsKey("data-seed")) {
      tree.put("probes", YamlName.all(Probe.class)); // of one experiment all, so that all they find can be looked at
    }
    new ObjectMapper().writeValue(folder.resolve(name).toFile(), tree); // JSON is YAML
  }

  private static Map<String, Object> shrunk(Object product) {
    Map<String, Object> few = new HashMap<>();
    ((Map<?, ?>) product).forEach((key, values) -> few.put((String) key, key.equals("epochs") ? List.of(1)
        : key.equals("data.training-examples") ? List.of(40, 60) : ((List<?>) values).subList(0, Math.min(2, ((List<?>) values).size()))));
    return few;
  }

  @SuppressWarnings("unchecked") // YAML's maps
  private static Map<String, Object> map(Map<String, Object> tree, String key) {
    return (Map<String, Object>) tree.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
  }
}
