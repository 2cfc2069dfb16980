package rote.jobs;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import rote.files.Folder;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Reports progress: a line that renews itself on a terminal, a line every few seconds elsewhere, and one per failed trial. */
public final class Progress {
  private static final double SECONDS_BETWEEN_LINES = 5;
  public static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final int trials;
  private final double work; // predicted seconds of all trials
  private final long start = System.nanoTime();
  private double workDone;
  private int done;
  private int failed;
  private double lastLine;

  public Progress(PrintStream out, boolean terminal, List<PlannedTrial> toDo) {
    this.out = out;
    this.terminal = terminal;
    this.trials = toDo.size();
    this.work = toDo.stream().mapToDouble(PlannedTrial::seconds).sum();
  }

  /** Called on Spark's scheduler thread, so it must not wait. */
  synchronized void finished(List<TrialRecord> records, double predictedSeconds) {
    done += records.size();
    workDone += predictedSeconds;
    records.stream().filter(record -> record.result().status() == Status.FAILED).forEach(this::failed);
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (terminal || done == trials || seconds - lastLine >= SECONDS_BETWEEN_LINES) {
      lastLine = seconds;
      print(seconds);
    }
  }

  private void failed(TrialRecord record) {
    failed++;
    say("trial " + record.trialId() + " FAILED: " + Folder.firstLine(record.result().error()));
  }

  synchronized void say(String line) {
    out.println((terminal ? CLEAR_LINE : "") + line);
  }

  private void print(double seconds) {
    double left = workDone == 0 ? 0 : Math.max(0, seconds * (work - workDone) / workDone);
    String line = String.format(Locale.ROOT, "%d of %d trials, %.1f trials/s, about %.0f s to go%s",
        done, trials, done / seconds, left, failed == 0 ? "" : ", " + failed + " FAILED");
    if (terminal) {
      out.print(CLEAR_LINE + line + (done == trials ? "\n" : ""));
      out.flush();
    } else {
      out.println(line);
    }
  }
}
