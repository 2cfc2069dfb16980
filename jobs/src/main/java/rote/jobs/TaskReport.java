package rote.jobs;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import rote.jobs.progress.RunningTrial;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.EpochWatch;

/** Says at most once a second how far a task is. */
final class TaskReport implements EpochWatch {
  private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

  private final int pack;
  private final IdentityHashMap<Trial, PlannedTrial> trials = new IdentityHashMap<>();
  private final IdentityHashMap<Trial, Double> worked = new IdentityHashMap<>();
  private final IdentityHashMap<Trial, Double> left = new IdentityHashMap<>();
  private final double all;
  private final LongSupplier clock;
  private final Consumer<RunningTrial> reports;
  private final long began;
  private long last;

  /** @param clock in nanoseconds */
  TaskReport(int pack, List<PlannedTrial> trials, LongSupplier clock, Consumer<RunningTrial> reports) {
    this.pack = pack;
    trials.forEach(planned -> this.trials.put(planned.trial(), planned));
    this.all = trials.stream().mapToDouble(PlannedTrial::seconds).sum();
    this.clock = clock;
    this.reports = reports;
    this.began = clock.getAsLong();
    this.last = began;
  }

  @Override
  public void measured(Trial trial, int epoch, boolean isOver) {
    int epochs = trial.get(Setting.EPOCHS);
    double share = trials.get(trial).seconds() / all;
    worked.put(trial, share * epoch / epochs);
    left.put(trial, isOver ? 0 : share - worked.get(trial));
    if (!isOver && clock.getAsLong() - last >= BETWEEN) {
      last = clock.getAsLong();
      double begun = left.keySet().stream().mapToDouble(some -> trials.get(some).seconds() / all).sum();
      reports.accept(new RunningTrial(pack, trials.get(trial).id(), epoch, epochs, sum(worked), sum(left) + 1 - begun,
          (last - began) * 1e-9));
    }
  }

  private static double sum(IdentityHashMap<Trial, Double> shares) {
    return shares.values().stream().mapToDouble(share -> share).sum();
  }
}
