package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import rote.harness.Sample;
import rote.jobs.progress.LineDisplay;
import rote.jobs.progress.RunState;
import rote.jobs.progress.RunningTrial;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final Progress progress =
      new Progress(new LineDisplay(new PrintStream(out, true, StandardCharsets.UTF_8)), clock::get);

  @Test
  void aFailedTrialIsShownAtOnceByTheFirstLineOfItsReason() {
    begin(pack("t1"), pack("t2"));
    progress.finished(0, List.of(record("t1", Status.COMPLETED, null)));
    assertThat(text()).isEmpty(); // no ten seconds are over
    progress.finished(1, List.of(record("t2", Status.FAILED, "java.lang.IllegalStateException: no\n\tat rote.Some.where\n")));
    assertThat(text()).isEqualTo("trial t2 FAILED: java.lang.IllegalStateException: no\n");
    progress.close();
    progress.close();
    assertThat(text()).endsWith("\n2 of 2 trials done, 1 FAILED\n").hasLineCount(2);
  }

  @Test
  void countsTrialsThatRunAndNamesTheSlowest() {
    begin(pack("t1", "t2"), pack("t3"));
    progress.began(0);
    seconds(5);
    progress.began(1);
    progress.told(new RunningTrial(1, "t3", 2, 10, 0.2, 0.8, 0));
    assertThat(progress.state().running()).isEqualTo(3);
    assertThat(progress.state().slowest()).isEqualTo(new RunState.Slowest("t3", "t3", 2, 10, 0));
    progress.told(new RunningTrial(0, "t2", 8, 10, 0.8, 0.2, 5));
    seconds(1);
    assertThat(progress.state().slowest()).isEqualTo(new RunState.Slowest("t2", "t2", 8, 10, 6));
    progress.ended(0, 6);
    progress.told(new RunningTrial(0, "t2", 9, 10, 0.9, 0.1, 6)); // too late
    assertThat(progress.state().slowest().trial()).isEqualTo("t3");
    progress.stopped(1);
    assertThat(progress.state().slowest()).isNull();
    assertThat(progress.state().running()).isZero();
  }

  @Test
  void aSecondJobHasItsOwnNumbersOfTasksAndIsPartOfTheSameRun() {
    begin(pack("t1"));
    progress.began(0);
    seconds(4);
    progress.finished(0, List.of(record("t1", Status.COMPLETED, null)));
    progress.ended(0, 4);
    progress.knows(3, 1, null, 0);
    progress.begins(List.of(pack("t2"), pack("t3")));
    progress.began(0);
    RunState state = progress.state();
    assertThat(List.of(state.planned(), state.done(), state.running())).containsExactly(3, 1, 1);
    assertThat(state.seconds()).isEqualTo(4);
    assertThat(state.perSecond()).isEqualTo(0.25);
    assertThat(state.secondsLeft()).isEqualTo(8);
  }

  /** Heartbeats bring it seconds later. */
  @Test
  void whatATaskSaysCountsForWhenItWasSo() {
    begin(pack("t1"));
    progress.began(0);
    seconds(3);
    progress.told(new RunningTrial(0, "t1", 1, 10, 0.1, 0.9, 1));
    seconds(2);
    progress.told(new RunningTrial(0, "t1", 3, 10, 0.3, 0.7, 3));
    assertThat(progress.state().secondsLeft()).as("a tenth a second, until ten seconds after its beginning").isCloseTo(5, within(1e-6));
  }

  @Test
  void aReportOfATaskIsReadBackFromItsText() {
    RunningTrial trial = new RunningTrial(3, "t0123", 4, 10, 0.4375, 0.5, 2.5);
    assertThat(RunningTrial.of(trial.text())).contains(trial);
    assertThat(RunningTrial.of("another's")).isEmpty();
  }

  @Test
  void aTaskReportsAtMostOnceASecondHowMuchOfItsPredictedCostIsDone() {
    Pack pack = pack("t1", "t2");
    List<PlannedTrial> trials = pack.trials().toList();
    List<RunningTrial> told = new ArrayList<>();
    TaskReport report = new TaskReport(0, trials, clock::get, told::add);
    report.measured(trials.get(0).trial(), 1, false);
    assertThat(told).isEmpty();
    seconds(1);
    report.measured(trials.get(0).trial(), 16, false);
    report.measured(trials.get(1).trial(), 16, false);
    assertThat(told).containsExactly(new RunningTrial(0, "t1", 16, 32, 0.25, 0.75, 1));
    seconds(1);
    report.measured(trials.get(0).trial(), 12, true); // stopped early
    report.measured(trials.get(1).trial(), 24, false);
    assertThat(told).hasSize(2).last().isEqualTo(new RunningTrial(0, "t2", 24, 32, 0.5625, 0.125, 2));
  }

  private void begin(Pack... packs) {
    progress.knows((int) List.of(packs).stream().flatMap(Pack::trials).count(), 0, null, 0);
    progress.begins(List.of(packs));
  }

  private void seconds(int more) {
    clock.addAndGet(more * 1_000_000_000L);
  }

  private static Pack pack(String... ids) {
    Pack pack = Pack.empty();
    pack.add(List.of(ids).stream().map(id -> new PlannedTrial(id, Trial.defaults(1).with(Setting.EPOCHS, 32), 1)).toList());
    return pack;
  }

  private static TrialRecord record(String id, Status status, String error) {
    return new TrialRecord(id, "e", "digits", Trial.defaults(1).with(Setting.EPOCHS, 1),
        new TrialResult(status, Sample.curve(0.1, 0.9), 0, 0, error), 0, "host");
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
