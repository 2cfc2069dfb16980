package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import rote.data.InputException;
import rote.experiment.Curve;
import rote.experiment.EpochRow;

/** The two tables for analysis, made of records and at any time to be made again: a row a trial, and a row an epoch. */
public final class Tables {
  private static final MessageType TRIALS = Column.schema("trial", TrialColumns.ALL);
  private static final List<Column<CurveRow>> CURVE_COLUMNS = curveColumns();
  private static final MessageType CURVES = Column.schema("epoch", CURVE_COLUMNS);

  private final Folder folder;

  /** An epoch and the trial it belongs to. */
  private record CurveRow(String trialId, EpochRow epoch) {}

  public Tables(Output output) {
    this.folder = output.folder();
  }

  private static List<Column<CurveRow>> curveColumns() {
    List<Column<CurveRow>> columns = new ArrayList<>();
    columns.add(Column.text("trial_id", CurveRow::trialId));
    RecordColumns.EPOCH.forEach(column ->
        columns.add(new Column<>(column.type(), row -> column.value().apply(row.epoch()))));
    return List.copyOf(columns);
  }

  /** Replaces both tables; rows keep the order of the records. */
  public void write(List<TrialRecord> records) throws IOException {
    ParquetRows.write(folder, Output.CURVES, CURVES, Map.of(), writer -> writeCurves(writer, records));
    ParquetRows.write(folder, Output.TRIALS, TRIALS, Map.of(), writer -> writeTrials(writer, records));
  }

  private static void writeTrials(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      writer.write(trialRow(record));
    }
  }

  private static void writeCurves(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      for (EpochRow epoch : record.result().curve().rows()) {
        writer.write(curveRow(record.trialId(), epoch));
      }
    }
  }

  /** A trial's row of the first table. */
  static Group trialRow(TrialRecord record) {
    Group row = new SimpleGroup(TRIALS);
    Column.fill(row, TrialColumns.ALL, record);
    return row;
  }

  /** An epoch's row of the second table. */
  static Group curveRow(String trialId, EpochRow epoch) {
    Group row = new SimpleGroup(CURVES);
    Column.fill(row, CURVE_COLUMNS, new CurveRow(trialId, epoch));
    return row;
  }

  /**
   * The records that the tables were made of, in the same order.
   *
   * @throws InputException if there are no tables
   * @throws IOException if a table is damaged, or if the two were not written together
   */
  public List<TrialRecord> read() throws IOException {
    try {
      return read(readCurves());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputException("output " + folder.location() + " has no tables: " + e.getMessage(), e);
    }
  }

  private List<TrialRecord> read(Map<String, List<EpochRow>> curves) throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    String path = folder.path(Output.TRIALS);
    ParquetRows.read(folder, Output.TRIALS, row -> {
      List<EpochRow> rows = curves.getOrDefault(RecordColumns.text(row, "trial_id"), List.of());
      if (Math.max(0, rows.size() - 1) != row.getInteger("epochs_run", 0)) {
        throw new IOException("it does not fit " + folder.path(Output.CURVES) + "; run again to rebuild both");
      }
      records.add(RecordColumns.record(path, row, new Curve(rows)));
    });
    return records;
  }

  private Map<String, List<EpochRow>> readCurves() throws IOException {
    Map<String, List<EpochRow>> curves = new HashMap<>();
    ParquetRows.read(folder, Output.CURVES, row -> curves
        .computeIfAbsent(RecordColumns.text(row, "trial_id"), id -> new ArrayList<>())
        .add(RecordColumns.epoch(row)));
    return curves;
  }
}
