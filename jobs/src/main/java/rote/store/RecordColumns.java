package rote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import rote.files.parquet.Column;
import rote.files.parquet.Row;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** The columns that hold a trial's record without loss: the same in segments and tables. */
final class RecordColumns {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final List<Column<TrialRecord>> NAMES = List.of(
      Column.text("trial_id", TrialRecord::trialId),
      Column.text("experiment", TrialRecord::experiment),
      Column.text("dataset", TrialRecord::dataset));
  static final Column<TrialRecord> STATUS = Column.text("status", record -> record.result().status().name());
  static final List<Column<TrialRecord>> RUN = List.of(
      Column.real("changed_labels", record -> record.result().changedLabels()),
      Column.real("seconds", record -> record.result().seconds()),
      Column.integer("attempt", TrialRecord::attempt),
      Column.text("host", TrialRecord::host),
      Column.<TrialRecord>text("error", record -> record.result().error()).orNull());

  static final List<Column<EpochRow>> EPOCH = List.of(
      Column.integer("epoch", EpochRow::epoch),
      measure("training_cost", EpochRow::training, Measure::cost),
      measure("training_accuracy", EpochRow::training, Measure::accuracy),
      measure("validation_cost", EpochRow::validation, Measure::cost).orNull(),
      measure("validation_accuracy", EpochRow::validation, Measure::accuracy).orNull(),
      measure("test_cost", EpochRow::test, Measure::cost),
      measure("test_accuracy", EpochRow::test, Measure::accuracy),
      Column.real("seconds", EpochRow::seconds));

  private RecordColumns() {}

  /** All settings and the seed as JSON. */
  static Column<TrialRecord> config(int format) {
    return Column.text("config", record -> json(record.trial(), format));
  }

  private static Column<EpochRow> measure(String name, Function<EpochRow, Measure> set, Function<Measure, Double> value) {
    return Column.real(name, row -> set.apply(row) == null ? null : value.apply(set.apply(row)));
  }

  /** @param source the file, for error messages */
  static TrialRecord record(String source, Row row, Curve curve, List<ProbeItem> probes) {
    TrialResult result = new TrialResult(Status.valueOf(row.text("status")), curve, row.real("changed_labels"),
        row.real("seconds"), row.isNull("error") ? null : row.text("error"), probes);
    return new TrialRecord(row.text("trial_id"), row.text("experiment"), row.text("dataset"),
        Trial.ofJson(source, row.text("config")), result, row.integer("attempt"), row.text("host"));
  }

  static EpochRow epoch(Row row) {
    return new EpochRow(row.integer("epoch"), measure(row, "training"),
        row.isNull("validation_cost") ? null : measure(row, "validation"), measure(row, "test"), row.real("seconds"));
  }

  private static Measure measure(Row row, String set) {
    return new Measure(row.real(set + "_cost"), row.real(set + "_accuracy"));
  }

  /** Sorts inner maps, whose order differs between JVMs. */
  private static String json(Trial trial, int format) {
    Map<String, Object> plain = trial.plain();
    plain.keySet().removeIf(key -> !TableForm.has(key.replace('-', '_'), format));
    plain.replaceAll((key, value) -> value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
    try {
      return JSON.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new AssertionError("plain values are JSON", e);
    }
  }
}
