package rote.trial.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.network.Kernels;
import rote.network.vector.VectorKernels;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialResult;

/** Trains trials on a data set. Each has the same bits whichever trainer trains it, and beside whichever others. */
public interface Trainer {
  /**
   * Trains every trial to its end.
   *
   * @param trials one, or a group of {@link LockStepGroups}
   * @return their results, in their order
   */
  List<TrialResult> train(List<Trial> trials, Dataset dataset);

  /** Whether several trials are trained faster together than one by one. */
  boolean isLockStep();

  /**
   * Chooses the faster trainer that the kernels allow.
   *
   * @param probes runs on every network that completes
   * @param clock in nanoseconds, from any beginning
   */
  static Trainer of(Kernels kernels, Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock) {
    return kernels instanceof VectorKernels vector
        ? new LockStepTrainer(vector, probes, clock) : new SoloTrainer(kernels, probes, clock);
  }
}
