package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.OWNER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.trial.TrialRecord;

/** Two runs at once on one output where no lock keeps them apart, as on HDFS or an object store. */
@Timeout(60)
class TwoRunsTest {
  private static final List<String> PLAN = IntStream.range(0, 60).mapToObj(t -> "t" + t).toList();

  @TempDir Path folder;

  @Test
  void loseNothingRecordNothingTwiceAndLeaveWholeTables() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> runs = threads.invokeAll(List.of(run(1), run(2)));
      for (Future<Void> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Output output = Output.at(folder.toString());
    assertThat(Segments.readAll(output)).extracting(TrialRecord::trialId).containsExactlyInAnyOrderElementsOf(PLAN);
    List<TrialRecord> table = new Tables(output).read();
    assertThat(table).extracting(TrialRecord::trialId).isEqualTo(PLAN);
    Map<String, TrialRecord> best = ids(Segments.readAll(output));
    assertThat(table).allMatch(record -> record.attempt() == best.get(record.trialId()).attempt()); // each run has its own
    assertThat(output.isComplete()).isTrue();
    assertThat(Fixtures.segments(folder)).hasSize(2);
  }

  /** A run that trains everything, for it began when nothing was recorded; what it has stored it finds at all times. */
  private Callable<Void> run(int number) {
    return () -> {
      Output output = Output.at(folder.toString());
      Segments segments = new Segments(output, OWNER);
      for (int t = 0; t < PLAN.size(); t++) {
        segments.append(List.of(record(PLAN.get(t), number)));
        if (t % 10 == 9) {
          segments.compact();
          output.check(OWNER);
          assertThat(ids(segments.readAll()).keySet()).containsAll(PLAN.subList(0, t + 1));
        }
      }
      do {
        output.markIncomplete();
        Map<String, TrialRecord> records = ids(segments.readAll());
        new Tables(output).write(PLAN.stream().map(records::get).toList());
        Manifest.write(output, Manifest.NONE);
        output.markComplete();
      } while (!(Manifest.describes(output) && segments.areAsRead()));
      return null;
    };
  }

  private static Map<String, TrialRecord> ids(List<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
  }

  private static TrialRecord record(String id, int attempt) {
    TrialRecord record = Fixtures.completed(id);
    return new TrialRecord(id, record.experiment(), record.dataset(), record.trial(), record.result(), attempt, "host");
  }
}
