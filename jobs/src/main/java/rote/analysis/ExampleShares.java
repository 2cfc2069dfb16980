package rote.analysis;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import rote.analysis.answers.ExampleAnswers;
import rote.analysis.statistics.Dispersion;
import rote.trial.TrialResult;

/**
 * For each training example the share of networks that answer it with its label, over networks that all trained on it (Arpit et
 * al. 2017, figure 1).
 *
 * @param shares one per example, not copied
 * @param classes of the label that the networks were told, one per example from 0, not copied
 */
public record ExampleShares(double[] shares, int[] classes, int networks) {

  /** Empty if no network was asked, one left an example out, or the labels were not kept. */
  public static Optional<ExampleShares> of(List<TrialResult> results) {
    Iterator<ExampleAnswers> all = results.stream().flatMap(result -> ExampleAnswers.of(result).stream()).iterator();
    int networks = 0;
    double[] right = new double[0];
    int[] classes = new int[0];
    while (all.hasNext()) {
      ExampleAnswers answers = all.next();
      if (answers.toldLabel().isEmpty()) {
        return Optional.empty();
      }
      if (networks == 0) {
        right = new double[answers.count()];
        classes = IntStream.range(0, right.length).map(answers.toldLabel().get()::classAt).toArray();
      }
      networks++;
      for (int e = 0; e < right.length; e++) {
        if (!answers.trainedOn().bit(e)) {
          return Optional.empty();
        }
        right[e] += answers.right().bit(e) ? 1 : 0;
      }
    }
    int of = networks;
    return networks == 0 ? Optional.empty()
        : Optional.of(new ExampleShares(Arrays.stream(right).map(count -> count / of).toArray(), classes, networks));
  }

  /** Within classes. Empty where in each class all networks are right about all examples, or none is about any. */
  public Optional<Dispersion> variability() {
    return Optional.of(Dispersion.of(shares, classes, networks)).filter(of -> Double.isFinite(of.value()));
  }

  /** The shares, the largest first. */
  public double[] sorted() {
    double[] sorted = shares.clone();
    Arrays.sort(sorted);
    return reversed(sorted);
  }

  /**
   * The shares that examples would have if those of a class were equally difficult, the largest first: quantiles of binomials, each
   * with the mean of its class.
   */
  public double[] binomial() {
    double[] quantiles = IntStream.of(classes).distinct().boxed().flatMapToDouble(this::binomial).sorted().toArray();
    return reversed(quantiles);
  }

  private DoubleStream binomial(int ofClass) {
    double[] members = IntStream.range(0, shares.length).filter(e -> classes[e] == ofClass).mapToDouble(e -> shares[e]).toArray();
    BinomialDistribution equal = BinomialDistribution.of(networks, Arrays.stream(members).average().orElseThrow());
    return IntStream.range(0, members.length)
        .mapToDouble(k -> (double) equal.inverseCumulativeProbability((k + 0.5) / members.length) / networks);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      reversed[k] = values[values.length - 1 - k];
    }
    return reversed;
  }
}
