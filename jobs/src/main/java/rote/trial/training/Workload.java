package rote.trial.training;

import java.util.List;
import rote.network.Architecture;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * What a trial will cost if it runs to its last epoch: an upper bound where it stops at a training accuracy.
 *
 * @param flop floating-point operations: 6 for a weight and a training example of an epoch (forward, backward, update),
 *     2 more for each weight and example that is measured
 * @param seconds on one core, a rough guess that orders trials
 */
public record Workload(double flop, double seconds) {
  // Measured with vector kernels on MNIST: 784-16-16-10 trains at 1.3 million examples/s, 784-512-10 at 95,000 and
  // 784-512-512-512-10 at 28,000.
  private static final double FLOP_PER_SECOND = 180e9;
  private static final double SECONDS_PER_EXAMPLE = 0.4e-6;

  /**
   * The workload of one trial.
   *
   * @param trainingExamples in the whole training set
   * @param testExamples in the test set
   */
  public static Workload of(Trial trial, Architecture form, int trainingExamples, int testExamples) {
    double trained = (double) trial.trainedOf(trainingExamples) * trial.get(Setting.EPOCHS);
    double measured = (trial.get(Setting.EPOCHS) + 1.0)
        * (trial.trainedOf(trainingExamples) + trial.get(Setting.VALIDATION_EXAMPLES) + testExamples);
    double flop = form.parameters() * (6.0 * trained + 2.0 * measured);
    return new Workload(flop, flop / FLOP_PER_SECOND + SECONDS_PER_EXAMPLE * (trained + measured / 3));
  }

  /**
   * Bytes that trials trained in lock-step need beside the data that all share: of each, weights, velocity, gradient, buffers
   * and labels; and once the inputs that they have to themselves.
   *
   * @param trials one, or several that may be trained together
   */
  public static long bytes(List<Trial> trials, Architecture form, int trainingExamples, int testExamples) {
    Trial first = trials.get(0);
    boolean isShared = Setting.all().stream().allMatch(setting -> setting.sharesInputs(first.get(setting)));
    long examples = first.trainedOf(trainingExamples) + testExamples;
    long inputs = isShared ? 0 : 4 * examples * form.inputs();
    return inputs + trials.stream().mapToLong(trial -> ownBytes(trial, form, trainingExamples, testExamples)).sum();
  }

  private static long ownBytes(Trial trial, Architecture form, int trainingExamples, int testExamples) {
    long copies = trial.hasVelocity() ? 3 : 1;
    long units = form.widths().stream().mapToLong(Integer::longValue).sum();
    long trained = trial.trainedOf(trainingExamples);
    long buffers = 2 * units * (Math.min(trial.get(Setting.MINI_BATCH), trained) + 128);
    long examples = trained + testExamples;
    return 4 * (copies * form.parameters() + buffers + 4 * examples);
  }
}
