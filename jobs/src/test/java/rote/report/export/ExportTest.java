package rote.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.metrics.Metric;
import rote.harness.Fixtures;
import rote.harness.Program;
import rote.jobs.ReportJob;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** What {@code export} writes of an output with diverged trials, beside its records. */
class ExportTest {
  private static final String OUTPUT = "src/test/resources/outputs/format-2";
  private List<TrialRecord> records;

  @TempDir Path folder;

  @BeforeEach
  void readRecords() throws IOException {
    records = new ReportJob(Output.at(OUTPUT)).records();
  }

  @Test
  void trialsHaveARowEachWithSettingsAndMetrics() throws IOException {
    assertThat(Program.here("export", OUTPUT, "--csv", folder.toString()).code()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("trials.csv"));
    List<String> names = List.of(lines.get(0).split(","));
    assertThat(names).startsWith("trial_id", "experiment", "dataset").contains("hidden_text", "learning_rate_decay", "final_test_accuracy", "generalisation_gap");
    assertThat(lines).hasSize(records.size() + 1);
    int accuracy = names.indexOf("final_test_accuracy") - names.size(); // from the end: lists have commas within quotes
    for (int t = 0; t < records.size(); t++) {
      String[] cells = lines.get(t + 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      assertThat(cells).hasSize(names.size()).startsWith(records.get(t).trialId());
      String value = cells[names.size() + accuracy];
      assertThat(value).isEqualTo(Metric.TEST_ACCURACY.reader().of(records.get(t).result()).stream()
          .mapToObj(String::valueOf).findFirst().orElse(""));
    }
  }

  /** Trials that fell with a rate, failed with a trace of several lines, or diverged, as DuckDB reads both forms. */
  @Test
  void bothTablesHaveTheColumnsAndTheValuesOfTheParquetTables() throws Exception {
    List<TrialRecord> all = List.of(Fixtures.completed("t9"), Fixtures.diverged("t5"), Fixtures.failed("t7"));
    Output output = Output.at(folder.toString());
    new Tables(output).write(all);
    CsvFiles.write(output.folder(), all);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); Statement sql = duck.createStatement()) {
      for (String table : List.of("trials", "curves")) {
        String parquet = " from '" + folder + "/" + table + "/" + table + ".parquet'";
        String csv = " from read_csv('" + folder + "/" + table + ".csv', all_varchar = true)";
        List<String> typed = lines(sql, "select column_name || ' ' || column_type from (describe" + parquet + ")");
        assertThat(lines(sql, "select column_name from (describe" + csv + ")"))
            .startsWith(typed.stream().map(column -> column.split(" ")[0]).toArray(String[]::new));
        for (String column : typed) {
          String name = column.split(" ")[0];
          assertThat(lines(sql, "select cast(" + name + " as " + column.split(" ")[1] + ")" + csv)).as(name)
              .isEqualTo(lines(sql, "select " + name + parquet));
        }
      }
      String cells = "select concat_ws(' ', learning_rate, learning_rate_decay, hidden_text, fit_epoch, epochs_run, best_test_epoch)";
      assertThat(lines(sql, cells + " from read_csv('" + folder + "/trials.csv', all_varchar = true)"))
          .first().isEqualTo("0.1 0.95 16-8 3 3 3");
    }
  }

  private static List<String> lines(Statement statement, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        lines.add(result.getString(1));
      }
    }
    return lines;
  }

  @Test
  void aFallingLearningRateIsTwoParametersOfMlflow() throws IOException {
    ReportJob job = new ReportJob(Output.at(OUTPUT));
    Output output = Output.at(folder.toString());
    new MlflowRuns(output.folder(), job.experiment(), job.began()).write(List.of(Fixtures.completed("t9")));
    Path params = folder.resolve(Program.files(folder).stream().filter(name -> name.endsWith("/params")).findFirst().orElseThrow());
    assertThat(params.resolve("learning-rate")).hasContent("0.1");
    assertThat(params.resolve("learning-rate-decay")).hasContent("0.95");
  }

  @Test
  void curvesHaveARowForEachEpoch() throws IOException {
    Program.here("export", OUTPUT, "--csv", folder.toString());
    List<String> lines = Files.readAllLines(folder.resolve("curves.csv"));
    assertThat(lines.stream().skip(1)).isEqualTo(records.stream().flatMap(record -> record.result().curve().rows().stream()
        .map(row -> Stream.of(record.trialId(), row.epoch(), row.training().cost(), row.training().accuracy(),
            row.validation() == null ? "" : row.validation().cost(), row.validation() == null ? "" : row.validation().accuracy(),
            row.test().cost(), row.test().accuracy(), row.seconds())
            .map(String::valueOf).reduce((a, b) -> a + "," + b).orElseThrow())).toList());
  }

  @Test
  void mlflowFindsARunForEachTrialAndASecondExportReplacesTheFirst() throws IOException {
    Program.here("export", OUTPUT, "--mlflow", folder.toString());
    List<String> first = Program.files(folder);
    Program.here("export", OUTPUT, "--mlflow", folder.toString());
    assertThat(Program.files(folder)).isEqualTo(first);
    Path experiment = folder.resolve(first.get(0));
    JsonNode meta = json(experiment.resolve("meta.yaml"));
    assertThat(meta.get("experiment_id").asText()).isEqualTo(experiment.getFileName().toString()).matches("\\d{18}");
    assertThat(meta.get("name").asText()).isEqualTo(records.get(0).experiment());
    List<Path> runs = first.stream().filter(name -> name.matches("\\d+/[0-9a-f]{32}")).map(folder::resolve).toList();
    assertThat(runs).hasSize(records.size());
    for (Path run : runs) {
      JsonNode about = json(run.resolve("meta.yaml"));
      TrialRecord record = records.stream().filter(any -> any.trialId().equals(about.get("run_name").asText())).findFirst().orElseThrow();
      assertThat(about.get("status").asInt()).isEqualTo(record.result().status() == Status.FAILED ? 4 : 3);
      assertThat(about.get("run_id").asText()).isEqualTo(run.getFileName().toString());
      assertThat(run.resolve("params/epochs")).hasContent(String.valueOf(record.trial().get(Setting.EPOCHS)));
      assertThat(run.resolve("tags/status")).hasContent(record.result().status().toString());
      List<String> costs = record.result().curve().rows().stream().map(row -> row.test().cost() + " " + row.epoch()).toList();
      if (!costs.isEmpty()) {
        assertThat(Files.readAllLines(run.resolve("metrics/test_cost")).stream().map(line -> line.replaceFirst("^\\d{13} ", "")))
            .isEqualTo(costs);
      }
    }
  }

  @Test
  void oneFormMustBeNamed() {
    Program.here("export", OUTPUT).demandComplaint(2, "--csv");
    Program.here("export", OUTPUT, "--csv", "a", "--mlflow", "b").demandComplaint(2, "mutually exclusive");
    Program.here("export", folder.resolve("none").toString(), "--csv", folder.toString()).demandComplaint(2, "no such folder");
    Program.here("export", OUTPUT, "--csv", "pom.xml").demandComplaint(2, "is a file, not a folder");
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
