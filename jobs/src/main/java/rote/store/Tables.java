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
import rote.experiment.ProbeItem;

/**
 * The tables for analysis, made of records and at any time to be made again: a row a trial, a row an epoch, and, where
 * networks were probed, a row for whatever a probe found.
 */
public final class Tables {
  private static final MessageType TRIALS = Column.schema("trial", TrialColumns.ALL);
  private static final List<Column<CurveRow>> CURVE_COLUMNS = curveColumns();
  private static final MessageType CURVES = Column.schema("epoch", CURVE_COLUMNS);
  private static final List<Column<ProbeRow>> PROBE_COLUMNS = probeColumns();
  private static final MessageType PROBES = Column.schema("item", PROBE_COLUMNS);

  private final Folder folder;

  /** An epoch and the trial it belongs to. */
  private record CurveRow(String trialId, EpochRow epoch) {}

  /** What a probe found, and in which trial. */
  private record ProbeRow(String trialId, ProbeItem item) {}

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

  private static List<Column<ProbeRow>> probeColumns() {
    List<Column<ProbeRow>> columns = new ArrayList<>();
    columns.add(Column.text("trial_id", ProbeRow::trialId));
    ProbeColumns.ITEM.forEach(column ->
        columns.add(new Column<>(column.type(), row -> column.value().apply(row.item()))));
    return List.copyOf(columns);
  }

  /** Replaces the tables; rows keep the order of the records. That of probes is there only if one was computed. */
  public void write(List<TrialRecord> records) throws IOException {
    if (records.stream().anyMatch(record -> !record.result().probes().isEmpty())) {
      ParquetRows.write(folder, Output.PROBES, PROBES, Map.of(), writer -> writeProbes(writer, records));
    } else if (folder.exists(Output.PROBES)) {
      folder.delete(Output.PROBES);
    }
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

  private static void writeProbes(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      for (ProbeItem item : record.result().probes()) {
        writer.write(probeRow(record.trialId(), item));
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

  /** A row of the third table. */
  static Group probeRow(String trialId, ProbeItem item) {
    Group row = new SimpleGroup(PROBES);
    Column.fill(row, PROBE_COLUMNS, new ProbeRow(trialId, item));
    return row;
  }

  /**
   * The records that the tables were made of, in the same order.
   *
   * @throws InputException if there are no tables
   * @throws IOException if a table is damaged, or if they were not written together
   */
  public List<TrialRecord> read() throws IOException {
    try {
      return read(readCurves(), readProbes());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputException("output " + folder.location() + " has no tables: " + e.getMessage(), e);
    }
  }

  private List<TrialRecord> read(Map<String, List<EpochRow>> curves, Map<String, List<ProbeItem>> probes)
      throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    String path = folder.path(Output.TRIALS);
    ParquetRows.read(folder, Output.TRIALS, row -> {
      String id = RecordColumns.text(row, "trial_id");
      List<EpochRow> rows = curves.getOrDefault(id, List.of());
      demandFit(Math.max(0, rows.size() - 1), row, "epochs_run", Output.CURVES);
      List<ProbeItem> items = probes.getOrDefault(id, List.of());
      demandFit(items.size(), row, "probe_items", Output.PROBES);
      records.add(RecordColumns.record(path, row, new Curve(rows), items));
    });
    return records;
  }

  /** Tables of two moments do not belong together; those of a time without probes have no column for them. */
  private void demandFit(int found, Group row, String column, String table) throws IOException {
    if (row.getType().containsField(column) && found != row.getInteger(column, 0)) {
      throw new IOException("it does not fit " + folder.path(table) + "; run again to rebuild both");
    }
  }

  private Map<String, List<ProbeItem>> readProbes() throws IOException {
    Map<String, List<ProbeItem>> probes = new HashMap<>();
    if (folder.exists(Output.PROBES)) {
      ParquetRows.read(folder, Output.PROBES, row -> probes
          .computeIfAbsent(RecordColumns.text(row, "trial_id"), id -> new ArrayList<>())
          .add(ProbeColumns.item(row)));
    }
    return probes;
  }

  private Map<String, List<EpochRow>> readCurves() throws IOException {
    Map<String, List<EpochRow>> curves = new HashMap<>();
    ParquetRows.read(folder, Output.CURVES, row -> curves
        .computeIfAbsent(RecordColumns.text(row, "trial_id"), id -> new ArrayList<>())
        .add(RecordColumns.epoch(row)));
    return curves;
  }
}
