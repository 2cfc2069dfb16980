package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import rote.data.InputException;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.ProbeItem;

/**
 * The tables for analysis, made of records and at any time to be made again: a row a trial, a row an epoch, and, where
 * networks were probed, a row for whatever a probe found.
 */
public final class Tables {
  private final Folder folder;
  private final Rows rows = new Rows(Format.CURRENT);

  /** The rows of the three tables in one format. */
  static final class Rows {
    private final TableForm<TrialRecord> trials;
    private final TableForm<CurveRow> curves;
    private final TableForm<ProbeRow> probes;

    Rows(int format) {
      this.trials = TableForm.of("trial", TrialColumns.ALL, format);
      this.curves = TableForm.of("epoch", curveColumns(), format);
      this.probes = TableForm.of("item", probeColumns(), format);
    }

    /** A trial's row of the first table. */
    Group trial(TrialRecord record) {
      return trials.row(record);
    }

    /** An epoch's row of the second table. */
    Group epoch(String trialId, EpochRow epoch) {
      return curves.row(new CurveRow(trialId, epoch));
    }

    /** The row of the third table of something that a probe found. */
    Group probe(String trialId, ProbeItem item) {
      return probes.row(new ProbeRow(trialId, item));
    }
  }

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
      ParquetRows.write(folder, Output.PROBES, rows.probes.schema(), Map.of(), writer -> writeProbes(writer, records));
    } else if (folder.exists(Output.PROBES)) {
      folder.delete(Output.PROBES);
    }
    ParquetRows.write(folder, Output.CURVES, rows.curves.schema(), Map.of(), writer -> writeCurves(writer, records));
    ParquetRows.write(folder, Output.TRIALS, rows.trials.schema(), Map.of(), writer -> writeTrials(writer, records));
  }

  private void writeTrials(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      writer.write(rows.trial(record));
    }
  }

  private void writeCurves(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      for (EpochRow epoch : record.result().curve().rows()) {
        writer.write(rows.epoch(record.trialId(), epoch));
      }
    }
  }

  private void writeProbes(ParquetWriter<Group> writer, List<TrialRecord> records) throws IOException {
    for (TrialRecord record : records) {
      for (ProbeItem item : record.result().probes()) {
        writer.write(rows.probe(record.trialId(), item));
      }
    }
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
