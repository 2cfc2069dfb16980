package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.files.parquet.Row;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.ProbeItem;
import rote.trial.TrialRecord;

/** The tables for analysis, made from records: one row per trial, per epoch, and per probe item. */
public final class Tables {
  private final Folder folder;
  private final Rows rows = new Rows(OutputFormat.CURRENT);

  /** The rows of the three tables in one format. */
  public static final class Rows {
    private final Columns<TrialRecord> trials;
    private final Columns<Detail<EpochRow>> curves;
    private final Columns<Detail<ProbeItem>> probes;

    public Rows(int format) {
      this.trials = TableForm.of("trial", TrialColumns.of(format), format);
      this.curves = TableForm.of("epoch", details(RecordColumns.EPOCH), format);
      this.probes = TableForm.of("item", details(ProbeColumns.ITEM), format);
    }

    public Row trial(TrialRecord record) {
      return trials.row(record);
    }

    public Row epoch(String trialId, EpochRow epoch) {
      return curves.row(new Detail<>(trialId, epoch));
    }

    public Row probe(String trialId, ProbeItem item) {
      return probes.row(new Detail<>(trialId, item));
    }
  }

  /** The columns of the trials table, as it is written now. */
  public static List<Column<TrialRecord>> trialColumns() {
    return new Rows(OutputFormat.CURRENT).trials.all();
  }

  /** An epoch, or what a probe found, with its trial. */
  private record Detail<R>(String trialId, R row) {}

  public Tables(Output output) {
    this.folder = output.folder();
  }

  private static <R> List<Column<Detail<R>>> details(List<Column<R>> columns) {
    return Stream.concat(Stream.of(Column.<Detail<R>>text("trial_id", Detail::trialId)),
        columns.stream().map(column -> column.<Detail<R>>of(Detail::row))).toList();
  }

  /** Replaces the tables. Without probes there is no third one. */
  public void write(List<TrialRecord> records) throws IOException {
    if (records.stream().anyMatch(record -> !record.result().probes().isEmpty())) {
      ParquetRows.write(folder, Output.PROBES, rows.probes, records.stream().flatMap(record ->
          record.result().probes().stream().map(item -> new Detail<>(record.trialId(), item))));
    } else if (folder.exists(Output.PROBES)) {
      folder.delete(Output.PROBES);
    }
    ParquetRows.write(folder, Output.CURVES, rows.curves, records.stream().flatMap(record ->
        record.result().curve().rows().stream().map(epoch -> new Detail<>(record.trialId(), epoch))));
    ParquetRows.write(folder, Output.TRIALS, rows.trials, records.stream());
  }

  /**
   * Reads back the records, in the same order.
   *
   * @throws InputException if there are no tables
   * @throws IOException if a table is damaged, or the tables were not written together
   */
  public List<TrialRecord> read() throws IOException {
    try {
      return read(details(Output.CURVES, RecordColumns::epoch),
          folder.exists(Output.PROBES) ? details(Output.PROBES, ProbeColumns::item) : Map.of());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputException("output " + folder.location() + " has no tables: " + e.getMessage(), e);
    }
  }

  private List<TrialRecord> read(Map<String, List<EpochRow>> curves, Map<String, List<ProbeItem>> probes)
      throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    String path = folder.path(Output.TRIALS);
    ParquetRows.read(folder, Output.TRIALS, row -> {
      String id = row.text("trial_id");
      Curve curve = new Curve(curves.getOrDefault(id, List.of()));
      demandFit(curve.epochs(), row, "epochs_run", Output.CURVES);
      List<ProbeItem> items = probes.getOrDefault(id, List.of());
      demandFit(items.size(), row, "probe_items", Output.PROBES);
      records.add(RecordColumns.record(path, row, curve, items));
    });
    return records;
  }

  /** Tables that were not written together do not match. Those from before there were probes have no such column. */
  private void demandFit(int found, Row row, String column, String table) throws IOException {
    if (row.has(column) && found != row.integer(column)) {
      throw new IOException("it does not fit " + folder.path(table) + "; run again to rebuild both");
    }
  }

  /** Returns what the rows of a table hold, by trial. */
  private <R> Map<String, List<R>> details(String table, Function<Row, R> detail) throws IOException {
    Map<String, List<R>> details = new HashMap<>();
    ParquetRows.read(folder, table, row ->
        details.computeIfAbsent(row.text("trial_id"), id -> new ArrayList<>()).add(detail.apply(row)));
    return details;
  }
}
