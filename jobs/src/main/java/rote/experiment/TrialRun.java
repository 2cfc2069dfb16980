package rote.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Architecture;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Measure;

/**
 * One trial from beginning to end: take the view of the data, corrupt, initialise, train epoch by epoch, measure.
 *
 * <p>A pure function of trial and data, but for the clock; it reads nothing and writes nothing.
 */
public final class TrialRun {
  private final Trial trial;
  private final Kernels kernels;
  private final LongSupplier clock;
  private final long start;

  /** @param clock in nanoseconds, from any beginning */
  public TrialRun(Trial trial, Kernels kernels, LongSupplier clock) {
    this.trial = trial;
    this.kernels = kernels;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** The form of the network that a trial trains. */
  public static Architecture architecture(Trial trial, int inputs, int classes) {
    return Architecture.of(
        inputs, trial.get(Setting.HIDDEN), classes, trial.get(Setting.ACTIVATION), trial.get(Setting.COST));
  }

  /** Trains until the last epoch, the training accuracy asked for, or the first number that is not finite. */
  public TrialResult on(Dataset dataset) {
    TrialData data = TrialData.of(trial, dataset);
    Architecture form = architecture(trial, dataset.shape().size(), dataset.classes());
    TrainingState state = TrainingState.initial(trial, form);
    GradientDescent descent = new GradientDescent(kernels, state.network(), state.velocity(),
        Math.min(trial.get(Setting.MINI_BATCH), data.training().count()), trial.get(Setting.MOMENTUM),
        trial.get(Setting.WEIGHT_DECAY));
    List<EpochRow> rows = new ArrayList<>();
    EpochRow row = measured(state, data);
    while (state.isFinite() && isFinite(row)) {
      rows.add(row);
      if (isLast(row)) {
        return result(Status.COMPLETED, rows, data);
      }
      train(state, descent, data.training());
      row = measured(state, data);
    }
    return result(Status.DIVERGED, rows, data);
  }

  private void train(TrainingState state, GradientDescent descent, View training) {
    int epoch = state.advance();
    int[] order = new Seeds(trial.seed()).permutation(training.count(), "shuffle", epoch);
    descent.epoch(training, order, trial.get(Setting.LEARNING_RATE).at(epoch));
  }

  private EpochRow measured(TrainingState state, TrialData data) {
    return new EpochRow(state.epoch(), measure(state, data.training()),
        data.validation() == null ? null : measure(state, data.validation()), measure(state, data.test()), seconds());
  }

  private Measure measure(TrainingState state, View view) {
    return Measure.of(kernels, state.network(), view);
  }

  private boolean isLast(EpochRow row) {
    Float enough = trial.get(Setting.STOP_AT_TRAINING_ACCURACY);
    return row.epoch() == trial.get(Setting.EPOCHS) || enough != null && (float) row.training().accuracy() >= enough;
  }

  private static boolean isFinite(EpochRow row) {
    return Double.isFinite(row.training().cost()) && Double.isFinite(row.test().cost())
        && (row.validation() == null || Double.isFinite(row.validation().cost()));
  }

  private TrialResult result(Status status, List<EpochRow> rows, TrialData data) {
    return new TrialResult(status, new Curve(rows), data.changedLabels(), seconds(), null);
  }

  private double seconds() {
    return (clock.getAsLong() - start) * 1e-9;
  }
}
