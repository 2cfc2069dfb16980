package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aFailedTrialIsShownAtOnceByTheFirstLineOfItsReason() {
    Progress progress = progress(false);
    progress.finished(List.of(record("t1", Status.COMPLETED, null)), 1);
    assertThat(text()).isEmpty(); // no five seconds are over
    String trace = "java.lang.IllegalStateException: no\n\tat rote.Some.where\n";
    progress.finished(List.of(record("t2", Status.FAILED, trace)), 1);
    assertThat(text()).isEqualTo("trial t2 FAILED: java.lang.IllegalStateException: no\n");
    progress.finished(List.of(record("t3", Status.COMPLETED, null)), 1);
    assertThat(text()).endsWith("to go, 1 FAILED\n").contains("\n3 of 3 trials");
  }

  @Test
  void onATerminalALineOfItsOwnTakesThePlaceOfTheOneThatRenewsItself() {
    Progress progress = progress(true);
    progress.finished(List.of(record("t1", Status.COMPLETED, null)), 1);
    progress.say("a line");
    assertThat(text()).startsWith("\r\033[K1 of 3 trials").endsWith("to go\r\033[Ka line\n");
  }

  private Progress progress(boolean terminal) {
    PlannedTrial planned = new PlannedTrial("t", Trial.defaults(1), 1);
    return new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, List.of(planned, planned, planned));
  }

  private static TrialRecord record(String id, Status status, String error) {
    return new TrialRecord(id, "e", "digits", Trial.defaults(1),
        new TrialResult(status, new Curve(List.of()), 0, 0, error), 0, "host");
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
