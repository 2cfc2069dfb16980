package rote.trial.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Architecture;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.vector.LockStep;
import rote.network.vector.VectorKernels;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The speed of a workload on one core after warming up, in training examples per second.
 *
 * @param alone one trial, training only
 * @param wholeTrials whole trials, which also measure training and test set before the first epoch and after each; as many
 *     seeds side by side as a task trains
 * @param lockStep several trials in lock-step, training only, their examples added up; NaN if that gains nothing
 */
public record TrainingSpeed(Architecture form, double alone, double wholeTrials, double lockStep) {
  private static final int EPOCHS = 10; // of a usual narrow trial
  private static final int SLICE = 6_000; // examples between two looks at the clock

  /**
   * Measures a workload.
   *
   * @param clock in nanoseconds, of this thread
   * @param seconds per figure, after warming up as long
   */
  public static TrainingSpeed of(Trial trial, Dataset data, Kernels kernels, LongSupplier clock, double seconds) {
    double alone = new Training(List.of(trial), data, kernels).perSecond(clock, seconds);
    double whole = wholeTrials(trial, data, kernels, clock, (int) Math.round(seconds * alone / data.training().count()));
    int together = LockStepGroups.maxTogether(trial);
    boolean hasLockStep = together > 1 && Trainer.of(kernels, trained -> List.of(), clock).trainsGroups();
    double lockStep = hasLockStep
        ? new Training(Collections.nCopies(together, trial), data, kernels).perSecond(clock, seconds) : Double.NaN;
    return new TrainingSpeed(TrialRun.architecture(trial, data.shape(), data.classes()), alone, whole, lockStep);
  }

  /** Floating-point operations per second: 6 per weight and example, zero pixels included. */
  public double flop() {
    return 6.0 * form.parameters() * alone;
  }

  private static double wholeTrials(Trial trial, Dataset data, Kernels kernels, LongSupplier clock, int atLeast) {
    Trainer trainer = Trainer.of(kernels, trained -> List.of(), clock);
    int together = trainer.trainsGroups() ? TrialGroups.maxTogether(trial) : 1;
    int epochs = Math.max(together == 1 ? 2 : EPOCHS, atLeast / together);
    trainer.train(seeds(trial.with(Setting.EPOCHS, 1), together), data); // warms up what measures
    long start = clock.getAsLong();
    trainer.train(seeds(trial.with(Setting.EPOCHS, epochs), together), data);
    return epochs * (double) together * data.training().count() / ((clock.getAsLong() - start) * 1e-9);
  }

  private static List<Trial> seeds(Trial trial, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(trial::withSeed).toList();
  }

  private static final class Training {
    private final List<TrialRun> runs;
    private final List<View> views;
    private final LockStep together; // null for one trial
    private int[] order = {};
    private int next;

    Training(List<Trial> trials, Dataset data, Kernels kernels) {
      runs = trials.stream().map(trial -> new TrialRun(
          trial, data, () -> TrialData.of(trial, data), trained -> List.of(), kernels, () -> 0)).toList();
      runs.forEach(TrialRun::measure); // as every trial begins, which has the kernels compiled
      views = runs.stream().map(run -> run.data().trainedOn()).toList();
      List<GradientDescent> descents = runs.stream().map(TrialRun::descent).toList();
      together = runs.size() == 1 ? null : new LockStep((VectorKernels) kernels, descents);
    }

    double perSecond(LongSupplier clock, double seconds) {
      measured(clock, seconds);
      return measured(clock, seconds);
    }

    private double measured(LongSupplier clock, double seconds) {
      long start = clock.getAsLong();
      long trained = 0;
      double passed = 0;
      while (passed < seconds) {
        trained += slice();
        passed = (clock.getAsLong() - start) * 1e-9;
      }
      return trained / passed;
    }

    private int slice() {
      if (next == order.length) {
        runs.forEach(TrialRun::beginEpoch);
        order = runs.get(0).order();
        next = 0;
      }
      int[] slice = Arrays.copyOfRange(order, next, Math.min(order.length, next + SLICE));
      next += slice.length;
      if (together == null) {
        runs.get(0).descent().epoch(views.get(0), slice, runs.get(0).rate());
      } else {
        together.epoch(views, slice, TrialRun.rates(runs));
      }
      return slice.length * runs.size();
    }
  }
}
