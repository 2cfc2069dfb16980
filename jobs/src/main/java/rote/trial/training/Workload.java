package rote.trial.training;

import java.util.List;
import rote.network.Architecture;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The predicted cost of a trial that runs to its last epoch.
 *
 * @param flop floating-point operations: per weight, 6 for each example trained on, and 2 for each example measured
 * @param seconds on one core; a rough guess to order trials by
 */
public record Workload(double flop, double seconds) {
  // For vector kernels on MNIST: 784-16-16-10 at 1.3 million examples/s, 784-512-10 at 95,000, 784-512-512-512-10 at 28,000.
  private static final double FLOP_PER_SECOND = 180e9;
  private static final int BYTES_PER_EXAMPLE = 32; // its row, its places in two orders, its label, what is measured of it
  private static final double SECONDS_PER_EXAMPLE = 0.4e-6;

  /** @param trainingExamples in the whole training set */
  public static Workload of(Trial trial, Architecture form, int trainingExamples, int testExamples) {
    double trained = (double) trial.epochOf(trainingExamples) * trial.get(Setting.EPOCHS);
    double measured = (trial.isPermuted() ? 1 : trial.get(Setting.EPOCHS) + 1.0)
        * (trial.trainedOf(trainingExamples) + trial.get(Setting.VALIDATION_EXAMPLES) + testExamples);
    double flop = form.parameters() * (6.0 * trained + 2.0 * measured);
    return new Workload(flop, flop / FLOP_PER_SECOND + SECONDS_PER_EXAMPLE * (trained + measured / 3));
  }

  /**
   * Bytes that trials need beside the data that all share: each its weights, velocity, gradient, buffers and labels; and
   * once the inputs that only they have.
   *
   * @param trials one, or a group of {@link TrialGroups}
   */
  public static long bytes(List<Trial> trials, Architecture form, int trainingExamples, int testExamples) {
    Trial first = trials.get(0);
    boolean isShared = Setting.all().stream().allMatch(setting -> setting.sharesInputs(first.get(setting)));
    long examples = first.epochOf(trainingExamples) + testExamples;
    long inputs = isShared ? 0 : 4 * examples * form.inputs();
    return inputs + trials.stream().mapToLong(trial -> ownBytes(trial, form, trainingExamples, testExamples)).sum();
  }

  private static long ownBytes(Trial trial, Architecture form, int trainingExamples, int testExamples) {
    long copies = trial.hasVelocity() ? 3 : 1;
    long units = form.widths().stream().mapToLong(Integer::longValue).sum();
    long trained = trial.epochOf(trainingExamples);
    long buffers = 2 * units * (Math.min(trial.get(Setting.MINI_BATCH), trained) + 128);
    long examples = trained + testExamples;
    return 4 * (copies * form.parameters() + buffers) + BYTES_PER_EXAMPLE * examples;
  }
}
