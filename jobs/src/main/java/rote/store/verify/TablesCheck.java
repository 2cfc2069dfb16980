package rote.store.verify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rote.files.Folder;
import rote.files.parquet.ParquetRows;
import rote.files.parquet.Row;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.EpochRow;
import rote.trial.ProbeItem;
import rote.trial.TrialRecord;

/** Compares the tables, row by row and column by column, with the records of the segments. */
public final class TablesCheck {
  private static final int MAX_SHOWN = 200; // characters of a value

  private final Folder folder;
  private final Map<String, TrialRecord> recorded;
  private final Findings findings;
  private final Map<String, TrialRecord> tabled = new LinkedHashMap<>(); // null without a record
  private final Set<String> unrecorded = new LinkedHashSet<>();
  private final Tables.Rows rows;
  private final DetailCheck<EpochRow> curves;
  private final DetailCheck<ProbeItem> probes;

  public TablesCheck(Output output, Map<String, TrialRecord> recorded, Findings findings, int format) throws IOException {
    this.rows = new Tables.Rows(format);
    this.curves = new DetailCheck<>(Output.CURVES, record -> record.result().curve().rows(), rows::epoch);
    this.probes = new DetailCheck<>(Output.PROBES, record -> record.result().probes(), rows::probe);
    this.folder = output.folder();
    this.recorded = recorded;
    this.findings = findings;
    findings.attempt(folder.path(Output.TRIALS), () -> ParquetRows.read(folder, Output.TRIALS, this::trial));
    findings.addTrials(folder.path(Output.TRIALS), unrecorded, "have no record in a segment that can be read");
    curves.check(folder, tabled, findings);
    if (tabled.values().stream().anyMatch(TablesCheck::isProbed) || folder.exists(Output.PROBES)) {
      probes.check(folder, tabled, findings);
    }
  }

  private void trial(Row row) {
    String id = row.text("trial_id");
    TrialRecord record = recorded.get(id);
    if (tabled.containsKey(id)) {
      findings.add(folder.path(Output.TRIALS), "trial " + id + " has two rows");
      return;
    }
    tabled.put(id, record);
    if (record == null) {
      unrecorded.add(id);
    } else {
      difference(row, rows.trial(record)).ifPresent(difference ->
          findings.add(folder.path(Output.TRIALS), "trial " + id + ": " + difference));
    }
  }

  private static boolean isProbed(TrialRecord record) {
    return record != null && !record.result().probes().isEmpty();
  }

  /** Describes the first column that differs from what the record says. */
  static Optional<String> difference(Row row, Row record) {
    for (String column : record.columns()) {
      String found = row.has(column) ? row.shown(column) : "missing";
      String expected = record.shown(column);
      if (!found.equals(expected)) {
        return Optional.of(column + (expected.length() > MAX_SHOWN
            ? " is not what it is in the segments" : " is " + found + ", in the segments " + expected));
      }
    }
    return Optional.empty();
  }

  public Set<String> trials() {
    return tabled.keySet();
  }

  public String summary() {
    return tabled.size() + " rows of trials, " + curves.all() + " of curves"
        + (probes.all() == 0 ? "" : ", " + probes.all() + " of probes");
  }
}
