package rote.trial.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.network.Kernels;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialResult;

/** Trains trials one after another. */
public record SoloTrainer(Kernels kernels, Function<Trial, Optional<Beginning>> beginnings,
    Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock, EpochWatch watch) implements Trainer {
  public SoloTrainer(Kernels kernels, Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock) {
    this(kernels, trial -> Optional.empty(), probes, clock, EpochWatch.NONE);
  }

  public SoloTrainer(Kernels kernels, LongSupplier clock) {
    this(kernels, trained -> List.of(), clock);
  }

  @Override
  public List<TrialResult> train(List<Trial> trials, Dataset dataset) {
    return trials.stream().map(trial -> train(trial, dataset)).toList();
  }

  @Override
  public boolean trainsGroups() {
    return false;
  }

  public TrialResult train(Trial trial, Dataset dataset) {
    TrialRun run = new TrialRun(trial, dataset, () -> TrialData.of(trial, dataset), probes, kernels, clock);
    beginnings.apply(trial).ifPresentOrElse(run::goOn, run::measure);
    run.tell(watch);
    while (!run.isOver()) {
      run.trainEpoch();
      run.measure();
      run.tell(watch);
    }
    return run.result();
  }
}
