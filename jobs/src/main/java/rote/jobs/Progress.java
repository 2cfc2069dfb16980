package rote.jobs;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import rote.experiment.Status;
import rote.store.TrialRecord;

/** The lines that tell how far a run is: one that renews itself on a terminal, one every few seconds elsewhere. */
final class Progress {
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintStream out;
  private final boolean terminal;
  private final int trials;
  private final double work; // predicted seconds of all trials
  private final long start = System.nanoTime();
  private double workDone;
  private int done;
  private int failed;
  private double lastLine;

  Progress(PrintStream out, boolean terminal, List<PlannedTrial> toDo) {
    this.out = out;
    this.terminal = terminal;
    this.trials = toDo.size();
    this.work = toDo.stream().mapToDouble(PlannedTrial::seconds).sum();
  }

  /** Called on Spark's scheduler thread: counts and prints, nothing that waits. */
  synchronized void finished(List<TrialRecord> records, double predictedSeconds) {
    done += records.size();
    workDone += predictedSeconds;
    failed += (int) records.stream().filter(record -> record.result().status() == Status.FAILED).count();
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (terminal || done == trials || seconds - lastLine >= SECONDS_BETWEEN_LINES) {
      lastLine = seconds;
      print(seconds);
    }
  }

  private void print(double seconds) {
    double left = workDone == 0 ? 0 : seconds * (work - workDone) / workDone;
    String line = String.format(Locale.ROOT, "%d of %d trials, %.1f trials/s, about %.0f s to go%s",
        done, trials, done / seconds, left, failed == 0 ? "" : ", " + failed + " FAILED");
    if (terminal) {
      out.print("\r\033[K" + line + (done == trials ? "\n" : ""));
      out.flush();
    } else {
      out.println(line);
    }
  }
}
