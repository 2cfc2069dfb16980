package rote.analysis.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/**
 * Whether a group's networks learn more from the true labels than from permuted ones. The statistic is the test accuracy after the last
 * epoch, mean over seeds and folds. Under the hypothesis that labels have nothing to do with their examples, the true one is one more
 * draw among the permuted ones, so p = (1 + as good) / (1 + permutations) is exact (Phipson and Smyth 2010).
 *
 * @param truth with the true labels
 * @param permuted with each permutation, ascending; infinite for one with a trial that did not complete, which counts as good, so that
 *     p is never too small
 */
public record PermutationTest(double truth, List<Double> permuted, int seeds, int folds) {
  /** Means of the same accuracies may differ by the order in which they are added up. */
  private static final double ROUNDING = 1e-9;

  public PermutationTest {
    permuted = List.copyOf(permuted);
  }

  /**
   * Returns the test of a group's trials; empty without permutations, until all are recorded, and where a trial with the true labels did
   * not complete.
   *
   * @param planned all trials of the group
   * @param records of those that are recorded
   */
  public static Optional<PermutationTest> of(List<Trial> planned, List<TrialRecord> records) {
    long permutations = planned.stream().map(trial -> trial.get(Setting.PERMUTATION)).distinct().count();
    if (permutations < 2 || records.size() < planned.size()) {
      return Optional.empty();
    }
    Map<Integer, Double> means = records.stream().collect(Collectors.groupingBy(record -> record.trial().get(Setting.PERMUTATION),
        TreeMap::new, Collectors.averagingDouble(PermutationTest::accuracy)));
    double truth = means.remove(0);
    int seeds = (int) planned.stream().mapToLong(Trial::seed).distinct().count();
    return Double.isInfinite(truth) ? Optional.empty() : Optional.of(new PermutationTest(truth, means.values().stream().sorted().toList(),
        seeds, (int) (planned.size() / permutations / seeds)));
  }

  private static double accuracy(TrialRecord record) {
    OptionalDouble accuracy = Metric.TEST_ACCURACY.reader().of(record.result());
    return record.result().status() == Status.COMPLETED && accuracy.isPresent() ? accuracy.getAsDouble() : Double.POSITIVE_INFINITY;
  }

  public int permutations() {
    return permuted.size();
  }

  /** How many permutations are at least as good as the true labels. */
  public int asGood() {
    return (int) permuted.stream().filter(value -> value >= truth - ROUNDING).count();
  }

  public double p() {
    return (1.0 + asGood()) / (1 + permutations());
  }

  /** The statistics of the permutations that completed, ascending. */
  public double[] measured() {
    return permuted.stream().mapToDouble(value -> value).filter(Double::isFinite).toArray();
  }

  /** The whole result, such as {@code with the true labels test accuracy is 0.947; with the labels permuted 199 times ...}. */
  public String sentence() {
    double[] accuracies = measured();
    return "with the true labels test accuracy is " + Numbers.accuracy(truth) + over() + "; with the labels permuted "
        + (permutations() == 1 ? "once" : permutations() + " times") + " it is "
        + Numbers.accuracy(Arrays.stream(accuracies).average().orElse(Double.NaN)) + " on average, at most "
        + Numbers.accuracy(Arrays.stream(accuracies).max().orElse(Double.NaN)) + ", and as high in " + count() + lost() + ": "
        + pWords() + " = (" + asGood() + " + 1) / (" + permutations() + " + 1)";
  }

  /** The result in short, such as {@code p = 0.005, for none of 199 permutations of the labels does as well}. */
  public String shortly() {
    return pWords() + ", for " + count() + " of " + permutations() + " permutations of the labels " + (asGood() > 1 ? "do" : "does")
        + " as well" + lost();
  }

  private String count() {
    return asGood() == 0 ? "none" : String.valueOf(asGood());
  }

  private String pWords() {
    return "p = " + (p() < 0.001 ? Numbers.cost(p(), 2) : Numbers.p(p()));
  }

  /** The sentence as a paper can quote it. */
  public String quotation() {
    return "W" + sentence().substring(1) + " by an exact permutation test (Phipson and Smyth 2010).";
  }

  private String over() {
    String dealt = folds == 1 ? "" : folds + " folds";
    String all = seeds == 1 ? dealt : dealt + (dealt.isEmpty() ? "" : " and ") + seeds + " seeds";
    return all.isEmpty() ? "" : ", mean over " + all;
  }

  private String lost() {
    int lost = permutations() - measured().length;
    return lost == 0 ? "" : ", of which " + lost + " did not complete and count";
  }
}
