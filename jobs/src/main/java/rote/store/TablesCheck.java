package rote.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;
import rote.experiment.EpochRow;

/** The comparison of the tables, row by row and column by column, with the records of the segments. */
public final class TablesCheck {
  private final Folder folder;
  private final Map<String, TrialRecord> recorded;
  private final Findings findings;
  private final Map<String, Integer> epochs = new LinkedHashMap<>(); // rows of curves, by the trials of the table
  private final Set<String> unrecorded = new LinkedHashSet<>();
  private final Set<String> told = new HashSet<>(); // trials whose curve has a finding: one is enough
  private int rows;

  /**
   * Reads both tables.
   *
   * @param recorded of every trial the record that counts
   */
  public TablesCheck(Output output, Map<String, TrialRecord> recorded, Findings findings) {
    this.folder = output.folder();
    this.recorded = recorded;
    this.findings = findings;
    read(Output.TRIALS, this::trial);
    findings.addTrials(folder.path(Output.TRIALS), unrecorded, "have no record in a segment that can be read");
    if (read(Output.CURVES, this::epoch)) {
      epochs.forEach(this::checkCount);
    }
  }

  private boolean read(String name, ParquetRows.Row row) {
    int before = findings.lines().size();
    findings.attempt(folder.path(name), () -> ParquetRows.read(folder, name, row));
    return findings.lines().size() == before;
  }

  private void trial(Group row) {
    String id = RecordColumns.text(row, "trial_id");
    TrialRecord record = recorded.get(id);
    if (epochs.putIfAbsent(id, 0) != null) {
      findings.add(folder.path(Output.TRIALS), "trial " + id + " has two rows");
    } else if (record == null) {
      unrecorded.add(id);
    } else {
      difference(row, Tables.trialRow(record)).ifPresent(difference ->
          findings.add(folder.path(Output.TRIALS), "trial " + id + ": " + difference));
    }
  }

  private void epoch(Group row) {
    rows++;
    String id = RecordColumns.text(row, "trial_id");
    if (!epochs.containsKey(id)) {
      tell(id, "is not in " + Output.TRIALS);
    } else if (recorded.containsKey(id)) {
      int at = epochs.merge(id, 1, Integer::sum) - 1;
      List<EpochRow> curve = recorded.get(id).result().curve().rows();
      Optional<String> difference = at < curve.size()
          ? difference(row, Tables.curveRow(id, curve.get(at)))
          : Optional.of("has more than the " + curve.size() + " rows of its record");
      difference.ifPresent(what -> tell(id, what));
    }
  }

  private void checkCount(String id, int count) {
    int expected = recorded.containsKey(id) ? recorded.get(id).result().curve().rows().size() : count;
    if (count < expected) {
      tell(id, "has " + count + " rows, its record " + expected);
    }
  }

  private void tell(String id, String what) {
    if (told.add(id)) {
      findings.add(folder.path(Output.CURVES), "trial " + id + ": " + what);
    }
  }

  private static Optional<String> difference(Group row, Group record) {
    for (Type column : record.getType().getFields()) {
      String found = row.getType().containsField(column.getName()) ? text(row, column.getName()) : "missing";
      String expected = text(record, column.getName());
      if (!found.equals(expected)) {
        return Optional.of(column.getName() + " is " + found + ", in the segments " + expected);
      }
    }
    return Optional.empty();
  }

  /** A value as text: of doubles with the same text all bits are the same, but for the payload of NaN. */
  private static String text(Group row, String column) {
    if (row.getFieldRepetitionCount(column) == 0) {
      return "null";
    }
    return row.getType().getType(column).isPrimitive()
        ? row.getValueToString(row.getType().getFieldIndex(column), 0)
        : row.getGroup(column, 0).toString().replaceAll("\\s+", " ").strip();
  }

  /** The trials that have a row. */
  public Set<String> trials() {
    return epochs.keySet();
  }

  /** What was compared, in a line. */
  public String summary() {
    return epochs.size() + " rows of trials, " + rows + " of curves";
  }
}
