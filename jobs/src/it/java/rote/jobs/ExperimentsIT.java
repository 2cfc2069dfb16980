package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.analysis.Analysis;
import rote.analysis.Groups;
import rote.analysis.PublishedFigure;
import rote.analysis.PublishedFigures;
import rote.data.formats.CifarForm;
import rote.experiment.Claim;
import rote.experiment.Experiment;
import rote.experiment.PublishedValue;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.CifarFixtures;
import rote.harness.Requests;
import rote.harness.Verified;
import rote.report.terminal.TextSummary;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Every shipped experiment file runs on Spark in this JVM: all its settings, each trained for one epoch. */
@Tag("experiments")
class ExperimentsIT {
  private static final Path FOLDER = Path.of("..", "experiments");

  @TempDir Path folder;

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void runsAtATinySize(String name) throws IOException {
    SweepRequest request = tiny(name, isOfCifar(name) ? List.of(generated()) : List.of(FOLDER.toString()));
    List<TrialRecord> records = new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run().records();

    Experiment experiment = request.experiment();
    Experiment known = experiment.after(TrialRecord.byTrial(records).map(TrialRecord::result));
    assertThat(known.chosen().isEmpty()).isEqualTo(experiment.followUp().isEmpty());
    assertThat(records).hasSize(known.trials().size()).allMatch(record -> record.result().status() == Status.COMPLETED);
    String summary = TextSummary.of(Analysis.of(experiment, records));
    assertThat(experiment.claims().stream().map(Claim::text)).allMatch(summary::contains);
    assertThat(experiment.published().stream().map(PublishedValue::source)).allMatch(summary::contains);
    assertThat(summary.contains("How many examples are fitted")).isEqualTo(manySizes(experiment));
    assertThat(folder.resolve("out/report.html")).exists();
    Verified.demand(folder.resolve("out").toString(), isOfCifar(name) ? folder.resolve("cifar-10").toString() : isOfTable(request) ? FOLDER.toString() : "", Map.of());
  }

  private static boolean isOfTable(SweepRequest request) {
    return request.experiment().data().table().isPresent();
  }

  private static boolean isOfCifar(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name)).contains("dataset: cifar-10");
  }

  /** Images in the form of CIFAR-10, whose pixels tell where they are. */
  private String generated() throws IOException {
    Path data = Files.createDirectory(folder.resolve("cifar-10"));
    for (String file : CifarForm.CIFAR_10.files()) {
      Files.write(data.resolve(file), CifarFixtures.batch(CifarForm.CIFAR_10.testRows(), CifarForm.CIFAR_10.files().indexOf(file)));
    }
    return data.toString();
  }

  @Test
  void whatIsPublishedOfMnistIsMeasuredOnMnist() throws IOException {
    String data = System.getenv("ROTE_DATA");
    Assumptions.assumeTrue(data != null, "ROTE_DATA is not set"); // CatalogTest demands it where CI=true
    SweepRequest request = tiny("double-descent.yaml", List.of(data + "/mnist"), "data.dataset=mnist");
    List<TrialRecord> records = new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run().records();
    Groups groups = Groups.of(request.experiment(), records);
    assertThat(PublishedFigures.of(groups)).hasSize(7).allMatch(PublishedFigure::isMeasured);
  }

  private SweepRequest tiny(String name, List<String> data, String... set) throws IOException {
    String file = FOLDER.resolve(name).toString();
    List<String> changes = Stream.concat(Stream.of("seeds=1"), Stream.of(set)).toList();
    Map<String, Object> tree = ExperimentFile.read(file, changes, new FileSystems()).tree();
    shrink(tree);
    return Requests.of(file, tree, data, folder.resolve("out").toString(), Map.of("spark.master", "local[2]"), false, false);
  }

  private static boolean manySizes(Experiment experiment) {
    return Stream.of(Setting.TRAINING_EXAMPLES, Setting.HIDDEN)
        .allMatch(setting -> experiment.trials().stream().map(trial -> trial.get(setting)).distinct().count() > 1);
  }

  private static List<Integer> each(Object values, IntUnaryOperator smaller) {
    return ((List<?>) values).stream().map(value -> smaller.applyAsInt((Integer) value)).toList();
  }

  /** Few images, but as many sizes as in the file; one epoch; two samples of a random search, and two fresh seeds. */
  @SuppressWarnings("unchecked") // YAML's maps and lists
  private static void shrink(Map<String, Object> tree) {
    Map<String, Object> data = (Map<String, Object>) tree.computeIfAbsent("data", key -> new LinkedHashMap<String, Object>());
    ((Map<String, Object>) tree.get("trial")).put("epochs", 1);
    data.put("training-examples", 60);
    data.computeIfPresent("validation-examples", (key, count) -> 20);
    Object grid = tree.getOrDefault("grid", List.of());
    for (Map<String, Object> product : grid instanceof List ? (List<Map<String, Object>>) grid : List.of((Map<String, Object>) grid)) {
      product.computeIfPresent("epochs", (key, values) -> each(values, epochs -> epochs > 3 ? 1 : epochs));
      product.computeIfPresent("data.training-examples", (key, values) -> each(values, n -> 30 + n / 100));
    }
    tree.computeIfPresent("sample", (key, sample) -> with((Map<String, Object>) sample, "trials"));
    tree.computeIfPresent("then", (key, then) -> with((Map<String, Object>) then, "seeds"));
  }

  private static Map<String, Object> with(Map<String, Object> map, String key) {
    map.put(key, 2);
    return map;
  }
}
