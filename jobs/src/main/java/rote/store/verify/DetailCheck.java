package rote.store.verify;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import rote.files.Folder;
import rote.files.parquet.ParquetRows;
import rote.files.parquet.Row;
import rote.store.Output;
import rote.trial.TrialRecord;

/**
 * Compares a table with several rows per trial, row by row, with the records of the segments.
 *
 * @param <R> what a row is made of
 */
final class DetailCheck<R> {
  private final String name;
  private final Function<TrialRecord, List<R>> rows;
  private final BiFunction<String, R, Row> form;
  private final Map<String, Integer> met = new LinkedHashMap<>(); // rows by trial
  private final Set<String> told = new HashSet<>(); // trials with a finding: one is enough
  private int all;

  /**
   * @param rows what the table should have for a record
   * @param form a row as the table has it, by the trial's id
   */
  DetailCheck(String name, Function<TrialRecord, List<R>> rows, BiFunction<String, R, Row> form) {
    this.name = name;
    this.rows = rows;
    this.form = form;
  }

  /** @param tabled the trials of the trials table, with their records; null where none can be read */
  void check(Folder folder, Map<String, TrialRecord> tabled, Findings findings) {
    int before = findings.lines().size();
    findings.attempt(folder.path(name), () -> ParquetRows.read(folder, name,
        row -> compare(row, tabled).ifPresent(what -> tell(folder, row, what, findings))));
    if (findings.lines().size() == before) {
      tabled.forEach((id, record) -> checkCount(folder, id, record, findings));
    }
  }

  private Optional<String> compare(Row row, Map<String, TrialRecord> tabled) {
    all++;
    String id = row.text("trial_id");
    if (!tabled.containsKey(id)) {
      return Optional.of("is not in " + Output.TRIALS);
    }
    if (tabled.get(id) == null) {
      return Optional.empty();
    }
    int at = met.merge(id, 1, Integer::sum) - 1;
    List<R> expected = rows.apply(tabled.get(id));
    return at < expected.size()
        ? TablesCheck.difference(row, form.apply(id, expected.get(at)))
        : Optional.of("has more than the " + expected.size() + " rows of its record");
  }

  private void checkCount(Folder folder, String id, TrialRecord record, Findings findings) {
    int count = met.getOrDefault(id, 0);
    int expected = record == null ? count : rows.apply(record).size();
    if (count < expected) {
      findings.add(folder.path(name), "trial " + id + ": has " + count + " rows, its record " + expected);
    }
  }

  private void tell(Folder folder, Row row, String what, Findings findings) {
    String id = row.text("trial_id");
    if (told.add(id)) {
      findings.add(folder.path(name), "trial " + id + ": " + what);
    }
  }

  int all() {
    return all;
  }
}
