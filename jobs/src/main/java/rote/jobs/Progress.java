package rote.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import rote.jobs.progress.GroupScores;
import rote.jobs.progress.RemainingTime;
import rote.jobs.progress.RunDisplay;
import rote.jobs.progress.RunState;
import rote.jobs.progress.RunningTrial;
import rote.jobs.start.Interruption;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Knows how far a run is, and has it shown regularly until closed. What Spark's threads tell it never waits for what is shown. */
public final class Progress implements AutoCloseable {
  private final RunDisplay display;
  private final LongSupplier clock;
  private final Timer timer = new Timer("rote-progress", true);
  private final RemainingTime remaining = new RemainingTime();
  private final List<Pack> packs = new ArrayList<>(); // of all jobs
  private final Map<Integer, RunningTrial> told = new HashMap<>(); // by number among all packs, of those that run
  private final Map<Integer, Double> running = new HashMap<>(); // since when
  private GroupScores scores; // null where nobody looks at groups
  private int first; // pack of this job
  private int planned;
  private int done;
  private int trained;
  private int failed;
  private double start = Double.NaN;
  private boolean closed;

  public Progress(RunDisplay display) {
    this(display, System::nanoTime);
  }

  /** @param clock in nanoseconds */
  Progress(RunDisplay display, LongSupplier clock) {
    this.display = display;
    this.clock = clock;
  }

  /**
   * Says what is known of the run, before each of its jobs.
   *
   * @param planned how many trials there are, with those that follow from others
   * @param done how many of them need no training
   * @param scores those so far; null for none
   * @param later predicted seconds of trials that follow from others and are not in the next job
   */
  public synchronized void knows(int planned, int done, GroupScores scores, double later) {
    this.planned = planned;
    this.done = done;
    this.scores = scores;
    remaining.follows(later);
  }

  /** Takes the tasks of a job, in the order in which they begin. */
  synchronized void begins(List<Pack> job) {
    first = packs.size();
    packs.addAll(job);
    job.forEach(pack -> remaining.add(pack.seconds(), pack.size(), pack.kind()));
    if (Double.isNaN(start)) {
      start = now();
      long period = Math.round(1000 * display.secondsBetween());
      timer.schedule(new TimerTask() {
        @Override
        public void run() {
          show();
        }
      }, period, period);
    }
  }

  /** Takes note of a task that begins. @param pack its number in the job */
  synchronized void began(int pack) {
    running.put(first + pack, now());
    remaining.began(first + pack, now());
  }

  /** Takes note of a task that has not ended well. */
  synchronized void stopped(int pack) {
    forget(pack);
    remaining.stopped(first + pack);
  }

  /** Takes note of how long a task has taken, in seconds. */
  synchronized void ended(int pack, double taken) {
    forget(pack);
    remaining.ended(first + pack, taken, now());
  }

  private void forget(int pack) {
    running.remove(first + pack);
    told.remove(first + pack);
  }

  /** Takes what a task says of itself. */
  synchronized void told(RunningTrial trial) {
    int number = first + trial.pack();
    if (running.containsKey(number)) {
      told.put(number, trial);
      remaining.told(number, trial.worked(), trial.left(), running.get(number) + trial.seconds());
    }
  }

  /** Takes results. Called on Spark's scheduler thread, so it must not wait. */
  void finished(int pack, List<TrialRecord> records) {
    synchronized (this) {
      done += records.size();
      trained += records.size();
      failed += (int) failed(records).size();
      remaining.worked(first + pack, worked(packs.get(first + pack), records), now());
      if (scores != null) {
        records.forEach(scores::add);
      }
    }
    failed(records).forEach(display::failed);
  }

  /** The share of a pack's predicted cost that its epochs are, of which there are fewer where trials stop early. */
  private static double worked(Pack pack, List<TrialRecord> records) {
    Map<String, Double> seconds = pack.trials().collect(Collectors.toMap(PlannedTrial::id, PlannedTrial::seconds));
    return records.stream().filter(record -> !record.result().curve().isEmpty()).mapToDouble(record ->
        seconds.get(record.trialId()) * record.result().curve().last().epoch() / record.trial().get(Setting.EPOCHS)).sum() / pack.seconds();
  }

  private static List<TrialRecord> failed(List<TrialRecord> records) {
    return records.stream().filter(record -> record.result().status() == Status.FAILED).toList();
  }

  /** Returns how far the run is now. */
  synchronized RunState state() {
    double seconds = Double.isNaN(start) ? 0 : now() - start;
    return new RunState(planned, done, failed, running.keySet().stream().mapToInt(number -> packs.get(number).size()).sum(),
        seconds, seconds == 0 ? 0 : trained / seconds, remaining.left(now()),
        scores == null ? GroupScores.Shown.NONE : scores.shown(), slowest());
  }

  /** Returns the running trial whose task has taken longest; null where none has told of itself. */
  private RunState.Slowest slowest() {
    return told.values().stream().min((one, two) -> Double.compare(since(one), since(two))).map(trial -> new RunState.Slowest(
        trial.id(), label(trial), trial.epoch(), trial.epochs(), now() - since(trial))).orElse(null);
  }

  private double since(RunningTrial trial) {
    return running.get(first + trial.pack());
  }

  private String label(RunningTrial trial) {
    return packs.get(first + trial.pack()).trials().filter(planned -> planned.id().equals(trial.id())).findFirst()
        .map(planned -> scores == null ? planned.id() : scores.label(planned.trial())).orElse(trial.id());
  }

  private double now() {
    return clock.getAsLong() * 1e-9;
  }

  private void show() {
    display.show(state());
  }

  /** Shows how far the run is, and that the program ends now. */
  void interrupted() {
    close();
    display.interrupted(Interruption.exitCode());
  }

  void say(String line) {
    display.say(line);
  }

  void complain(String line) {
    display.complain(line);
  }

  /** Shows how far the run is for the last time. May be called twice. */
  @Override
  public void close() {
    timer.cancel();
    boolean isFirst;
    synchronized (this) {
      isFirst = !closed;
      closed = true;
    }
    if (isFirst) {
      if (!Double.isNaN(start)) {
        show();
      }
      display.end();
    }
  }
}
