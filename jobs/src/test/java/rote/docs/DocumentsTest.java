package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import rote.cli.Main;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;

/** README.md and docs/: every block of code is of a kind that is tested, every command is one, every link leads somewhere. */
class DocumentsTest {
  private static final int MAX_README = 200;
  /** All but these are run by {@link DocExamplesIT}: Java is compiled, Scala and PySpark need an installed Spark, text is output and drawings. */
  private static final Set<String> LANGUAGES = Set.of("sh", "yaml", "python", "sql", "java", "text", "scala", "python of pyspark");

  private static final Pattern CALL = Pattern.compile("Rote\\.(run|call)\\(([^)]*)\\)");

  @TempDir Path folder;

  static Stream<Document> documents() {
    return Document.all().stream();
  }

  static Stream<ShellCommand> commands() {
    return ShellCommand.all().stream();
  }

  static Stream<Document.Block> experiments() {
    return documents().flatMap(document -> document.blocks().stream()).filter(block -> block.language().equals("yaml"));
  }

  @Test
  void theReadmeHasAtMost200Lines() {
    assertThat(Document.of("README.md").lines()).hasSizeLessThanOrEqualTo(MAX_README);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyBlockIsInALanguageThatIsTested(Document document) {
    assertThat(document.blocks()).allSatisfy(block -> assertThat(LANGUAGES).as(block.place()).contains(block.language()));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyExampleIsAnExperimentAsPrinted(Document.Block block) throws IOException {
    Path file = Files.writeString(folder.resolve("example.yaml"), block.text());
    assertThat(ExperimentFile.read(file.toString(), List.of(), new FileSystems()).experiment().trials())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsRunOrListed(ShellCommand command) {
    assertThat(command.isRun() || command.entry().isPresent()).as(command + " is neither run nor in this list:\n"
        + ShellCommand.reasons()).isTrue();
    if (!command.arguments().isEmpty()) {
      assertThat(parsed(command.arguments()).subcommand()).as(command.toString()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyJavaExampleCompiles(Document document) throws IOException {
    for (Document.Block block : document.blocks().stream().filter(block -> block.language().equals("java")).toList()) {
      Path source = Files.writeString(folder.resolve("Example.java"), block.text());
      ByteArrayOutputStream errors = new ByteArrayOutputStream();
      assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, errors, "-proc:none", "-d", folder.toString(), "-cp",
          System.getProperty("java.class.path"), source.toString())).as(block.place() + "\n" + errors.toString(StandardCharsets.UTF_8)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCallOfAnotherProgramIsACommand(Document document) {
    for (Document.Block block : document.blocks()) {
      for (MatchResult call : (Iterable<MatchResult>) CALL.matcher(block.text()).results()::iterator) {
        List<String> words = new ArrayList<>(Pattern.compile("\"([^\"]*)\"").matcher(call.group(2)).results().map(word -> word.group(1)).toList());
        if (call.group(1).equals("run")) {
          words.add(0, "run");
        }
        assertThat(parsed(words).subcommand()).as(block.place() + ": " + call.group()).isNotNull();
      }
    }
  }

  @Test
  void everyEntryOfTheListIsNeeded() {
    Set<String> used = new HashSet<>();
    commands().forEach(command -> command.entry().ifPresent(used::add));
    assertThat(used).isEqualTo(ShellCommand.NOT_RUN.keySet());
  }

  /** A sentence may show a command in passing, or only its name. */
  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandOfASentenceIsUnderstood(Document document) {
    Document.code(document.prose()).stream().filter(code -> code.startsWith("./rote ")).forEach(code -> {
      List<String> words = ShellCommand.words(code.substring("./rote ".length()));
      assertThat(Main.commandLine().getSubcommands()).as(code).containsKey(words.get(0));
      if (words.size() > 1) {
        assertThat(parsed(words).subcommand()).as(code).isNotNull();
      }
    });
  }

  @Test
  void everyCommandIsInTheReadme() {
    assertThat(Document.of("README.md").names("command", "does"))
        .containsExactlyInAnyOrderElementsOf(Main.commandLine().getSubcommands().keySet());
  }

  @Test
  void everyOptionIsListedWithItsCommands() {
    Map<String, Set<String>> commands = new TreeMap<>();
    Main.commandLine().getSubcommands().forEach((name, command) -> command.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(option -> option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel()))
        .forEach(option -> commands.computeIfAbsent(option, any -> new TreeSet<>()).add(name)));
    Map<String, Set<String>> listed = new TreeMap<>();
    Document.of("docs/results.md").table("option", "commands", "meaning")
        .forEach(row -> listed.put(Document.code(row.get(0)).get(0), new TreeSet<>(Document.code(row.get(1)))));
    assertThat(listed).isEqualTo(commands);
  }

  @Test
  void everyShippedExperimentIsInTheReadme() throws IOException {
    try (Stream<Path> files = Files.list(Document.PROJECT.resolve("experiments"))) {
      assertThat(Document.of("README.md").names("file in experiments/", "question", "sample report (MNIST)"))
          .containsExactlyInAnyOrderElementsOf(files.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml")).map(name -> name.replace(".yaml", "")).toList());
    }
  }

  @Test
  void everyProfileOfMavenExists() throws IOException {
    String pom = Files.readString(Document.PROJECT.resolve("jobs/pom.xml")) + Files.readString(Document.PROJECT.resolve("pom.xml"));
    commands().flatMap(command -> command.words().stream()).filter(word -> word.startsWith("-P")).forEach(word ->
        assertThat(pom).contains("<id>" + word.substring(2) + "</id>"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFileAndAHeading(Document document) {
    Path at = Document.PROJECT.resolve(document.name()).getParent();
    for (MatchResult link : (Iterable<MatchResult>) Pattern.compile("\\]\\(([^)]+)\\)").matcher(document.prose()).results()::iterator) {
      String[] parts = link.group(1).split("#", -1);
      if (!parts[0].startsWith("http")) {
        assertThat(at.resolve(parts[0])).as(document.name() + ": " + link.group(1)).exists();
        if (parts.length > 1) {
          String page = parts[0].isEmpty() ? document.name() : Document.PROJECT.relativize(at.resolve(parts[0]).normalize()).toString();
          assertThat(anchors(Document.of(page))).as(document.name()).contains(parts[1]);
        }
      }
    }
  }

  @Test
  void everyRoomIsInTheArchitecture() throws IOException {
    Path sources = Path.of("src/main/java/rote");
    try (Stream<Path> folders = Files.walk(sources)) {
      assertThat(Document.of("docs/architecture.md").names("folder", "the question it answers"))
          .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory).filter(folder -> !folder.equals(sources))
              .map(folder -> sources.relativize(folder).toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyClassThatIsNamedExists(Document document) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      sources.map(source -> source.getFileName().toString()).filter(name -> name.endsWith(".java"))
          .forEach(name -> names.add(name.replace(".java", "")));
    }
    assertThat(Document.code(document.prose()).stream().filter(code -> code.matches("[A-Z][a-z]+([A-Z]+[a-z0-9]*)*"))).isSubsetOf(names);
  }

  private static CommandLine.ParseResult parsed(List<String> arguments) {
    return Main.commandLine().parseArgs(arguments.toArray(String[]::new));
  }

  /** As code hosts make them of headings. */
  private static List<String> anchors(Document document) {
    return Arrays.stream(document.prose().split("\n")).filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-')).toList();
  }
}
