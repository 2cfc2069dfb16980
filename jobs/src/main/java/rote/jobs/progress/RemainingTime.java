package rote.jobs.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Predicts when a run will end. The number of trials says little: the longest come first, and many stop early.
 *
 * <p>Two things are learned. How much of its predicted cost a task works off, for trials stop early: from finished tasks of its kind, before
 * the first of them from tasks of about its size. And how long the work takes: from what was worked off lately by tasks of about its size,
 * for a cold or busy machine is slow for a while only. Then the rest of the schedule is played through.
 *
 * <p>Times are in seconds of one clock.
 */
public final class RemainingTime {
  private static final double NARROWEST = 0.05; // the weight of other sizes is 1 / (this + the square of the logarithm of their ratio)
  private static final double SIZES_PER_E = 5; // tasks have one size if the logarithms of their trials' costs round to one
  private static final double LATELY = 0.25; // of the time since the first task began
  private static final double OVERDUE = 0.1; // of what may be left, where others of its kind had ended
  private static final double FORGETS = 5; // seconds after which a core without a task is no longer counted on
  private static final int MAX_PLAYED = 5_000; // of more tasks to come, costs are only added up
  private static final int MAX_KINDS = 500; // more are told apart by size alone

  private final List<Task> tasks = new ArrayList<>();
  private final Map<Object, Sums> kinds = new HashMap<>(); // predicted, and worked off, of finished tasks
  private final Map<Long, Sums> sizes = new HashMap<>(); // the same
  private final Map<Long, Sums> rates = new HashMap<>(); // worked off, and the seconds of that, lately
  private final Set<Task> running = new LinkedHashSet<>();
  private double later; // predicted, of trials that are not known yet
  private double start = Double.NaN;
  private int cores;
  private double fewerSince = Double.NaN; // tasks run than there are cores

  private static final class Sums {
    private double of;
    private double is;
    private double at; // only rates are forgotten

    void add(double more, double moreIs) {
      of += more;
      is += moreIs;
    }
  }

  private static final class Task {
    private final double predicted;
    private final long size;
    private final Object kind;
    private double began;
    private double told; // when
    private double worked; // share of predicted
    private double left = 1; // share that may be left
    private double firstTold = Double.NaN; // when, of this attempt
    private double firstWorked;
    private double taken = Double.NaN;
    private boolean ended;
    private boolean isWorkKnown;

    Task(double predicted, int trials, Object kind) {
      this.predicted = predicted;
      this.size = Math.round(Math.log(predicted / trials) * SIZES_PER_E);
      this.kind = kind;
    }
  }

  /**
   * Adds a task that begins after all others.
   *
   * @param predicted seconds, however fast the machine is
   * @param kind equal for tasks that will work off as much of what was predicted
   */
  public void add(double predicted, int trials, Object kind) {
    tasks.add(new Task(predicted, trials, kind));
  }

  /** Sets the predicted cost of what follows the tasks. */
  public void follows(double predicted) {
    later = predicted;
  }

  /** Takes note of a task that begins, perhaps again. @param task its number, in the order in which they were added */
  public void began(int task, double now) {
    Task begun = tasks.get(task);
    begun.began = now;
    begun.told = now;
    if (!begun.ended) {
      begun.worked = 0;
      begun.left = 1;
      begun.firstTold = Double.NaN;
      begun.firstWorked = 0;
      running.add(begun);
    }
    start = Double.isNaN(start) ? now : start;
    if (running.size() >= cores) {
      cores = running.size();
      fewerSince = Double.NaN;
    }
  }

  /** Takes back that a task runs; it will again. */
  public void stopped(int task) {
    running.remove(tasks.get(task));
  }

  /**
   * Takes note of what a running task says of itself.
   *
   * @param worked share of its predicted cost that is worked off
   * @param left share that is left, if no trial stops early
   * @param at when it was so far
   */
  public void told(int task, double worked, double left, double at) {
    Task of = tasks.get(task);
    if (Double.isNaN(of.firstTold)) { // a task begins slowly, which counts when it has ended, lest all its work seem as slow
      of.firstTold = at;
      of.firstWorked = worked;
    } else {
      rate(of, worked - of.worked, at - of.told, at);
    }
    of.told = at;
    of.worked = worked;
    of.left = left;
  }

  /** Takes note of a task that has ended. @param worked share of its predicted cost that it worked off */
  public void worked(int task, double worked, double now) {
    Task of = tasks.get(task);
    running.remove(of);
    of.ended = true;
    if (!of.isWorkKnown) {
      of.isWorkKnown = true;
      sizes.computeIfAbsent(of.size, size -> new Sums()).add(of.predicted, worked * of.predicted);
      if (kinds.size() < MAX_KINDS || kinds.containsKey(of.kind)) {
        kinds.computeIfAbsent(of.kind, kind -> new Sums()).add(of.predicted, worked * of.predicted);
      }
      of.left = worked; // until its time is known
      settle(of, now);
    }
  }

