package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Bits;
import rote.harness.Requests;
import rote.harness.Verified;
import rote.store.Output;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Whole runs on Spark in this JVM; DuckDB reads their tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepIT {
  private static final String YAML = """
      name: small
      data: {training-examples: 200}
      trial: {epochs: 3, cost: cross-entropy, learning-rate: 0.1}
      grid: {label-corruption: [0, 1], hidden: [[], [8], [16, 8]]}
      seeds: 2
      """;

  @TempDir static Path folder;
  private List<TrialRecord> first;

  @BeforeAll
  void runOnce() throws IOException {
    Files.writeString(folder.resolve("small.yaml"), YAML);
    first = run("first", "local[2,4]", Map.of());
  }

  @Test
  void curvesAreTheSameBitsForAnyCoresAndPartitions() throws IOException {
    Map<String, Map<String, String>> others = Map.of(
        "one-core", Map.of("spark.master", "local[1]"),
        "a-trial-a-task", Map.of("spark.rote.secondsPerTask", "0"),
        "one-task", Map.of("spark.rote.secondsPerTask", "1e9"));
    for (Map.Entry<String, Map<String, String>> other : others.entrySet()) {
      List<TrialRecord> records = run(other.getKey(), "local[2,4]", other.getValue());
      assertThat(Bits.of(records)).as(other.getKey()).isEqualTo(Bits.of(first));
    }
  }

  @Test
  void theSecondRunTrainsNothingAndSaysSo() throws IOException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<TrialRecord> second = run("first", "spark://nowhere:1", Map.of(), messages);
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEqualTo("12 trials planned, 12 recorded, nothing to train\n");
    assertRecords(second).containsExactlyElementsOf(first); // times and hosts too: these are the records of the first run
  }

  @Test
  void oneMoreSeedTrainsOnlyItsOwnTrials() throws IOException {
    run("seeds", "local[2,4]", Map.of());
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<TrialRecord> more = run("seeds", "local[2,4]", Map.of(), messages, "seeds=3");
    assertThat(messages.toString(StandardCharsets.UTF_8)).startsWith("18 trials planned, 12 recorded, 6 to train\n");
    assertThat(more).hasSize(18);
    assertThat(Bits.of(more.stream().filter(record -> record.trial().seed() < 3).toList())).isEqualTo(Bits.of(first));
  }

  @Test
  void probesThatAreAskedForLaterAreComputedByTheSameTrialsTrainedAgain() throws Exception {
    String[] wide = {"grid={hidden: [[8], [16]]}", "seeds=2"};
    String[] asked = {wide[0], wide[1], "probes=[hidden-weights, noise-confidence, noise-answers, learned-weights,"
        + " moved-digits, learning-order]"};
    List<TrialRecord> before = run("probes", "local[2,4]", Map.of(), new ByteArrayOutputStream(), wide);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<TrialRecord> after = run("probes", "local[2,4]", Map.of(), messages, asked);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .startsWith("4 trials planned, 4 recorded, 4 to train, 4 of them again, for their probes\n");
    assertThat(after).extracting(TrialRecord::trialId).isEqualTo(before.stream().map(TrialRecord::trialId).toList());
    List<TrialRecord> alone = run("probes-alone", "local[1]", Map.of(), new ByteArrayOutputStream(), asked);
    assertThat(Bits.of(alone)).isEqualTo(Bits.of(after));
    messages.reset();
    assertRecords(run("probes", "spark://nowhere:1", Map.of(), messages, asked)).containsExactlyElementsOf(after);
    assertThat(messages.toString(StandardCharsets.UTF_8)).endsWith("nothing to train\n");
    assertRecords(run("probes", "spark://nowhere:1", Map.of(), messages, wide)).as("not asked for, and kept")
        .containsExactlyElementsOf(after);
    Verified.demand(folder.resolve("probes").toString(), "", Map.of());
    assertThat(Files.readString(folder.resolve("probes/manifest.json"))).contains("\"probes/probes.parquet\"");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      String probes = "'" + folder.resolve("probes/probes/probes.parquet") + "'";
      assertThat(number(duck, "select count(distinct (trial_id, probe)) from " + probes)).isEqualTo(24);
      assertThat(number(duck, "select count(*) from " + probes + " join '" + folder.resolve("probes/trials/trials.parquet")
          + "' using (trial_id) where item like 'unit-%' and len(numbers) = 784 and shape = [28, 28]")).isEqualTo(48);
    }
  }

  @Test
  void aFailedTrialIsARowAndTheOthersContinue() throws IOException {
    String tooLarge = "grid={hidden: [[4], [65536, 65536]]}"; // 16 GiB of weights
    List<TrialRecord> records = run("failed", "local[2,4]", Map.of(), new ByteArrayOutputStream(), tooLarge, "seeds=1");
    assertThat(records).extracting(record -> record.result().status()).containsExactly(Status.COMPLETED, Status.FAILED);
    assertThat(records.get(1).result().error()).contains("784-65536-65536-10 needs").contains("ROTE_JAVA_OPTIONS=-Xmx");
    assertThat(folder.resolve("failed/_SUCCESS")).exists();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    run("failed", "local[2,4]", Map.of(), messages, tooLarge, "seeds=1");
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains("nothing to train");
  }

  @Test
  void failingFastKeepsFinishedTrialsAndContinuesLater() throws IOException {
    SweepRequest request = request("fast", Map.of("spark.master", "local[1]", "spark.rote.secondsPerTask", "0"), true,
        "grid={hidden: [[65536, 65536], [4], [5], [6]]}");
    List<TrialRecord> records = new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run().records();
    assertThat(records).anyMatch(record -> record.result().status() == Status.FAILED).hasSizeLessThan(8);
    assertThat(folder.resolve("fast/_SUCCESS")).doesNotExist();
    assertThat(run("fast", "local[2,4]", Map.of(), new ByteArrayOutputStream(),
        "grid={hidden: [[65536, 65536], [4], [5], [6]]}")).hasSize(8);
    assertThat(folder.resolve("fast/_SUCCESS")).exists();
  }

  @Test
  void duckDbFindsEveryPlannedTrialOnceAndEveryEpochOfIt() throws SQLException {
    assertThat(first).hasSize(12).allMatch(record -> record.result().status() == Status.COMPLETED);
    String trials = "'" + folder.resolve("first/trials/trials.parquet") + "'";
    String curves = "'" + folder.resolve("first/curves/curves.parquet") + "'";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(number(duck, "select count(*) from " + trials)).isEqualTo(12);
      assertThat(number(duck, "select count(distinct trial_id) from " + trials)).isEqualTo(12);
      assertThat(number(duck, "select count(distinct (label_corruption, hidden, seed)) from " + trials)).isEqualTo(12);
      assertThat(number(duck, "select count(*) from " + trials + " where len(hidden) = 2 and hidden[1] = 16")).isEqualTo(4);
      assertThat(number(duck, "select count(*) from " + curves)).isEqualTo(12 * 4);
      assertThat(number(duck, "select count(*) from (select trial_id, count(*) n, min(epoch) a, max(epoch) b, "
          + "count(distinct epoch) d from " + curves + " group by trial_id) join " + trials
          + " using (trial_id) where n = epochs_run + 1 and d = n and a = 0 and b = epochs_run")).isEqualTo(12);
      assertThat(number(duck, "select count(*) from " + trials + " t join " + curves + " c using (trial_id) "
          + "where c.epoch = t.epochs_run and c.test_accuracy = t.final_test_accuracy")).isEqualTo(12);
      Map<String, Integer> nulls = nulls(duck, trials);
      assertThat(nulls.keySet()).contains("trial_id", "experiment", "dataset", "learning_rate_decay", "config", "host");
      nulls.forEach((column, count) -> assertThat(count).as(column).isEqualTo(
          column.contains("validation_") && !column.equals("validation_examples")
              || List.of("data_seed", "crop_to", "scale_to", "input_corruption_share", "stop_at_training_accuracy",
                  "standardise", "test_share", "folds", "fold", "weights_seed", "order_seed", "fit_epoch", "error").contains(column)
              ? 12 : 0));
      nulls(duck, curves).forEach((column, count) ->
          assertThat(count).as(column).isEqualTo(column.startsWith("validation_") ? 48 : 0));
    }
  }

  @Test
  void anOutputHasAllItsFilesAndTheManifestTheirDigests() throws IOException {
    assertThat(folder.resolve("first/_SUCCESS")).exists();
    String manifest = Files.readString(folder.resolve("first/manifest.json"));
    assertThat(manifest).contains("\"spark\" : \"" + System.getProperty("expected.spark") + "\"");
    for (String name : List.of("trials/trials.parquet", "curves/curves.parquet", "report.html")) {
      byte[] content = Files.readAllBytes(folder.resolve("first").resolve(name));
      String digest = rote.files.Sha256.hex(rote.files.Sha256.digest().digest(content));
      assertThat(manifest).contains("\"" + name + "\"").contains(digest);
    }
    ReportJob report = new ReportJob(Output.at(folder.resolve("first").toString()));
    assertThat(Bits.of(report.records())).isEqualTo(Bits.of(first));
    assertThat(report.experiment().trials()).hasSize(12);
  }

  private List<TrialRecord> run(String out, String master, Map<String, String> spark) throws IOException {
    return run(out, master, spark, new ByteArrayOutputStream());
  }

  private List<TrialRecord> run(
      String out, String master, Map<String, String> spark, ByteArrayOutputStream messages, String... changes)
      throws IOException {
    Map<String, String> settings = new HashMap<>(Map.of("spark.master", master));
    settings.putAll(spark);
    SweepRequest request = request(out, settings, false, changes);
    return new SweepJob(request, new PrintStream(messages, true, StandardCharsets.UTF_8)).run().records();
  }

  private static SweepRequest request(String out, Map<String, String> spark, boolean failFast, String... changes) {
    String file = folder.resolve("small.yaml").toString();
    return Requests.of(file, ExperimentFile.read(file, List.of(changes), new FileSystems()).tree(), List.of(),
        folder.resolve(out).toString(), spark, failFast, false);
  }

  private static int number(Connection duck, String query) throws SQLException {
    try (ResultSet rows = duck.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Map<String, Integer> nulls(Connection duck, String table) throws SQLException {
    Map<String, Integer> nulls = new HashMap<>();
    try (ResultSet columns = duck.createStatement().executeQuery("describe select * from " + table)) {
      while (columns.next()) {
        nulls.put(columns.getString(1), 0);
      }
    }
    for (String column : List.copyOf(nulls.keySet())) {
      nulls.put(column, number(duck, "select count(*) from " + table + " where \"" + column + "\" is null"));
    }
    return nulls;
  }
}
