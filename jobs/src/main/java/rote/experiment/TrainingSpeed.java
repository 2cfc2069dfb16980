package rote.experiment;

import java.util.Arrays;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.network.Architecture;
import rote.network.GradientDescent;
import rote.network.Kernels;

/**
 * How fast a workload is trained on one core, once the compiler has done its work.
 *
 * @param examplesPerSecond training alone
 * @param flopPerSecond 6 floating-point operations for a weight and an example, zeros counted too
 * @param wholeTrial training examples a second where each epoch measures both sets, as a trial does
 */
public record TrainingSpeed(String workload, double examplesPerSecond, double flopPerSecond, double wholeTrial) {
  private static final int SLICE = 6_000; // examples between two looks at the clock

  /**
   * Measures.
   *
   * @param images of 28 x 28 pixels
   * @param clock in nanoseconds, of this thread
   * @param seconds how long each part is measured, after warming up as long
   */
  public static TrainingSpeed of(
      BenchWorkload workload, Dataset images, Kernels kernels, LongSupplier clock, double seconds) {
    Dataset data = workload.data(images);
    Training training = new Training(workload.trial(), data, kernels);
    training.perSecond(clock, seconds);
    double speed = training.perSecond(clock, seconds);
    return new TrainingSpeed(workload.name(), speed, 6.0 * training.form.parameters() * speed,
        wholeTrial(workload.trial(), data, kernels, clock, seconds, speed));
  }

  private static double wholeTrial(
      Trial trial, Dataset data, Kernels kernels, LongSupplier clock, double seconds, double speed) {
    int epochs = (int) Math.max(2, Math.round(seconds * speed / data.training().count()));
    Trial whole = trial.with(Setting.EPOCHS, epochs);
    new TrialRun(trial.with(Setting.EPOCHS, 1), kernels, clock).on(data); // warms up what measures
    long start = clock.getAsLong();
    new TrialRun(whole, kernels, clock).on(data);
    return (double) epochs * data.training().count() / ((clock.getAsLong() - start) * 1e-9);
  }

  /** A trial in training, without end. */
  private static final class Training {
    private final Trial trial;
    private final TrialData data;
    private final Architecture form;
    private final TrainingState state;
    private final GradientDescent descent;
    private int[] order = {};
    private int next;

    Training(Trial trial, Dataset dataset, Kernels kernels) {
      this.trial = trial;
      this.data = TrialData.of(trial, dataset);
      this.form = TrialRun.architecture(trial, dataset.shape().size(), dataset.classes());
      this.state = TrainingState.initial(trial, form);
      this.descent = new GradientDescent(kernels, state.network(), state.velocity(), trial.get(Setting.MINI_BATCH),
          trial.get(Setting.MOMENTUM), trial.get(Setting.WEIGHT_DECAY));
    }

    double perSecond(LongSupplier clock, double seconds) {
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
        order = new Seeds(trial.seed()).permutation(data.training().count(), "shuffle", state.advance());
        next = 0;
      }
      int[] slice = Arrays.copyOfRange(order, next, Math.min(order.length, next + SLICE));
      next += slice.length;
      descent.epoch(data.training(), slice, trial.get(Setting.LEARNING_RATE).start());
      return slice.length;
    }
  }
}
