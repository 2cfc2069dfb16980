package rote.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.metrics.Metric;
import rote.harness.Program;
import rote.jobs.ReportJob;
import rote.store.Output;
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
    assertThat(names).startsWith("trial_id", "dataset", "seed", "status").contains("hidden", "learning_rate", "final_test_accuracy");
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
