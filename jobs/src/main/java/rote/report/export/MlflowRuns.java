package rote.report.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import rote.analysis.metrics.Metric;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.files.Folder;
import rote.files.Sha256;
import rote.network.Measure;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.SettingPart;
import rote.trial.Status;
import rote.trial.TrialRecord;

/**
 * Writes an experiment in the layout of MLflow's file store, version 2: a run per trial with its settings as parameters, its curves and
 * its other metrics, and its state as tags.
 *
 * <p>Ids follow from names, so a second export replaces the first.
 *
 * @param began when training began, by which MLflow sorts runs
 */
public record MlflowRuns(Folder folder, Experiment experiment, Instant began) {
  private static final Map<String, Function<EpochRow, Measure>> SETS =
      Map.of("training", EpochRow::training, "validation", EpochRow::validation, "test", EpochRow::test);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FINISHED = 3;
  private static final int FAILED = 4;
  private static final int LOCAL = 4; // the kind of a run that a program has started
  private static final BigInteger IDS = BigInteger.TEN.pow(18);

  public void write(List<TrialRecord> records) throws IOException {
    String id = experimentId();
    yaml(id + "/meta.yaml", Map.of("artifact_location", folder.path(id), "creation_time", began.toEpochMilli(), "experiment_id", id,
        "last_update_time", began.toEpochMilli(), "lifecycle_stage", "active", "name", experiment.name()));
    text(id + "/tags/mlflow.note.content", experiment.question());
    for (TrialRecord record : records) {
      run(id, record);
    }
  }

  /** MLflow's own ids are numbers of 18 digits. */
  private String experimentId() {
    return String.format(Locale.ROOT, "%018d", new BigInteger(digest(experiment.name()), 16).mod(IDS));
  }

  private void run(String experimentId, TrialRecord record) throws IOException {
    String id = digest(record.trialId()).substring(0, 32);
    String path = experimentId + "/" + id + "/";
    yaml(path + "meta.yaml", meta(experimentId, id, record));
    for (SettingPart<?> part : Setting.all().stream().flatMap(setting -> setting.parts().stream()).toList()) {
      text(path + "params/" + part.key(), String.valueOf(part.of(record.trial())));
    }
    text(path + "params/dataset", record.dataset());
    text(path + "params/seed", String.valueOf(record.trial().seed()));
    text(path + "tags/mlflow.runName", record.trialId());
    text(path + "tags/status", record.result().status().toString());
    for (Map.Entry<String, String> metric : metrics(record).entrySet()) {
      text(path + "metrics/" + metric.getKey(), metric.getValue());
    }
  }

  private Map<String, Object> meta(String experimentId, String id, TrialRecord record) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("artifact_uri", folder.path(experimentId + "/" + id + "/artifacts"));
    meta.put("end_time", millis(record.result().seconds()));
    meta.put("entry_point_name", "");
    meta.put("experiment_id", experimentId);
    meta.put("lifecycle_stage", "active");
    meta.put("run_id", id);
    meta.put("run_name", record.trialId());
    meta.put("run_uuid", id);
    meta.put("source_name", "");
    meta.put("source_type", LOCAL);
    meta.put("source_version", "");
    meta.put("start_time", began.toEpochMilli());
    meta.put("status", record.result().status() == Status.FAILED ? FAILED : FINISHED);
    meta.put("tags", List.of());
    meta.put("user_id", "rote");
    return meta;
  }

  /** The lines of each metric: time, value and epoch. */
  private Map<String, String> metrics(TrialRecord record) {
    Map<String, String> metrics = new LinkedHashMap<>();
    List<EpochRow> rows = record.result().curve().rows();
    SETS.forEach((name, set) -> {
      List<EpochRow> measured = rows.stream().filter(row -> set.apply(row) != null).toList();
      if (!measured.isEmpty()) {
        metrics.put(name + "_cost", lines(measured, row -> set.apply(row).cost()));
        metrics.put(name + "_accuracy", lines(measured, row -> set.apply(row).accuracy()));
      }
    });
    int last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).epoch();
    Arrays.stream(MetricName.values()).forEach(name -> {
      OptionalDouble value = Metric.of(name).reader().of(record.result());
      value.ifPresent(number -> metrics.put(name.column(), line(record.result().seconds(), number, last)));
    });
    return metrics;
  }

  private String lines(List<EpochRow> rows, ToDoubleFunction<EpochRow> value) {
    return rows.stream().map(row -> line(row.seconds(), value.applyAsDouble(row), row.epoch())).collect(Collectors.joining());
  }

  private String line(double seconds, double value, int epoch) {
    return millis(seconds) + " " + value + " " + epoch + "\n";
  }

  private long millis(double seconds) {
    return began.toEpochMilli() + Math.round(seconds * 1000);
  }

  private void yaml(String name, Map<String, Object> values) throws IOException {
    text(name, JSON.writeValueAsString(values)); // JSON is YAML
  }

  private void text(String name, String text) throws IOException {
    folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(String text) {
    return Sha256.hex(Sha256.of(text));
  }
}