  /** Takes note of how long a task has taken that ended well. */
  public void ended(int task, double taken, double now) {
    Task of = tasks.get(task);
    running.remove(of);
    of.ended = true;
    if (Double.isNaN(of.taken)) {
      of.taken = taken;
      settle(of, now);
    }
  }

  private void settle(Task task, double now) {
    if (task.isWorkKnown && !Double.isNaN(task.taken)) {
      rate(task, task.left - task.worked, Math.max(0, task.taken - (task.told - task.began)), now);
      if (!Double.isNaN(task.firstTold)) {
        double kept = Math.exp(-(now - task.firstTold) / lately(now));
        rate(task, kept * task.firstWorked, kept * (task.firstTold - task.began), now);
      }
    }
  }

  /** @param worked share of the task's predicted cost that these seconds worked off */
  private void rate(Task task, double worked, double seconds, double now) {
    Sums sums = rates.computeIfAbsent(task.size, size -> new Sums());
    double kept = Math.exp(-Math.max(0, now - sums.at) / lately(now));
    sums.of *= kept;
    sums.is *= kept;
    sums.at = Math.max(now, sums.at);
    sums.add(worked * task.predicted, seconds);
  }

  private double lately(double now) {
    return Math.max(1, LATELY * (now - start));
  }

  /** Returns the predicted seconds until all tasks have ended, and what follows them; NaN until a task has told of itself twice or has ended. */
  public double left(double now) {
    List<Task> waiting = tasks.stream().filter(task -> !task.ended && !running.contains(task)).toList();
    Map<Long, Double> slowness = new HashMap<>();
    if (running.isEmpty() && waiting.isEmpty() && later == 0) {
      return 0;
    }
    if (rates.values().stream().noneMatch(sums -> sums.of > 0)) {
      return Double.NaN;
    }
    forgetCores(now);
    PriorityQueue<Double> ends = new PriorityQueue<>();
    running.forEach(task -> ends.add(left(task, slowness(task, slowness, now), now)));
    while (ends.size() < cores) {
      ends.add(0.0);
    }
    if (waiting.size() > MAX_PLAYED) {
      double work = ends.stream().mapToDouble(end -> end).sum()
          + waiting.stream().mapToDouble(task -> task.predicted * share(task) * slowness(task, slowness, now)).sum();
      return work / ends.size() + following(now);
    }
    waiting.forEach(task -> ends.add(ends.remove() + task.predicted * share(task) * slowness(task, slowness, now)));
    return ends.stream().mapToDouble(end -> end).max().orElse(0) + following(now);
  }

  private double following(double now) {
    double predicted = sizes.values().stream().mapToDouble(sums -> sums.of).sum();
    double worked = sizes.values().stream().mapToDouble(sums -> sums.is).sum();
    double seconds = rates.values().stream().mapToDouble(sums -> sums.is).sum();
    double lately = rates.values().stream().mapToDouble(sums -> sums.of).sum();
    return later * (predicted == 0 ? 1 : worked / predicted) * seconds / lately / cores;
  }

  /** A task that has ended makes room for the next one, which begins soon; a lost executor takes its room along. */
  private void forgetCores(double now) {
    if (running.size() < cores && Double.isNaN(fewerSince)) {
      fewerSince = now;
    } else if (now - fewerSince > FORGETS) {
      cores = Math.max(1, running.size());
      fewerSince = Double.NaN;
    }
  }

  private double left(Task task, double slowness, double now) {
    double work = Math.min(task.left, Math.max(share(task) - task.worked, OVERDUE * task.left));
    return Math.max(0, work * task.predicted * slowness - (now - task.told));
  }

  /** The share of its predicted cost that a task will work off: all, as long as nothing is known. */
  private double share(Task task) {
    Sums same = kinds.get(task.kind);
    return same != null ? same.is / same.of : sizes.isEmpty() ? 1 : ratio(task.size, sizes, Double.NaN);
  }

  /** Seconds per predicted second of work. */
  private double slowness(Task task, Map<Long, Double> known, double now) {
    return known.computeIfAbsent(task.size, size -> ratio(size, rates, now));
  }

  /** @param now for sums that are forgotten; NaN for others */
  private double ratio(long size, Map<Long, Sums> known, double now) {
    double of = 0;
    double is = 0;
    for (Map.Entry<Long, Sums> other : known.entrySet()) {
      double apart = (other.getKey() - size) / SIZES_PER_E;
      double kept = Double.isNaN(now) ? 1 : Math.exp(-(now - other.getValue().at) / lately(now));
      double weight = kept / (NARROWEST + apart * apart);
      of += weight * other.getValue().of;
      is += weight * other.getValue().is;
    }
    return is / of;
  }
}
