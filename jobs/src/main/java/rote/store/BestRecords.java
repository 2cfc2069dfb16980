package rote.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.experiment.EpochRow;
import rote.experiment.Status;
import rote.experiment.TrialResult;

/** Of several records of one trial the one that counts. */
final class BestRecords {
  /** A record and the segment that holds it. */
  private record Found(TrialRecord record, String segment) {
    Status status() {
      return record.result().status();
    }
  }

  private final Map<String, Found> best = new LinkedHashMap<>();

  /** Takes the next record, in the order of the segments' names. */
  void add(TrialRecord record, String segment) throws IOException {
    Found next = new Found(record, segment);
    Found known = best.putIfAbsent(record.trialId(), next);
    if (known == null) {
      return;
    }
    if (known.status() == Status.COMPLETED && next.status() == Status.COMPLETED) {
      demandSameBits(known, next);
    }
    if (next.status().compareTo(known.status()) < 0) {
      best.put(record.trialId(), next);
    }
  }

  /** In the order in which the trials were first met. */
  List<TrialRecord> records() {
    return new ArrayList<>(best.values().stream().map(Found::record).toList());
  }

  private static void demandSameBits(Found a, Found b) throws IOException {
    if (!bits(a.record.result()).equals(bits(b.record.result()))) {
      throw new IOException("trial " + a.record.trialId() + " was completed twice with different results: in "
          + a.segment + " and in " + b.segment);
    }
  }

  /** All that training decides, and no time; the equality of records compares doubles by their bits. */
  private static List<Object> bits(TrialResult result) {
    List<Object> bits = new ArrayList<>();
    bits.add(result.changedLabels());
    result.curve().rows().forEach(
        row -> bits.add(new EpochRow(row.epoch(), row.training(), row.validation(), row.test(), 0)));
    return bits;
  }
}
