package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import rote.files.yaml.YamlName;
import rote.trial.Status;
import rote.trial.TrialRecord;

/**
 * How many trials ended in which way, and how many are still to do.
 *
 * @param byStatus one count a {@link Status}, in its order
 */
record StatusCounts(List<Long> byStatus, long toDo) {

  static StatusCounts of(List<TrialRecord> records, long planned) {
    List<Long> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      counts.add(records.stream().filter(record -> record.result().status() == status).count());
    }
    return new StatusCounts(List.copyOf(counts), planned - records.size());
  }

  /** {@code 3 completed, 1 diverged, 1 to do}: what there is none of stays out. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (Status status : Status.values()) {
      add(parts, byStatus.get(status.ordinal()), YamlName.of(status));
    }
    add(parts, toDo, "to do");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
