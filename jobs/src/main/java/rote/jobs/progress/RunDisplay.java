package rote.jobs.progress;

import rote.trial.TrialRecord;
import rote.files.Folder;

/** Shows a run to whoever watches it. Its methods are called by several threads, one at a time. */
public interface RunDisplay {
  /**
   * Says that a run begins.
   *
   * @param output where its results go
   * @param planned how many trials the experiment has
   * @param recorded how many of them need no training
   */
  default void started(String experiment, String output, int planned, int recorded) {}

  /** Takes a line that tells what happens. */
  void say(String line);

  /** Takes a line about something that went wrong. */
  void complain(String line);

  /** Takes a FAILED trial. */
  default void failed(TrialRecord trial) {
    complain("trial " + trial.trialId() + " FAILED: " + Folder.firstLine(trial.result().error()));
  }

  /** Shows how far the run is; called every {@link #secondsBetween}, and at the end. */
  void show(RunState now);

  double secondsBetween();

  /** Takes note that the page was renewed beside the run, and how long that took. */
  default void pageRenewed(double seconds) {}

  /** Takes note that the program ends before the run does. */
  default void interrupted(int exitCode) {}

  /** Takes away what renews itself. Nothing is shown afterwards. */
  default void end() {}
}
