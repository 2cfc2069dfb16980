package rote.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The share of trials of which something is true, judged by the exact binomial test (Clopper and Pearson 1934). */
public record BinomialShare(int n, int successes) implements Estimate {

  /** @param values 1 where it is true, 0 elsewhere */
  public static BinomialShare of(double... values) {
    return new BinomialShare(values.length, (int) Math.round(Arrays.stream(values).sum()));
  }

  @Override
  public double value() {
    return (double) successes / n;
  }

  @Override
  public double p(double supposed) {
    if (supposed <= 0 || supposed >= 1) {
      return supposed == value() ? 1 : 0;
    }
    BinomialDistribution of = BinomialDistribution.of(n, supposed);
    return Math.min(1, 2 * Math.min(of.cumulativeProbability(successes), of.survivalProbability(successes - 1)));
  }

  @Override
  public Interval interval(double level) {
    double low = successes == 0 ? 0
        : BetaDistribution.of(successes, n - successes + 1.0).inverseCumulativeProbability(level / 2);
    double high = successes == n ? 1
        : BetaDistribution.of(successes + 1.0, n - successes).inverseSurvivalProbability(level / 2);
    return new Interval(low, high);
  }

  @Override
  public double smallestP() {
    return 0;
  }
}
