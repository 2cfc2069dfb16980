package rote.trial.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.network.Kernels;
import rote.network.vector.VectorKernels;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialResult;

/** Trains trials on a data set. A trial's bits do not depend on the trainer, or on the trials beside it. */
public interface Trainer {
  /**
   * Trains trials to their end and returns their results in order.
   *
   * @param trials one, or a group of {@link TrialGroups}
   */
  List<TrialResult> train(List<Trial> trials, Dataset dataset);

  /** Returns whether it trains a group faster side by side than one by one. */
  boolean trainsGroups();

  /**
   * Chooses the fastest trainer for the kernels.
   *
   * @param probes runs on every network that completes
   * @param clock in nanoseconds
   */
  static Trainer of(Kernels kernels, Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock) {
    return of(kernels, trial -> Optional.empty(), probes, clock);
  }

  /** @param beginnings the end of a shorter trial, for a trial that goes on from it */
  static Trainer of(Kernels kernels, Function<Trial, Optional<Beginning>> beginnings,
      Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock) {
    return of(kernels, beginnings, probes, clock, EpochWatch.NONE);
  }

  /** @param watch hears of every epoch */
  static Trainer of(Kernels kernels, Function<Trial, Optional<Beginning>> beginnings,
      Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock, EpochWatch watch) {
    return kernels instanceof VectorKernels vector ? new GroupTrainer(vector, beginnings, probes, clock, watch)
        : new SoloTrainer(kernels, beginnings, probes, clock, watch);
  }
}
