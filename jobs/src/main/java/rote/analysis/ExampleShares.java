package rote.analysis;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import rote.analysis.answers.ExampleAnswers;
import rote.analysis.statistics.Dispersion;
import rote.trial.TrialResult;

/**
 * For each training example the share of networks that answer it with its label, over networks that all trained on it (Arpit et
 * al. 2017, figure 1).
 *
 * @param shares one per example, not copied
 */
public record ExampleShares(double[] shares, int networks) {

  /** Empty if no network was asked, or one left an example out. */
  public static Optional<ExampleShares> of(List<TrialResult> results) {
    Iterator<ExampleAnswers> all = results.stream().flatMap(result -> ExampleAnswers.of(result).stream()).iterator();
    int networks = 0;
    double[] right = new double[0];
    while (all.hasNext()) {
      ExampleAnswers answers = all.next();
      right = networks == 0 ? new double[answers.count()] : right;
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
        : Optional.of(new ExampleShares(Arrays.stream(right).map(count -> count / of).toArray(), networks));
  }

  /** Empty where all networks are right about all examples, or none is about any. */
  public Optional<Dispersion> variability() {
    return Optional.of(Dispersion.of(shares, networks)).filter(of -> Double.isFinite(of.value()));
  }

  /** The shares, the largest first. */
  public double[] sorted() {
    double[] sorted = shares.clone();
    Arrays.sort(sorted);
    return reversed(sorted);
  }

  /** The shares that equally difficult examples would have, the largest first: quantiles of the binomial with the same mean. */
  public double[] binomial() {
    BinomialDistribution equal = BinomialDistribution.of(networks, Arrays.stream(shares).average().orElse(0));
    double[] quantiles = new double[shares.length];
    for (int e = 0; e < quantiles.length; e++) {
      quantiles[e] = (double) equal.inverseCumulativeProbability((e + 0.5) / quantiles.length) / networks;
    }
    return reversed(quantiles);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      reversed[k] = values[values.length - 1 - k];
    }
    return reversed;
  }
}
