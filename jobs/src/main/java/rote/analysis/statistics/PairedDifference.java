package rote.analysis.statistics;

/**
 * The difference of paired values, such as those of trials with one seed.
 *
 * @param difference its mean or {@link JointStatistic} statistic, with a 95 % interval by Student's t or by the bootstrap
 * @param p two-sided, of the sign-flip test
 */
public record PairedDifference(Statistics difference, double p) {

  /** @param differences at least one */
  public static PairedDifference of(double... differences) {
    return new PairedDifference(Statistics.of(differences), SignFlips.p(differences));
  }

  public int n() {
    return difference.n();
  }

  public double smallestP() {
    return SignFlips.smallest(n());
  }
}
