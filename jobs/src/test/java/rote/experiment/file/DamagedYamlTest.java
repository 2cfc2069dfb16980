package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import rote.experiment.Experiment;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.harness.DamagedRead;
import rote.harness.Mutation;

/** Damaged experiment files are refused, or declare what plain JSON of the same content declares. */
class DamagedYamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = """
      name: parts
      question: "Does it read?"
      data: {dataset: mnist, training-examples: 1000, validation-examples: 50}
      trial:
        hidden: [16, 16]
        activation: relu
        learning-rate: {start: 0.1, decay: 0.95}
        momentum: 9e-1
        stop-at-training-accuracy: 1
      grid:
        - {label-corruption: [0, 0.5], hidden: [[16, 16], [64]]}
        - epochs: [5, 10]
      seeds: [7, 9]
      published:
        - {where: {dataset: mnist, hidden: [16, 16]}, metric: test_accuracy, value: 0.96, source: a lesson}
      """;
  /** Features of YAML that an experiment file does not use, or uses too much. */
  private static final List<String> PIECES = List.of("&a ", "*a", "&a [*a]", "{<<: *a}", "!!int ", "!!binary ", "! ",
      "!!java.net.URL ", "[".repeat(30), "[".repeat(5_000), "{a: ".repeat(3_000), "- ".repeat(2_000), "? ", "| ", ">-\n",
      "9".repeat(40), "9".repeat(9_999), "9".repeat(100_000), "1e999", "-.inf", ".nan", "0x7fffffffffffffffff", "-0", "~",
      "name: b\n", "\"a\\nb\": 1\n", "---\n", "...\n", "%YAML 3.0\n---\n", "\t", "'", "\"", "\0", "\u2028", "\ufeff",
      "&a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c,*c]\n", "1000000", "# ", ": ", "[1, 1]", "null");
  private static final long MAX_BYTES = 64_000_000; // a million seeds, which a file may ask for, take 40 MB
  private static Path file;

  @BeforeContainer
  static void create() throws IOException {
    file = Files.createTempFile("damaged", ".yaml");
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 1_200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void damagedByBytes(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    isReadAsJsonSaysIt(Mutation.all(mutations, WHOLE.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 1_000, seed = "2", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void damagedByPiecesOfYaml(@ForAll("pieces") List<Tuple2<Integer, String>> pieces) throws Exception {
    StringBuilder text = new StringBuilder(WHOLE);
    pieces.forEach(piece -> text.insert(piece.get1() % text.length(), piece.get2()));
    isReadAsJsonSaysIt(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 800, seed = "3", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void withValuesOfAnotherKind(@ForAll("pieces") List<Tuple2<Integer, String>> pieces) throws Exception {
    List<String> lines = new ArrayList<>(WHOLE.lines().toList());
    pieces.forEach(piece -> lines.replaceAll(line -> lines.indexOf(line) == piece.get1() % lines.size()
        ? line.replaceFirst(": .*", ": " + piece.get2().replace("$", "")) : line));
    isReadAsJsonSaysIt(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  @Provide
  Arbitrary<List<Tuple2<Integer, String>>> pieces() {
    return Combinators.combine(Arbitraries.integers().between(0, 1 << 16), Arbitraries.of(PIECES))
        .as((at, piece) -> Tuple.of(at, piece)).list().ofMinSize(1).ofMaxSize(3);
  }

  private static void isReadAsJsonSaysIt(byte[] content) throws Exception {
    Files.write(file, content);
    String name = file.toString();
    Optional<Map<String, Object>> tree =
        DamagedRead.of(name, InputException.class, MAX_BYTES, () -> ExperimentFile.read(name, List.of(), new FileSystems()).tree());
    Optional<Experiment> experiment = tree.isEmpty() ? Optional.empty()
        : DamagedRead.of(name, InputException.class, MAX_BYTES, () -> ExperimentFile.experiment(name, tree.get()));
    Statistics.collect(experiment.isPresent() ? "read" : "refused");
    Statistics.coverage(coverage -> coverage.check("read").count(count -> count > 10));
    Statistics.coverage(coverage -> coverage.check("refused").count(count -> count > 10));
    if (experiment.isPresent()) {
      Map<String, Object> plain = JSON.readValue(JSON.writeValueAsString(tree.get()), new TypeReference<>() {});
      assertThat(ExperimentFile.experiment(name, plain)).hasToString(experiment.get().toString());
    }
  }
}
