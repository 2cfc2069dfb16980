package rote.report.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MeanCurve;
import rote.analysis.metrics.Metric;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.DuckDbForPython;
import rote.harness.Requests;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;
import rote.trial.EpochRow;
import rote.trial.TrialRecord;

/** The notebook of a run in Jupyter: its format, its pictures in HTML, and its code on the run's tables. */
@Timeout(300)
@Tag("browser")
class NotebookIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String YAML = """
      name: noted
      question: "Does <b>it</b> fit?"
      data: {training-examples: 100}
      trial: {epochs: 4, cost: cross-entropy, learning-rate: 0.5, stop-at-training-accuracy: 0.4}
      grid: {label-corruption: [0, 1], hidden: [[8]], mini-batch: [5, 10, 20]}
      seeds: 2
      probes: [hidden-weights, noise-confidence, drawn-digits, test-answers]
      """;

  @TempDir static Path folder;
  private static Path out;
  private static Groups groups;

  /** CI installs the tools; elsewhere these tests are skipped without them. */
  @BeforeAll
  static void run() throws Exception {
    out = Files.createDirectory(folder.resolve("out"));
    boolean there = python(Map.of(), "-c", "import nbformat, nbconvert, ipykernel, pandas, matplotlib") == 0;
    assertThat(there || System.getenv("CI") == null).as("Jupyter, pandas and matplotlib of Debian").isTrue();
    assumeThat(there).as("Jupyter, pandas and matplotlib of Debian; without them the notebook is not tested").isTrue();
    Path file = Files.writeString(folder.resolve("noted.yaml"), YAML);
    SweepRequest request = Requests.of(file.toString(),
        ExperimentFile.read(file.toString(), List.of(), new FileSystems()).tree(), List.of(), out.toString(),
        Map.of("spark.master", "local[2]"), false, false);
    List<TrialRecord> records = new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run().records();
    groups = Groups.of(request.experiment(), records);
  }

  @Test
  void isValidAndBecomesHtmlWithItsPictures() throws Exception {
    assertThat(python(Map.of(), "-c",
        "import nbformat; nbformat.validate(nbformat.read('report.ipynb', as_version=nbformat.NO_CONVERT))")).isZero();
    assertThat(python(Map.of(), "-m", "nbconvert", "--to", "html", "--output", "noted.html", "report.ipynb")).isZero();
    String html = Files.readString(out.resolve("noted.html"));
    assertThat(html).contains("Does &lt;b&gt;it&lt;/b&gt; fit?").doesNotContain("<b>it</b>");
    List<String> pictures = pictures("report.ipynb");
    assertThat(pictures.size()).isEqualTo(8); // four curves, the batch sizes, three probes
    assertThat(pictures).allMatch(picture -> html.contains(picture.substring(0, 500)));
  }

  @Test
  void itsCodeDrawsEveryFigureAnewFromTheNumbersOfTheReport() throws Exception {
    writeWithNumbersTold("again.ipynb");
    try (DuckDbForPython duck = new DuckDbForPython(folder, out)) {
      assertThat(python(Map.of("DUCKDB", duck.address(), "PYTHONPATH", folder.toString()), "-m", "nbconvert",
          "--to", "notebook", "--execute", "--output", "ran.ipynb", "again.ipynb")).isZero();
    }
    // Four curves, the batch sizes, and one picture per probe and group, for four groups.
    assertThat(pictures("ran.ipynb").size()).isEqualTo(5 + 3 * 4);
    assertThatAre(numbers("curves.csv"), groups.all().stream()
        .map((Group group) -> group.curve((EpochRow row) -> row.test().accuracy()))
        .flatMap(curve -> curve.points().stream()).map(MeanCurve.Point::mean).toList());
    assertThat(Files.readAllLines(out.resolve("confusion.csv"))).hasSize(11).startsWith("0,1,2,3,4,5,6,7,8,9");
    assertThatAre(numbers("groups.csv").stream().sorted().toList(),
        groups.all().stream().map(group -> group.statistics(Metric.TEST_ACCURACY).orElseThrow().mean()).sorted().toList());
  }

  /** The notebook with a last cell that writes the numbers of the others. */
  private static void writeWithNumbersTold(String name) throws IOException {
    ObjectNode notebook = (ObjectNode) JSON.readTree(out.resolve("report.ipynb").toFile());
    ArrayNode cells = (ArrayNode) notebook.get("cells");
    String means = StreamSupport.stream(cells.spliterator(), false).map(cell -> cell.get("source").asText())
        .filter(source -> source.startsWith("duckdb.sql(")).findFirst().orElseThrow();
    ObjectNode last = cells.addObject().put("cell_type", "code").put("id", "last").putNull("execution_count").put("source",
        "pd.concat([by_epoch('test_accuracy', g) for g in range(len(GROUPS))])[['mean']].to_csv('curves.csv', index=False)\n"
            + means + "[['test_accuracy']].to_csv('groups.csv', index=False)\n"
            + "confusion(0).to_csv('confusion.csv', index=False)");
    last.putObject("metadata");
    last.putArray("outputs");
    JSON.writeValue(out.resolve(name).toFile(), notebook);
  }

  private static List<String> pictures(String notebook) throws IOException {
    JsonNode tree = JSON.readTree(out.resolve(notebook).toFile());
    return tree.findValues("image/png").stream().filter(JsonNode::isTextual).map(JsonNode::asText).toList();
  }

  private static List<Double> numbers(String file) throws IOException {
    return Files.readAllLines(out.resolve(file)).stream().skip(1).map(Double::valueOf).toList();
  }

  private static void assertThatAre(List<Double> drawn, List<Double> computed) {
    assertThat(drawn).isNotEmpty().hasSameSizeAs(computed)
        .zipSatisfy(computed, (one, other) -> assertThat(one).isCloseTo(other, within(1e-12)));
  }

  /** Runs Debian's Python, which has these packages, in the notebook's folder. */
  private static int python(Map<String, String> environment, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(arguments))).directory(out.toFile()).inheritIO()
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.command().add(0, "/usr/bin/python3");
    builder.environment().putAll(environment);
    builder.environment().putAll(Map.of("PATH", "/usr/bin:" + System.getenv("PATH"), "PYDEVD_DISABLE_FILE_VALIDATION", "1"));
    Process process = builder.start();
    if (!process.waitFor(200, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
