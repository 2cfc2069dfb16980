package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.analysis.ClaimPower;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.file.ExperimentFile;
import rote.experiment.file.ShippedExperiments;
import rote.files.FileSystems;
import rote.harness.Program;
import rote.store.Output;
import rote.trial.Probe;
import rote.trial.Setting;

/** What helps to begin: {@code list}, {@code init}, {@code explain} and {@code completion}. */
class BeginningsTest {
  private static final String HOME = "rote.home";

  @TempDir Path folder;

  @BeforeEach
  void isAtHome() {
    System.setProperty(HOME, "..");
  }

  @AfterEach
  void isNowhere() {
    System.clearProperty(HOME);
  }

  @Test
  void theListHasEveryShippedExperimentWithItsQuestion() throws IOException {
    String list = Program.here("list").out();
    try (Stream<Path> files = Files.list(Path.of("../experiments"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        assertThat(list.lines()).anyMatch(line -> line.startsWith("  " + read(file).name() + " ") && line.endsWith("  " + read(file).question()));
      }
    }
  }

  @Test
  void theListTellsFinishedFromUnfinishedResults() throws IOException {
    System.setProperty(HOME, folder.toString());
    assertThat(Program.here("list").out()).isEqualTo("No results in " + folder.resolve("notebooks-out") + " yet.\n");
    Path fixture = Path.of("src/test/resources/outputs/format-2");
    copy(fixture, folder.resolve("notebooks-out/finished"));
    copy(fixture, folder.resolve("notebooks-out/begun"));
    Files.delete(folder.resolve("notebooks-out/begun").resolve(Output.SUCCESS));
    Files.createDirectories(folder.resolve("notebooks-out/damaged"));
    Files.writeString(folder.resolve("notebooks-out/damaged/manifest.json"), "{");
    Files.createDirectories(folder.resolve("notebooks-out/samples"));
    assertThat(Program.here("list").out().lines().skip(1))
        .anyMatch(line -> line.matches("  finished +complete: \\d+ trials completed.*"))
        .anyMatch(line -> line.matches("  begun +unfinished; its run continues it"))
        .anyMatch(line -> line.matches("  damaged +.*manifest\\.json.*")).hasSize(3);
  }

  @Test
  void whatInitWritesIsAnExperimentWhoseClaimsCanBeDecided() {
    assertThat(Program.here("init", folder.resolve("mine").toString()).code()).isZero();
    Experiment written = read(folder.resolve("mine.yaml"));
    assertThat(written.name()).isEqualTo("mine");
    assertThat(ClaimPower.undecidable(written)).isEmpty();
    assertThat(written.claims()).isNotEmpty();
  }

  static List<String> shipped() throws IOException {
    System.setProperty(HOME, "..");
    return ShippedExperiments.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aCopyDiffersFromItsModelInTheNameAlone(String model) throws IOException {
    Program.here("init", folder.resolve("copy.yaml").toString(), "--like", model);
    Map<String, Object> copy = tree(folder.resolve("copy.yaml"));
    assertThat(copy.put("name", model)).isEqualTo("copy");
    assertThat(copy).isEqualTo(tree(Path.of("../experiments", model + ".yaml")));
    Path schema = folder.resolve(Files.readAllLines(folder.resolve("copy.yaml")).get(0).replaceFirst(".*\\$schema=", ""));
    assertThat(schema).exists();
  }

  @Test
  void initNeverOverwritesAndSaysWhatItNeeds() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "kept");
    Program.here("init", file.toString()).demandComplaint(2, "mine.yaml is there already");
    assertThat(file).hasContent("kept");
    Program.here("init", folder.resolve("-").toString()).demandComplaint(2, "must begin with a letter or digit");
    Program.here("init", folder.resolve("none/mine").toString()).demandComplaint(2, "there is no folder");
    Program.here("init", "s3a://bucket/mine").demandComplaint(2, "is a URI");
    Program.here("init", folder.resolve("other").toString(), "--like", "patterns-frist")
        .demandComplaint(2, "no shipped experiment \"patterns-frist\"; did you mean \"patterns-first\"?");
    assertThat(Program.files(folder)).containsExactly("mine.yaml");
  }

  @Test
  void everyWordOfAnExperimentFileIsExplained() {
    Stream<String> words = Stream.of(Setting.all().stream().map(Setting::key), Setting.all().stream().map(Setting::path),
        Arrays.stream(MetricName.values()).flatMap(metric -> metric.names().stream()), Stream.of("at-least", "within", "of",
            "name", "then", "best-by", "log-uniform", "trial_id", "curves/curves.parquet", "source"),
        Arrays.stream(Probe.values()).map(probe -> probe.name().toLowerCase(Locale.ROOT))).flatMap(all -> all);
    assertThat(words).allSatisfy(word -> assertThat(Program.here("explain", word).code()).as(word).isZero());
  }

  @Test
  void anExplanationHasTheTextOfEveryRowWithoutMarkup() {
    assertThat(Program.here("explain", "best_by").out()).isEqualTo("""
        Then: fresh seeds for the best setting (docs/experiment-file.md)
          key of then  best-by
          value        validation_accuracy or validation_cost, required
          meaning      What is compared: the mean over the setting's seeds after the last epoch. The highest accuracy or the lowest \
        cost wins; ties go to the first setting.
        """);
    assertThat(Program.here("explain", "seeds").out()).contains("Keys of the file", "key of then").doesNotContain("`", "](");
    Program.here("explain", "lerning-rate").demandComplaint(2, "did you mean \"learning-rate\"?");
  }

  @Test
  void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
    assertThat(completed("rote", "")).contains("run", "plan", "list", "init", "explain", "bench");
    assertThat(completed("./rote", "expl")).containsExactly("explain");
    assertThat(completed("rote", "run", "--retry")).containsExactly("--retry-failed");
  }

  /** Has bash complete the last of the words, as it does at the tab key. */
  private List<String> completed(String... words) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("completion"), Program.here("completion").out());
    List<String> command = new ArrayList<>(List.of("bash", "-c", "source \"$0\" && COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))"
        + " && _complete_rote && printf '%s\\n' \"${COMPREPLY[@]}\"", script.toString()));
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(bash.waitFor()).isZero();
    return lines;
  }

  private static Experiment read(Path file) {
    return ExperimentFile.experiment(file.toString(), tree(file));
  }

  private static Map<String, Object> tree(Path file) {
    return ExperimentFile.read(file.toString(), List.of(), new FileSystems()).tree();
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : Program.files(from)) {
      Files.createDirectories(to.resolve(name).getParent());
      if (Files.isRegularFile(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
  }
}
