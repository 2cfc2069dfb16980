package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.States;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

@Timeout(60)
class SegmentSinkTest {
  @TempDir Path folder;

  @Test
  void everythingHandedOverIsOnDiskWhenItIsClosed() throws IOException {
    try (SegmentSink sink = new SegmentSink(segments(), new States(output()), () -> { })) {
      for (int i = 0; i < 1_200; i++) {
        sink.accept(List.of(record("t" + i)));
      }
    }
    assertThat(Segments.readAll(output())).hasSize(1_200);
  }

  @Test
  void whatAnInterruptedThreadHandsOverIsKept() throws IOException {
    try (SegmentSink sink = new SegmentSink(segments(), new States(output()), () -> { })) {
      Thread.currentThread().interrupt();
      sink.accept(List.of(record("t")));
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Segments.readAll(output())).hasSize(1);
  }

  /** The clock stands, so that only a sink that never waits longer than a second after the first record can pass. */
  @Test
  void aSegmentIsWrittenASecondAfterItsFirstRecordWithoutClosing() throws Exception {
    AtomicLong clock = new AtomicLong();
    try (SegmentSink sink = new SegmentSink(segments(), new States(output()), () -> { }, clock::get)) {
      for (int t = 0; t < 3; t++) {
        sink.accept(List.of(record("first " + t)));
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        sink.accept(List.of(record("later " + t)));
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        awaitRecorded(2 * t + 2);
      }
    }
  }

  @Test
  void fiveHundredRecordsAreASegmentThoughNoTimePasses() throws Exception {
    try (SegmentSink sink = new SegmentSink(segments(), new States(output()), () -> { }, () -> 0)) {
      for (int t = 0; t < 499; t++) {
        sink.accept(List.of(record("t" + t)));
      }
      assertThat(Segments.readAll(output())).isEmpty();
      sink.accept(List.of(record("the last")));
      awaitRecorded(500);
    }
    assertThat(Segments.names(output().folder())).hasSize(1);
  }

  private void awaitRecorded(int records) throws Exception {
    while (Segments.readAll(output()).size() < records) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void aSinkThatCannotWriteSaysSoAndKeepsNobodyWaiting() throws Exception {
    Files.writeString(folder.resolve("segments"), "a file where a folder should be");
    CountDownLatch told = new CountDownLatch(1);
    try (SegmentSink sink = new SegmentSink(segments(), new States(output()), told::countDown)) {
      for (int i = 0; i < 5_000; i++) { // more than the queue holds
        sink.accept(List.of(record("t" + i)));
      }
      told.await();
      assertThat(sink.failure()).isInstanceOf(IOException.class).hasMessageContaining("segments");
    }
  }

  private Output output() {
    return Output.at(folder.toString());
  }

  private Segments segments() {
    return new Segments(output(), new OutputOwner("e", "digits", "0"));
  }

  private static TrialRecord record(String id) {
    TrialResult result = new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none");
    return new TrialRecord(id, "e", "digits", Trial.defaults(1), result, 0, "host");
  }
}
